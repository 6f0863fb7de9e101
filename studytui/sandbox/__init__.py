"""The learner's side of a run: stdlib only, Python 3.9 or newer, imports nothing of ours."""
