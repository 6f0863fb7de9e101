"""Is there a value in the words of a comment? Only what cannot be anything else counts as one."""

from __future__ import annotations

import re

LEAD = re.compile(
    r"(?:(?:it |this |which |will )*(?:output|prints?|returns?|gives?|result|yields?)"
    r"(?: is| will be)?\s*:?|->|=>|→|=+|>>>)\s*",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"(?:tensor|array|Parameter|torch\.Size|Size|[A-Z]\w+)\(|Parameter containing:\s*tensor\(|[\[({]"
)
ATOM = re.compile(
    r"torch\.(?:u?int\d+|float\d+|bfloat16|bool)|True|False|None|[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?"
)
PAIRS = {")": "(", "]": "[", "}": "{"}
LIST = re.compile(r"[\[({][-+\d\s.,eE\[\](){}:'\"\w<>/=]*[\])}]", re.DOTALL)


def value_in(words: str) -> str:
    """The value a comment says, or "". `Output: tensor([4.]) (on CPU)` says `tensor([4.])`."""
    words = words.replace("\\<", "<").strip()
    lead = LEAD.match(words)
    led = lead is not None
    words = words[lead.end() :].strip() if lead else words
    if opened := OPEN.match(words):
        return _bracketed(words, opened.end(), led)
    atom = ATOM.match(words)
    if atom is None:
        return ""
    rest = words[atom.end() :].strip()
    return atom.group() if rest.strip(" .,;!") == "" or (led and rest[:1] in ",;(") else ""


def _bracketed(words: str, begin: int, led: bool) -> str:
    """Up to the bracket that closes; with words behind it only where a lead or a type says it is a value."""
    stack = [words[begin - 1]]
    for at in range(begin, len(words)):
        sign = words[at]
        if sign in PAIRS.values():
            stack.append(sign)
        elif sign in PAIRS and (not stack or stack.pop() != PAIRS[sign]):
            return ""
        if not stack:
            return _sure(words[: at + 1], words[at + 1 :].strip(), led)
    return ""


def _sure(value: str, rest: str, led: bool) -> str:
    bare = value[0] in "[({"
    if bare and not LIST.fullmatch(value):
        return ""
    if bare and value[0] == "(" and "," not in value:
        return ""
    if not any(sign.isdigit() for sign in value) and not led and not value.startswith(("tensor(", "[")):
        return ""
    named = value.startswith(("tensor(", "torch.Size(", "Parameter", "array("))
    return value if led or named or rest.strip(" .,;!") == "" else ""
