"""Suggested changes to blocks that fail, each tried by running."""
