"""matplotlib's texts without its markup."""

from __future__ import annotations

import re

_SHELL = re.compile(r"\\math(?:default|rm|bf|it)\{([^{}]*)\}")
_POWER = re.compile(r"10\^\{([^{}]*)\}")


def plain(text: object) -> str:
    """`$\\mathdefault{10^{-3}}$` becomes `1e-3`; other formulas lose their dollars."""
    found = str(text).replace("\u2212", "-")
    if "$" not in found:
        return found
    found = _POWER.sub(r"1e\1", found)
    found = _SHELL.sub(r"\1", found)
    return found.replace("$", "")
