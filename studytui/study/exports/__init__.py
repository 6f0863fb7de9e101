"""Plots and runs as files that others can open."""

from studytui.study.exports.folder import ExportFolder, saved
from studytui.study.exports.sheet import Sheet

__all__ = ["ExportFolder", "Sheet", "saved"]
