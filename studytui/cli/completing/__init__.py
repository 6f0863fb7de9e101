"""What `studytui completion` knows, one file per subject."""
