"""What `studytui run --detach`, `runs` and `attach` are made of: a process that stays, and looks at it."""
