"""Runs that outlive the terminal: what is written down of them, and reading it while it grows."""
