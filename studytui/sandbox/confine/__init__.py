"""What takes powers away from a process: one file per mechanism, all applied after fork and before foreign code."""
