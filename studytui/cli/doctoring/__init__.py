"""What `studytui doctor` looks at, one file per section."""
