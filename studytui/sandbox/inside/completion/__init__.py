"""Completion and signatures from the values that are there, not from guesses about them."""
