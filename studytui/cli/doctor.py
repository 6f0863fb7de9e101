"""`studytui doctor`: what works here, what is missing, and how to get it."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence

import msgspec

from studytui.cli import parsing
from studytui.cli.doctoring.findings import Finding, Section, worst
from studytui.cli.doctoring.folders import folders_section
from studytui.cli.doctoring.runs import runner_sections
from studytui.cli.doctoring.settings import settings_section, usable
from studytui.cli.doctoring.terminal import terminal_section
from studytui.cli.running.showing import worded
from studytui.cli.running.warming import WarmingLine
from studytui.errors import Exit


def main(words: Sequence[str]) -> int:
    """Look and report; 0 when code can be run here, 3 when not."""
    args = parsing.parse(parser(), words, usable())
    sections = asyncio.run(_look(args))
    print(_json(sections) if args.json else worded(_words(sections)))
    return Exit.NO_RUNNER if worst(sections[:1]) == "missing" else Exit.OK


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("doctor", "What works here, what is missing, and how to get it.")
    found.add_argument("--json", action="store_true", help="print one JSON object")
    parsing.add_runner_options(found)
    return found


async def _look(args: argparse.Namespace) -> list[Section]:
    runs = await runner_sections(parsing.runner_options(args, spares=0), WarmingLine(sys.stderr).hear)
    return [*runs, folders_section(), settings_section(), terminal_section(sys.stdout)]


def _json(sections: Sequence[Section]) -> str:
    return json.dumps(
        {"type": "doctor", "sections": msgspec.to_builtins(sections)}, ensure_ascii=False, indent=1
    )


def _words(sections: Sequence[Section]) -> str:
    blocks = []
    for section in sections:
        width = max((len(each.name) for each in section.findings), default=0)
        lines = [line for each in section.findings for line in _lines(each, width)]
        blocks.append("\n".join([section.title, *lines]))
    return "\n\n".join(blocks)


def _lines(found: Finding, width: int) -> list[str]:
    glyph = {"ok": "✓", "note": "·", "missing": "✗"}[found.verdict]
    line = f"  {glyph} {found.name:<{width}}  {found.value}".rstrip()
    return [line, *([f"    {'':<{width}}  → {found.advice}"] if found.advice else [])]
