"""What `studytui review --plain` is made of: questions in lines of text, for screen readers and scripts."""
