"""YAML, strictly: text to plain data with positions. Knows nothing of lessons."""
