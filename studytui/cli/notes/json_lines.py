"""What the check-up found, for programs: JSON, one object a line, `type` first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from studytui.cli.checking.report import relative
from studytui.cli.notes.checked import Checked
from studytui.cli.notes.report import wrong
from studytui.notes.checkup.block import Verdict

LEFT_OUT = frozenset({"setup", "seconds", "runnable", "runnable_mistake"})


def json_lines(checked: Checked) -> Iterator[str]:
    """Every block, every known claim, and the sums."""
    file = relative(checked.file)
    for block in checked.blocks:
        plain = msgspec.to_builtins(block)
        kept = {key: value for key, value in plain.items() if key not in LEFT_OUT}
        yield _line("block", file, kept)
    for known in checked.known:
        yield _line("known-claim", file, msgspec.to_builtins(known))
    yield _line("summary", file, _sums(checked))


def _sums(checked: Checked) -> dict[str, Any]:
    verdicts = [block.verdict for block in checked.blocks]
    claims = [claim for block in checked.blocks for claim in block.claims]
    return {
        "format": checked.document.format,
        "blocks": len(verdicts),
        **{verdict.name.lower(): verdicts.count(verdict) for verdict in Verdict},
        "claims": len(claims),
        "wrong_claims": sum(map(wrong, claims)),
        "known_claims": len(checked.known),
    }


def _line(kind: str, file: str, item: dict[str, Any]) -> str:
    return json.dumps({"type": kind, "file": file, **item}, ensure_ascii=False)
