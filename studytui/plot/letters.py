"""Text and pictures for terminals that show few letters: one character for each, so nothing moves."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from rich.cells import cell_len

from studytui.plot.picture import Picture, Span

BRAILLE = range(0x2800, 0x2900)
_LEFT, _RIGHT = 0x47, 0xB8
_UPPER, _MIDDLE, _LOWER = 0x1B, 0x36, 0xE4
_TABLE = {
    old: new
    for olds, news in (
        ("│┃", "||"),
        ("┊", ":"),
        ("┤├┼┴┬", "|||++"),
        ("└┘┌┐", "++++"),
        ("─━╍┈╴", "-==.-"),
        ("•·…", "o.."),
        ("“”„‘’›‹▸▶▾←↑↓", '"""\'\'><>>v<^v'),
        ("▰▱▣◐⚠§", "#-#o!S"),
        ("▁▂▃▄▅▆▇", "__..-=="),
        ("≤≥≈≠∞±√∂∇⋅∙", "<>~!%~Vdg**"),
        ("αβγδεηθλμπρστφψωΔΣ", "abgdentlmprstfywDS"),
        ("●▲■◆○△□◇", "o^@*0AHv"),
        ("▮░▒▓█", "#.:%#"),
        ("×−–—→", "x--->"),
        ("′″‴", '\'""'),
        ("★✓✗", "*vx"),
    )
    for old, new in zip(olds, news, strict=True)
}


def lettered(picture: Picture, letters: Callable[[str], str]) -> Picture:
    """The same picture, in letters that the terminal has."""
    rows = tuple(tuple(Span(letters(span.text), span.role) for span in row) for row in picture.rows)
    return Picture(picture.width, picture.height, rows)


def ascii_text(text: str) -> str:
    """The text in ASCII, as wide as before."""
    return text if text.isascii() else "".join(map(_letter, text))


def console_text(text: str) -> str:
    """The text in the letters of the Linux console's own font, as wide as before.

    Source: the kernel's built-in font holds code page 437 (drivers/video/console, lib/fonts).
    """
    return text if text.isascii() else "".join(map(_console_letter, text))


@lru_cache(maxsize=1024)
def _console_letter(char: str) -> str:
    try:
        char.encode("cp437")
    except UnicodeEncodeError:
        return _letter(char)
    return char


@lru_cache(maxsize=1024)
def _letter(char: str) -> str:
    if char.isascii():
        return char
    if ord(char) in BRAILLE:
        return _dots(ord(char) - BRAILLE.start)
    plain = unicodedata.normalize("NFKD", char)[0]
    wide = cell_len(char)
    return (_TABLE.get(char) or (plain if plain.isascii() else "?" * wide)).ljust(wide)[:wide]


def _dots(bits: int) -> str:
    """The character whose ink lies most where the dots are."""
    count = bits.bit_count()
    if count >= 6:
        return "#"
    if not bits & ~_MIDDLE and bits & _LEFT and bits & _RIGHT:
        return "-"
    if not bits & ~_UPPER:
        return '"' if count > 2 else "'"
    if not bits & ~_LOWER:
        return "_" if bits & _LEFT and bits & _RIGHT else "."
    if not (bits & _LEFT and bits & _RIGHT):
        return "|"
    rising = (bits & _LEFT & _LOWER).bit_count() + (bits & _RIGHT & _UPPER).bit_count()
    if count in (rising, count - rising):
        return "/" if rising else "\\"
    return "%" if count > 3 else ("/" if 2 * rising > count else "\\" if 2 * rising < count else ":")
