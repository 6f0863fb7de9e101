"""A lesson: YAML with positions, read into frozen structs. Knows no screen and no process."""
