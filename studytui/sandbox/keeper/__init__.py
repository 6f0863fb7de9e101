"""The guardian of one run: watches, limits and ends it. A fork of the warm process, without learner code."""
