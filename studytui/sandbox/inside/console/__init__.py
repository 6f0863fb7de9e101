"""After the code has ended: its process stays, and answers questions about what the code left behind."""
