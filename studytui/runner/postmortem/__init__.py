"""How a run ended and why, in words a learner can act on."""
