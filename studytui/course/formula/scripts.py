"""Superscripts and subscripts in Unicode, where it has them; otherwise `^(…)` and `_(…)`."""

from __future__ import annotations

_HIGH = dict(
    zip(
        "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ−′″‴⊤ ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ⁻′″‴ᵀ ",
        strict=True,
    )
)
_LOW = dict(
    zip("0123456789+-=()aehijklmnoprstuvxβγρφχ−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ₋", strict=True)
)


def superscript(text: str, *, ascii: bool = False) -> str:
    """The text raised: `²`, or `^(a/b)` where a character has no raised form."""
    if text in ("'", "''", "'''", "°", "∘"):
        return text if text != "∘" else "°"
    return _script(text, {} if ascii else _HIGH, "^")


def subscript(text: str, *, ascii: bool = False) -> str:
    """The text lowered: `₂`, or `_(out)`."""
    return _script(text, {} if ascii else _LOW, "_")


def _script(text: str, table: dict[str, str], mark: str) -> str:
    if not text:
        return ""
    if all(char in table for char in text) and not text.isspace():
        return "".join(table[char] for char in text)
    return mark + (text if len(text) == 1 or text.isdigit() else f"({text})")
