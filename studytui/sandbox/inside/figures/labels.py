"""matplotlib's texts without its markup."""

from __future__ import annotations

import re
import unicodedata
from typing import Match

_SHELL = re.compile(r"\\(?:math(?:default|rm|bf|it|cal|bb)|text|operatorname)\{([^{}]*)\}")
_TEN = re.compile(r"10\^\{([^{}]*)\}")
_FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
_RAISED = re.compile(r"\^(?:\{([-+\d]+)\}|(\d))")
_COMMAND = re.compile(r"\\([A-Za-z]+) ?")
_SIGNS = {"left": "", "right": "", "quad": " ", "cdot": "·", "times": "×", "partial": "∂", "nabla": "∇"}
_SIGNS.update(infty="∞", pm="±", sum="Σ", sqrt="√", ell="ℓ", prime="′", leq="≤", le="≤", geq="≥", ge="≥")
_SIGNS.update(neq="≠", ne="≠", approx="≈", to="→", rightarrow="→")
_SIGNS["in"] = "∈"
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def plain(text: object) -> str:
    """`$\\mathdefault{10^{-3}}$` becomes `1e-3`, `$\\frac{dy}{dx}$` dy/dx, `$\\alpha^2$` α²."""
    found = str(text).replace("\u2212", "-")
    if "$" not in found:
        return found
    found = _TEN.sub(r"1e\1", found)
    found = _SHELL.sub(r"\1", found)
    found = _FRACTION.sub(lambda match: f"{_whole(match.group(1))}/{_whole(match.group(2))}", found)
    found = _RAISED.sub(lambda match: (match.group(1) or match.group(2)).translate(_SUPERSCRIPTS), found)
    return _COMMAND.sub(_sign, found).replace("$", "")


def _whole(part: str) -> str:
    """In brackets where a stroke would tear it apart."""
    return part if re.fullmatch(r"[\\\w'^]*", part) else f"({part})"


def _sign(command: Match[str]) -> str:
    """A Greek letter or another sign; functions such as `\\log` keep their name, unknown ones all of it."""
    name = command.group(1)
    if name in _SIGNS:
        return _SIGNS[name]
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
    except KeyError:
        return (
            f"{name} "
            if name in ("log", "ln", "exp", "sin", "cos", "tan", "max", "min")
            else command.group(0)
        )
