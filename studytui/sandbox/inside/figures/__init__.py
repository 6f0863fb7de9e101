"""matplotlib works unchanged: a backend of ours turns each figure into plain data instead of pixels."""
