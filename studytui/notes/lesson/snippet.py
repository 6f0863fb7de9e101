"""One checked block as a step: code to run, with what the check-up found said above it."""

from __future__ import annotations

import ast
import warnings

from studytui.course.model import Expect, Snippet
from studytui.notes.checkup.block import Block, Verdict
from studytui.notes.lesson.comments import folded
from studytui.notes.lesson.pages import is_short

ENDS_OTHERWISE = frozenset({"timeout", "memory", "killed", "crashed"})
"""Endings that a lesson cannot expect."""
MOST_CLAIMS = 3


def snippet(step_id: str, title: str, above: str, block: Block) -> Snippet | None:
    """The block as a snippet that runs as the check-up saw it; None for what no lesson can run."""
    ending = block.ending
    if ending is not None and ending.type in ENDS_OTHERWISE:
        return None
    code = tidy(block.runnable or block.code)
    found = findings(block)
    text = "\n\n".join(part for part in (above, found) if part)
    return Snippet(
        id=step_id,
        title=title,
        text=text if is_short(text) or not above else "\n\n".join((found, above)),
        code=code,
        setup="\n".join(block.setup),
        expect=Expect(raises=ending.type) if ending is not None else None,
        attempts=tuple(fix.text() for fix in block.fixes if fix.after),
        timeout=max(60.0, min(600.0, 6 * block.seconds)),
    )


def shown_code(above: str, block: Block) -> str:
    """Text with the code in it, for what cannot be run here."""
    words = f"This code is not run here: {block.mistakes[0].words()}" if block.mistakes else ""
    return "\n\n".join(part for part in (above, words, f"````python\n{block.code}\n````") if part)


def findings(block: Block) -> str:
    """What the check-up has to say, as Markdown."""
    lines = []
    if block.stand_ins:
        names = "; ".join(f"`{each}`" for each in block.stand_ins)
        lines.append(f"The notes do not say what this runs with; made up: {names}.")
    if block.runnable:
        lines.append("Lines that only a notebook knows are comments here.")
    if block.verdict is Verdict.BROKEN and block.ending is not None:
        cured = "; with the changes shown after a run, it works" if block.repaired else ""
        lines.append(f"**Fails as it stands**: `{_code(block.ending.words())}`{cured}.")
    wrong = [claim for claim in block.claims if not claim.holds and not claim.random]
    lines += [
        f"**The notes are wrong here**: `{_code(claim.about)}` is said to be `{_code(claim.said)}`, "
        f"and it is `{_code(claim.came)}`."
        for claim in wrong[:MOST_CLAIMS]
    ]
    return "\n\n".join(lines)


def _code(text: str) -> str:
    return text.replace("`", "'")


def tidy(code: str) -> str:
    """Blanks for leading tabs and none at the ends of lines, where that changes nothing."""
    lines = [line.rstrip() for line in code.strip("\n").split("\n")]
    changed = folded("\n".join(_expanded(line) for line in lines))
    return changed if _tree(changed) == _tree(code) else code.strip("\n")


def _expanded(line: str) -> str:
    bare = line.lstrip(" \t")
    return line[: len(line) - len(bare)].expandtabs(4) + bare


def _tree(code: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.dump(ast.parse(code))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return "not parsed"
