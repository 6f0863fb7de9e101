"""What `studytui check` is made of: which files, checking several at once, reporting."""
