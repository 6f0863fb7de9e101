"""The real supervisor, as fixtures."""

from tests.sandbox.fixtures import client, helpers, make_home, start, stranger_python, walled

__all__ = ["client", "helpers", "make_home", "start", "stranger_python", "walled"]
