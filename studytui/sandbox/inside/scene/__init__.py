"""The scene of an error: what the failing expression is made of, by the learner's own names."""
