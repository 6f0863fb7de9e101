"""Questions and grading, the review schedule, progress, and lessons checked by running them."""
