"""What a run prints, as a terminal would show it."""
