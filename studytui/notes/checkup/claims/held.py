"""Hold what is said against what comes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from studytui.notes.checkup.block import Block, Claim
from studytui.notes.checkup.claims.said import Said, asks
from studytui.notes.checkup.probing import Did, Probe, probe
from studytui.runner.runner import Runner
from studytui.study.grading.prose import same_text

WRAP = re.compile(r"^(?:torch\.Size|Size|Parameter containing:|tuple)?\s*\(?(?P<inner>\[.*\])\)?$", re.DOTALL)
SCALAR = re.compile(r"^tensor\(\s*(?P<number>[-+\w.]+?)\s*(?:,.*)?\)$", re.DOTALL)
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|nan|inf)|True|False")
DEVICE = re.compile(r",\s*device='\w+(?::\d+)?'")
"""Which device there is belongs to the machine, not to the claim."""
LONGEST = 160


async def held(runner: Runner, block: Block, said: Sequence[Said], found: Probe) -> tuple[Claim, ...]:
    """Each claim that could be decided; failing ones tried with another seed. Raises RunnerUnavailable."""
    pairs = [(claim, came) for claim in said if (came := _came(claim, found)) is not None]
    failing = [claim for claim, came in pairs if not agrees(claim.value, came)]
    other = await probe(runner, block.code, block.setup, asks(said), seed=1) if failing else found
    return tuple(_claim(block, claim, came, other) for claim, came in pairs)


def _claim(block: Block, said: Said, came: str, other: Probe) -> Claim:
    holds = agrees(said.value, came)
    again = came if holds else _came(said, other)
    return Claim(
        line=block.line + said.line - 1,
        said=_short(said.value),
        came=_short(came),
        about=_short(said.about),
        holds=holds,
        random=again is None or (not agrees(came, again) and _alike(said.value, came)),
    )


def _alike(said: str, came: str) -> bool:
    """The same but for the numbers: then chance may be all that differs."""
    left, right = (re.sub(r"[-\s]|[\d.]+(?:e[-+]?\d+)?", "", text) for text in (said, came))
    return left.lower() == right.lower() or not left or left.lower() in right.lower()


def _came(said: Said, found: Probe) -> str | None:
    """What came of the statement; None where nothing did."""
    if said.last == 0:
        return found.out.strip() if found.ok and found.out.strip() else None
    did = next((each for each in found.statements if each.last == said.last), None)
    if did is None or did.error is not None:
        return None
    if said.expression:
        return did.answers.get(said.expression)
    return _seen(did)


def _seen(did: Did) -> str | None:
    """What it printed; else its value."""
    return did.out.strip() or did.value


def agrees(said: str, came: str) -> bool:
    """Whether the two are the same value, however it is spelled: labels, wrappers and case of words aside."""
    said, came = _everywhere(said), _everywhere(came)
    return any(
        same_text(a, b, rtol=1e-3, atol=6e-5) for a in _spellings(said) for b in _spellings(came)
    ) or _same_printing(said, came)


def _everywhere(text: str) -> str:
    return DEVICE.sub("", text)


def _spellings(text: str) -> list[str]:
    found = [text.strip()]
    if wrapped := WRAP.match(text.strip()):
        found.append(f"({wrapped['inner'][1:-1].rstrip(',')})")
    if re.fullmatch(r"\([-\d,\s]*\)", text.strip()):
        found.append(f"({text.strip()[1:-1].rstrip().rstrip(',')})")
    scalar = SCALAR.match(text.strip())
    if scalar and NUMBER.fullmatch(scalar["number"]):
        found += [scalar["number"], f"{float(scalar['number']):g}"] if scalar["number"][0] not in "TF" else []
    return [*found, _numbered(found[-1])]


def _numbered(text: str) -> str:
    """`14` and `14.` are the same number where a comment says it."""
    return f"{float(text):g}" if re.fullmatch(r"[-+]?\d+\.?\d*", text) else text


def _same_printing(said: str, came: str) -> bool:
    """A label before the value, or lines in another case."""
    tail = re.sub(r"^[^\n(\[]*?[: ]\s*(?=(?:tensor\(|\[|\(|[-\d]|True|False))", "", came)
    if same_text(said, tail) or same_text(said.lower(), came.lower()):
        return True
    rows, count = came.splitlines(), len(said.splitlines())  # notes may show a part of what is printed
    parts = ("\n".join(rows[at : at + count]) for at in range(len(rows) - count + 1)) if count > 0 else ()
    return "(" in said and any(same_text(said, part) for part in parts)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
