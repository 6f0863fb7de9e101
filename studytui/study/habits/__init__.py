"""How learning goes over weeks: the streak, what is retained, what will be due, and plots of these."""
