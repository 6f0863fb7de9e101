"""What `studytui run` is made of: where events go, signals, standard input, exit codes."""
