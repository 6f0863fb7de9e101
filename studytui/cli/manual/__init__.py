"""The man page: roff, and what is said in it."""
