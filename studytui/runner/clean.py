"""Text of a run made safe to show: nothing survives that moves the cursor or sets the clipboard.

Kept: printable text, newlines, tabs, carriage returns (progress bars) and SGR sequences (colours). Removed:
every other escape sequence, with its payload. Replaced by U+FFFD: control, surrogate, private-use characters.
A terminal obeys both the 7-bit (`ESC [`) and the 8-bit (U+009B) spelling of a control, so both are handled.
"""

from __future__ import annotations

import re
from typing import Final

PAYLOAD: Final = 4096
"""Longest payload of an OSC, DCS, APC, PM or SOS string that is swallowed; the rest is shown as text."""

_SGR: Final = r"\[[0-9;:]{0,64}m"
_PARAMETERS: Final = r"[0-?]{0,64}[ -/]{0,4}"
_CHARACTERS: Final = rf"[^\x07\n\x18\x1a\x1b\x80-\x9f]{{0,{PAYLOAD}}}"
_END: Final = r"(?:\x07|\x1b\\|\x9c)?"
_EIGHT_BIT_STRINGS: Final = "\x90\x98\x9d\x9e\x9f"

# What is torn (a newline in the middle, a payload beyond the bound) loses its introducer and turns into text.
# Each alternative begins with a literal: that lets the regex engine skip ordinary text quickly.
_SEQUENCE: Final = re.compile(
    rf"\x1b(?!{_SGR})(?:\[{_PARAMETERS}[@-~]?|[PX^_\]]{_CHARACTERS}{_END}|[ -/]{{0,4}}[0-~]?)|"
    rf"\x9b{_PARAMETERS}[@-~]?|" + "|".join(f"{c}{_CHARACTERS}{_END}" for c in _EIGHT_BIT_STRINGS)
)
_UNFINISHED: Final = re.compile(
    rf"\x1b(?:\[{_PARAMETERS}|[PX^_\]]{_CHARACTERS}\x1b?|[ -/]{{0,4}})\Z|\x9b{_PARAMETERS}\Z|"
    rf"[{_EIGHT_BIT_STRINGS}]{_CHARACTERS}\x1b?\Z"
)
_INTRODUCERS: Final = "\x1b\x9b" + _EIGHT_BIT_STRINGS
_LONGEST: Final = PAYLOAD + 3

_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BAD: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
_HARMLESS: Final = re.compile(r"[\t\n\r -~]*")
_LINE_BREAKS: Final = re.compile(r"[\t\n\r]+")


def clean(text: str) -> str:
    """`text` without anything a terminal would act on, colours and carriage returns aside."""
    if _HARMLESS.fullmatch(text):
        return text
    if "\x1b" in text or not text.isascii():
        text = _BIDI.sub("", _SEQUENCE.sub("", text))
    return _BAD.sub("\ufffd", text)


def label(text: str, longest: int = 200) -> str:
    """`text` as a name or title: clean, on one line, without colours, at most `longest` characters."""
    plain = re.sub("\x1b" + _SGR, "", clean(text[: 8 * longest]))
    line = _LINE_BREAKS.sub(" ", plain).strip()
    return line if len(line) <= longest else line[: longest - 1] + "…"


class Cleaner:
    """`clean` for text that arrives in pieces: a sequence cut in two is held back until its rest is there."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, text: str) -> str:
        """What can be shown after this piece; may be empty."""
        text = self._held + text
        cut = _unfinished(text)
        self._held = text[cut:]
        return clean(text[:cut])

    def finish(self) -> str:
        """What is left at the end of the stream: an unfinished sequence is dropped."""
        held, self._held = self._held, ""
        return clean(held)


def _unfinished(text: str) -> int:
    """Where the sequence begins that the end of `text` cuts in two; the length of `text` if there is none."""
    low, end = max(0, len(text) - _LONGEST), len(text)
    last = _last_introducer(text, low, end)
    if last == end - 1:  # an escape at the very end may begin a sequence or end the string before it
        before = _last_introducer(text, low, last)
        if before >= 0 and _UNFINISHED.match(text, before):
            return before
    return last if last >= 0 and _UNFINISHED.match(text, last) else end


def _last_introducer(text: str, low: int, high: int) -> int:
    candidates = "\x1b" if text.isascii() else _INTRODUCERS
    return max(text.rfind(c, low, high) for c in candidates)
