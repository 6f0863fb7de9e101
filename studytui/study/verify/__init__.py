"""A lesson checked by running everything it says."""

from studytui.study.verify.finding import Finding
from studytui.study.verify.lesson import verify_lesson

__all__ = ["Finding", "verify_lesson"]
