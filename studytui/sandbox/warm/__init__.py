"""The warm process: torch is imported, no learner code ever runs, and each run begins as a fork of it."""
