"""What a learner can do: a command is a class."""
