"""Plain data to a `Lesson`, and msgspec's complaints in words with positions."""
