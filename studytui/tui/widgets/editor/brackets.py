"""Brackets and quotes that close themselves, only where that is what one would have typed next."""

from __future__ import annotations

PAIRS = {"(": ")", "[": "]", "{": "}", "'": "'", '"': '"'}
CLOSERS = frozenset(PAIRS.values())
FREE = frozenset(" \t)]},:;")
"""What may follow an opening bracket for its partner to be added."""


def partner(typed: str, before: str, after: str) -> str:
    """What to add behind `typed`, between the line's text `before` and `after` the cursor; often nothing."""
    close = PAIRS.get(typed, "")
    if not close or (after and after[0] not in FREE) or in_comment(before):
        return ""
    if typed in "'\"" and before.endswith(2 * typed):
        return ""  # the third of three
    if typed in "'\"" and ((before[-1:].isalnum() and not _string_prefix(before)) or before.count(typed) % 2):
        return ""
    return close


def types_over(typed: str, before: str, after: str) -> bool:
    """Whether the closing character is there already, so that typing it only steps over it."""
    if typed not in CLOSERS or after[:1] != typed:
        return False
    if typed in "'\"":
        return before.count(typed) % 2 == 1
    line, opener = before + after, next(key for key, value in PAIRS.items() if value == typed)
    return line.count(typed) >= line.count(opener)


def empty_pair(before: str, after: str) -> bool:
    """Whether the cursor is within an empty pair, which Backspace removes as a whole."""
    return bool(before) and PAIRS.get(before[-1]) == after[:1] != ""


def in_comment(before: str) -> bool:
    """Whether a `#` outside quotes came before, as far as one line tells."""
    quote = ""
    for letter in before:
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter == "#":
            return True
    return False


def _string_prefix(before: str) -> bool:
    """`f"`, `r"`, `rb"`: letters that belong to the quote."""
    word = before[len(before.rstrip("fFrRbBuU")) :]
    rest = before[: len(before) - len(word)]
    return 0 < len(word) <= 2 and not rest[-1:].isalnum() and rest[-1:] != "_"
