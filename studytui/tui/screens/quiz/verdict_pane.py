"""What is said after an answer: right or wrong, why, the right answer, and the proof."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff

from textual.containers import Vertical
from textual.widgets import Static

from studytui.course.blanks import fill_in
from studytui.course.model import Exercise
from studytui.course.questions import Bug, Fill, Order
from studytui.study.grading.verdict import CheckResult, Verdict
from studytui.tui.screens.quiz.asking import AnyQuestion
from studytui.tui.widgets.formula_markdown import MathMarkdown, fenced
from studytui.tui.widgets.section import SectionBar

FITS = 60
"""Characters of a verdict that the rule above has room for on 80 columns."""


class VerdictPane(Vertical):
    """Grows as there is more to say; empty before the first answer."""

    DEFAULT_CSS = """
    VerdictPane {
        height: auto;
        & > Static { padding: 0 1; }
        & > .verdict-line { text-style: bold; background: $surface; }
        & > .-right { color: $text-success; }
        & > .-wrong { color: $text-error; }
        & > .-hint { color: $text-warning; }
        & > .verdict-output { margin: 0 0 1 0; border-left: thick $success; }
        & > .verdict-details { margin: 0 0 1 0; }
    }
    """

    async def clear(self) -> None:
        """Say nothing."""
        await self.remove_children()

    async def hint(self, words: str) -> None:
        """Add a hint."""
        await self.mount(MathMarkdown(f"**Hint.** {words}"))

    async def tell(self, verdict: Verdict, details: bool = True) -> None:
        """The verdict where the rule above has no room for it and, with `details`, what is different; without
        giving the answer away."""
        await self.clear()
        glyph, look = ("✓", "-right") if verdict.right else ("✗", "-wrong")
        if len(verdict.message) > FITS:
            line = Static(f"{glyph} {verdict.message}", classes=f"verdict-line {look}", markup=False)
            await self.mount(line)
        lines = list(_checks(verdict.checks) or verdict.details)
        if lines and details:
            await self.mount(Static("\n".join(lines), classes="verdict-details", markup=False))

    async def explain(self, question: AnyQuestion, verdict: Verdict, told_by_box: bool) -> None:
        """The right answer, unless the question's box shows it already, and why."""
        answer = "" if told_by_box or verdict.right else _right_answer(question, verdict)
        text = "\n\n".join(part for part in (answer, getattr(question, "why", "")) if part)
        if text:
            await self.mount(MathMarkdown(text))

    async def say(self, words: str) -> None:
        """A remark under the verdict."""
        await self.mount(Static(words, classes="-hint", markup=False))

    async def show_proof(self, code: str, output: str) -> None:
        """The code behind the answer and what it printed."""
        await self.query(".verdict-proof").remove()
        parts = [
            SectionBar("proof: this code was run just now", classes="verdict-proof"),
            MathMarkdown(fenced(code), classes="verdict-proof"),
            Static(output, classes="verdict-proof verdict-output", markup=False),
        ]
        await self.mount_all(parts)
        self.call_after_refresh(parts[0].scroll_visible, animate=False, top=True)


def _checks(checks: Iterable[CheckResult]) -> list[str]:
    return [
        f"{'✓' if check.right else '✗'} {check.what}" + (f": {check.reason}" if check.reason else "")
        for check in checks
    ]


def _right_answer(question: AnyQuestion, verdict: Verdict) -> str:
    match question:
        case Bug():
            return "What repairs it:\n\n" + fenced(_changes(question.code, question.solution), "diff")
        case Exercise():
            return "What completes it:\n\n" + fenced(_changes(question.starter, question.solution), "diff")
        case Fill():
            return "Right answer:\n\n" + fenced(fill_in(question.code, question.answers))
        case Order():
            return "Right answer:\n\n" + fenced("\n".join(question.lines))
    text = verdict.right_answer.rstrip()
    return "Right answer:\n\n" + fenced(text, "text") if text else ""


def _changes(before: str, after: str) -> str:
    """The lines that differ, each with its neighbours: a screen has no room for the whole program twice."""
    lines = unified_diff(before.strip().splitlines(), after.strip().splitlines(), n=1, lineterm="")
    return "\n".join(
        "   …" if line.startswith("@@") else line for line in lines if line[:3] not in ("---", "+++")
    )
