"""A second run that stops at the first operation that makes nan out of something that is none."""
