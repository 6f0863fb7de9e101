"""What a run does to itself before the learner's code, and after it."""
