"""Figures as plain data, series that stay small, and drawing them with plotext."""
