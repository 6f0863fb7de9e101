"""A lesson as frozen data: what the YAML may say, and nothing else.

The JSON Schema for editors is generated from these structs, and the loader validates with them, so a field
is added here and nowhere else. Ids are stable: editing a text never resets a learner's progress.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field

from studytui.course.frozen import Frozen
from studytui.course.questions import Question, TensorCheck

Id = Annotated[
    str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48, description="lower-case-with-dashes")
]
Markdown = Annotated[str, Meta(min_length=1, description="Markdown with $formulas$ in LaTeX")]
Code = Annotated[str, Meta(min_length=1, description="Python, run as it stands")]


class SeriesExpect(Frozen, frozen=True):
    """What a recorded series must have done."""

    name: str
    count: int | None = None
    """Exact number of recorded steps."""
    last_below: float | None = None
    last_above: float | None = None
    falls: bool = False
    """The last value is below the first."""


class Expect(Frozen, frozen=True):
    """What running a snippet must produce; each given part is checked, in any combination."""

    stdout: str | None = None
    """The whole standard output, trailing blanks aside."""
    contains: tuple[str, ...] = ()
    """Texts that standard output must contain."""
    raises: str | None = None
    """`ErrorType` or `ErrorType: part of the message`; without it the snippet must end well."""
    series: tuple[SeriesExpect, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    """Expression -> what `repr` of it gives after the snippet."""
    figure: bool = False
    """At least one figure is drawn."""


class Predict(Frozen, frozen=True):
    """A question to commit to before the snippet may run."""

    prompt: Markdown
    answer: str
    """The right prediction, as `of` prints it, or one of `options`."""
    of: str = ""
    """Expression whose printed value decides; empty: the whole standard output."""
    options: tuple[str, ...] = ()


class Step(Frozen, frozen=True, kw_only=True):
    """What every step has."""

    id: Id
    title: str = ""


class Explain(Step, frozen=True, kw_only=True, tag_field="kind", tag="explain"):
    """Text to read."""

    text: Markdown


class Snippet(Step, frozen=True, kw_only=True, tag_field="kind", tag="snippet"):
    """Code to run and to change."""

    code: Code
    text: str = ""
    """What to look at, shown above the editor: a few lines."""
    setup: str = ""
    """Run before the code in the same process; not shown."""
    expect: Expect | None = None
    attempts: tuple[str, ...] = field(default=(), name="try")
    """Changes to try, each a short instruction."""
    predict: Predict | None = None
    device: str = "auto"
    threads: int = 1
    timeout: float = 60.0
    """Seconds."""


class Derivative(Step, frozen=True, kw_only=True, tag_field="kind", tag="derivative"):
    """f and its derivatives, drawn."""

    f: str
    """One line in x, in torch: `torch.sin(x) * x**2`."""
    range: tuple[float, float]
    orders: Annotated[int, Meta(ge=1, le=3)] = 3
    text: str = ""


class Contour(Step, frozen=True, kw_only=True, tag_field="kind", tag="contour"):
    """A function of two parameters as contours, with one track per optimizer."""

    f: str
    """One line in x and y, in torch."""
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    start: tuple[float, float]
    optimizers: tuple[str, ...] = ("SGD(lr=0.1)",)
    steps: int = 50
    text: str = ""


class Wrong(Step, frozen=True, kw_only=True, tag_field="kind", tag="wrong"):
    """What people get wrong: the claim, the code that refutes it, and the truth."""

    claim: Markdown
    code: Code
    truth: Markdown
    expect: Expect | None = None
    setup: str = ""


class Exercise(Step, frozen=True, kw_only=True, tag_field="kind", tag="exercise"):
    """Code to complete, graded by tensor: the starter fails, the solution passes."""

    prompt: Markdown
    starter: Code
    solution: Code
    grade: Annotated[tuple[TensorCheck, ...], Meta(min_length=1)]
    hints: tuple[str, ...] = ()
    setup: str = ""
    timeout: float = 60.0


class Quiz(Step, frozen=True, kw_only=True, tag_field="kind", tag="quiz"):
    """Questions, one screen each."""

    questions: Annotated[tuple[Question, ...], Meta(min_length=1)]


AnyStep = Explain | Snippet | Derivative | Contour | Wrong | Exercise | Quiz


class Lesson(Frozen, frozen=True, kw_only=True):
    """A lesson: walked step by step, eight to fifteen minutes."""

    id: Id
    title: str
    part: str
    """Title of the part of the course it belongs to."""
    number: int = 0
    """Place in the course; lessons without one come last."""
    minutes: int
    requires: tuple[str, ...] = ()
    """Ids of lessons to do first."""
    objectives: Annotated[tuple[str, ...], Meta(min_length=1)]
    sources: tuple[str, ...] = ()
    """Entries of the ledger this lesson covers: A-Q14, B-W05, B-O31."""
    notes: str = ""
    """Name of the notes it was imported from: its lines of code are as wide as they were written."""
    steps: Annotated[tuple[AnyStep, ...], Meta(min_length=1)]
