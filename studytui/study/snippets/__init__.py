"""The playground's code: plain Python files in the learner's own folder."""

from studytui.study.snippets.snippets import Snippets

__all__ = ["Snippets"]
