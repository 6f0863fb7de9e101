"""Progress as one JSON document that another studytui can take in, and cards as a file for Anki."""
