"""The command line: one file per command; imports no Textual until the app starts."""
