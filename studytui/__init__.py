"""studytui: a terminal study companion for PyTorch."""

__version__ = "0.1.0"
