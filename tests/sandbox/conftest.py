"""The real supervisor, as fixtures."""

from hypothesis import HealthCheck, settings

from tests.sandbox.fixtures import client, helpers, make_home, start, stranger_python, walled

__all__ = ["client", "helpers", "make_home", "start", "stranger_python", "walled"]

# How long one example takes says more of the machine than of the code.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
