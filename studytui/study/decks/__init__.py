"""Which questions are asked, one file a mode. All take lessons and what the store holds, and give sources."""
