"""When to see a card again: the FSRS scheduler behind a few plain functions (fsrs loads on first use)."""
