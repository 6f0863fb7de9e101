"""One file per kind of step: what owns the screen while the learner is at it."""
