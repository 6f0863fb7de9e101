"""What `studytui progress` is made of: words and plots for people, JSON lines for programs."""
