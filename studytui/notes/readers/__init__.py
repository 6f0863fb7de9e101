"""One file a format: text to the pieces of a `Document`. No line of the notes is left out."""
