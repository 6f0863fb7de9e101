"""The kinds of change: each yields every place in a lesson where it can be made.

All of them make the lesson wrong, so that one which `check` passes over is a hole in `check`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tests.mutations.source import Place, Source


class Change(NamedTuple):
    """One thing to make wrong."""

    what: str
    make: Callable[[Source], str]
    blame: tuple[Place, ...]
    """Where `check` may point: at one of these values."""


Kind = Callable[[Any], Iterator[Change]]


def put(what: str, place: Place, value: str, *blame: Place) -> Change:
    """Another value at one place."""
    return Change(what, lambda source: source.exchanged(place, value), (place, *blame))


def steps(data: Any, *kinds: str) -> Iterator[tuple[Place, Any]]:
    """The steps of these kinds."""
    for index, step in enumerate(data["steps"]):
        if step["kind"] in kinds:
            yield ("steps", index), step


def questions(data: Any, *kinds: str) -> Iterator[tuple[Place, Any]]:
    """The questions of these kinds."""
    for place, quiz in steps(data, "quiz"):
        for index, question in enumerate(quiz["questions"]):
            if question["kind"] in kinds:
                yield (*place, "questions", index), question


def graded(data: Any) -> Iterator[tuple[Place, Any, str]]:
    """Exercises and bugs, with the name of what the learner is given."""
    yield from ((place, step, "starter") for place, step in steps(data, "exercise"))
    yield from ((place, question, "code") for place, question in questions(data, "bug"))


def other(text: str) -> str | None:
    """The text with its first telling digit changed, else its first letter; None when it has neither."""
    row = re.search(r"[1-9](?!\d*\.?\d*e-)", text)
    if row:
        digit = "5" if row.group() != "5" else "2"
        return text[: row.start()] + digit + text[row.end() :]
    letter = re.search(r"[a-zA-Z]", text)
    return text[: letter.start()] + "Q" + text[letter.end() :] if letter else None


def flipped_output(data: Any) -> Iterator[Change]:
    """A line of an expected output says something else."""
    for place, step in steps(data, "snippet", "wrong"):
        expected = step.get("expect", {}).get("stdout")
        if expected and (changed := other(expected)):
            yield put("expected output", (*place, "expect", "stdout"), changed)


def flipped_value(data: Any) -> Iterator[Change]:
    """An expected value is another one."""
    for place, step in steps(data, "snippet", "wrong"):
        for name, value in step.get("expect", {}).get("values", {}).items():
            if changed := other(str(value)):
                yield put("expected value", (*place, "expect", "values", name), changed)


def other_text_contained(data: Any) -> Iterator[Change]:
    """A text is expected that is not printed."""
    for place, step in steps(data, "snippet", "wrong"):
        for index, text in enumerate(step.get("expect", {}).get("contains", ())):
            yield put("expected text", (*place, "expect", "contains", index), f"never {text}")


def other_count(data: Any) -> Iterator[Change]:
    """A series is expected to be longer, or to end lower than it does."""
    for place, step in steps(data, "snippet", "wrong"):
        for index, series in enumerate(step.get("expect", {}).get("series", ())):
            at = (*place, "expect", "series", index)
            if "count" in series:
                yield put("count of a series", (*at, "count"), str(series["count"] + 1), at)
            if "last_below" in series:
                yield put("end of a series", (*at, "last_below"), "-1000000", at)


def other_prediction(data: Any) -> Iterator[Change]:
    """Another option is called the right prediction."""
    for place, step in steps(data, "snippet"):
        predict = step.get("predict", {})
        for option in predict.get("options", ()):
            if str(option) != str(predict["answer"]):
                yield put("right prediction", (*place, "predict", "answer"), str(option))


def broken_snippet(data: Any) -> Iterator[Change]:
    """The code misspells torch."""
    for place, step in steps(data, "snippet", "wrong"):
        if "import torch\n" in step["code"] and "torch." in step["code"]:
            code = step["code"].replace("torch.", "trch.", 1)
            yield put("broken code", (*place, "code"), code, (*place, "expect"), (*place, "predict"))


def swapped_truth(data: Any) -> Iterator[Change]:
    """A claim that holds is called false, or the other way round."""
    for place, question in questions(data, "truefalse"):
        answer = "false" if question["answer"] else "true"
        yield put("truth of a claim", (*place, "answer"), answer, (*place, "check"))


def swapped_option(data: Any) -> Iterator[Change]:
    """Another option is called the right one."""
    for place, question in questions(data, "choice", "curve"):
        options = question["options"]
        right = next(index for index, option in enumerate(options) if option.get("right"))
        for index in range(len(options)):
            if index != right:
                yield _swapped(place, right, index)


def _swapped(place: Place, right: int, wrong: int) -> Change:
    def make(source: Source) -> str:
        text = source.exchanged((*place, "options", right, "right"), "false")
        name = "text" if "text" in _at(source.data, place)["options"][wrong] else "code"
        return Source(source.file, text).with_line((*place, "options", wrong, name), "right", "true")

    return Change("right option", make, ((*place, "options"),))


def _at(data: Any, place: Place) -> Any:
    for part in place:
        data = data[part]
    return data


def flipped_option(data: Any) -> Iterator[Change]:
    """Of several right options one is called wrong."""
    for place, question in questions(data, "multi"):
        rights = [index for index, option in enumerate(question["options"]) if option.get("right")]
        for index in rights:
            at = (*place, "options", index)
            yield put("a right option of several", (*at, "right"), "false", at, (*place, "options"))


def negated_check(data: Any) -> Iterator[Change]:
    """A check says the opposite."""
    for place, question in questions(data, "choice", "multi"):
        for index, option in enumerate(question["options"]):
            yield put("check of an option", (*place, "options", index, "check"), f"not ({option['check']})")


def other_print(data: Any) -> Iterator[Change]:
    """The answer is not what is printed."""
    for place, question in questions(data, "output"):
        if changed := other(str(question["answer"])):
            yield put("answer of an output question", (*place, "answer"), changed)


def other_shape(data: Any) -> Iterator[Change]:
    """One size of the answer is larger by one."""
    for place, question in questions(data, "shape"):
        for index, size in enumerate(question["answer"]):
            yield put("shape", (*place, "answer", index), str(size + 1), (*place, "answer"))


def other_number(data: Any) -> Iterator[Change]:
    """The answer is another number."""
    for place, question in questions(data, "value"):
        yield put("number", (*place, "answer"), f"{float(question['answer']) * 2 + 1:g}")


def unsolved(data: Any) -> Iterator[Change]:
    """The solution is what the learner was given."""
    for place, each, given in graded(data):
        yield put("solution that solves nothing", (*place, "solution"), each[given], (*place, given),
                  (*place, "grade"))  # fmt: skip


def broken_solution(data: Any) -> Iterator[Change]:
    """The solution misspells torch."""
    for place, each, _ in graded(data):
        if "torch." in each["solution"]:
            yield put("broken solution", (*place, "solution"), each["solution"].replace("torch.", "trch.", 1))


def solved_starter(data: Any) -> Iterator[Change]:
    """What the learner is given is solved already."""
    for place, each, given in graded(data):
        yield put("starter that passes", (*place, given), each["solution"])


def other_graded_value(data: Any) -> Iterator[Change]:
    """A graded expression is said to come to something else."""
    for place, each in [*steps(data, "exercise"), *questions(data, "bug", "fill", "order")]:
        for index, check in enumerate(each["grade"]):
            if changed := other(str(check.get("value", ""))):
                yield put("graded value", (*place, "grade", index, "value"), changed)


def other_fill(data: Any) -> Iterator[Change]:
    """A blank is filled with nothing that works."""
    for place, question in questions(data, "fill"):
        for index in range(len(question["answers"])):
            yield put("answer of a blank", (*place, "answers", index), "nosuch", (*place, "answers"),
                      (*place, "grade"))  # fmt: skip


def other_order(data: Any) -> Iterator[Change]:
    """The right order begins with its last line."""
    for place, question in questions(data, "order"):
        first, last = question["lines"][0], question["lines"][-1]

        def make(source: Source, place: Place = place, first: str = first, last: str = last) -> str:
            text = source.exchanged((*place, "lines", 0), last)
            end = len(_at(source.data, place)["lines"]) - 1
            return Source(source.file, text).exchanged((*place, "lines", end), first)

        yield Change("order of lines", make, ((*place, "lines"), (*place, "grade")))


def failing_proof(data: Any) -> Iterator[Change]:
    """A proof shows the opposite."""
    kinds = ("choice", "multi", "truefalse", "output", "shape", "value", "bug", "fill", "order")
    for place, question in questions(data, *kinds):
        if question.get("proof"):
            yield put("proof", (*place, "proof"), question["proof"].rstrip() + "\nassert 1 == 2\n")


def telling_hint(data: Any) -> Iterator[Change]:
    """A hint holds a line of the solution."""
    for place, each, given in graded(data):
        lines = [line for line in each["solution"].splitlines() if line not in each[given].splitlines()]
        told = max(lines, key=len, default="").strip()
        if each.get("hints") and len("".join(told.split())) >= 8:
            yield put("hint", (*place, "hints", 0), f"Write {told} there.")


def unknown_formula(data: Any) -> Iterator[Change]:
    """A formula has a command nobody knows."""
    for place, step in steps(data, "explain"):
        if "\\frac" in step["text"]:
            yield put("formula", (*place, "text"), step["text"].replace("\\frac", "\\frc", 1))


def long_line(data: Any) -> Iterator[Change]:
    """A line of code does not fit 80 columns."""
    for place, step in steps(data, "snippet"):
        code = step["code"].rstrip("\n") + "  # " + "far " * 20 + "out\n"
        yield put("width of code", (*place, "code"), code)


def unknown_lesson(data: Any) -> Iterator[Change]:
    """A lesson is required that does not exist."""
    for index, name in enumerate(data.get("requires", ())):
        yield put("required lesson", ("requires", index), f"{name}-two")


def unknown_source(data: Any) -> Iterator[Change]:
    """A source is named that the ledger does not have."""
    for index in range(len(data.get("sources", ()))):
        yield put("source", ("sources", index), "A-Q99")


def repeated_id(data: Any) -> Iterator[Change]:
    """Two steps have one id."""
    for index in range(1, len(data["steps"])):
        yield put("id of a step", ("steps", index, "id"), data["steps"][0]["id"])


def broken_function(data: Any) -> Iterator[Change]:
    """A function to draw is none."""
    for place, _ in steps(data, "derivative", "contour"):
        yield put("function", (*place, "f"), "torch.nosuch(x)")


KINDS: tuple[Kind, ...] = (
    flipped_output,
    flipped_value,
    other_text_contained,
    other_count,
    other_prediction,
    broken_snippet,
    swapped_truth,
    swapped_option,
    flipped_option,
    negated_check,
    other_print,
    other_shape,
    other_number,
    unsolved,
    broken_solution,
    solved_starter,
    other_graded_value,
    other_fill,
    other_order,
    failing_proof,
    telling_hint,
    unknown_formula,
    long_line,
    unknown_lesson,
    unknown_source,
    repeated_id,
    broken_function,
)
