"""Learners' own notes: read in several formats, checked by running, turned into lessons."""
