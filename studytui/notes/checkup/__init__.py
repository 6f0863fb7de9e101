"""The check-up of notes: every block run in order, with what it needs, and what it claims held against it."""
