"""What matplotlib's gallery shows and what learners draw: code, and what the picture must contain."""
