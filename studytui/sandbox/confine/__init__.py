"""What takes powers away from a process: one file per mechanism, all applied between fork and code."""
