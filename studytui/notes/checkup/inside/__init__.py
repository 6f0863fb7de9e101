"""What the check-up sends into the sandbox: only text here; it is run by the learner's interpreter."""
