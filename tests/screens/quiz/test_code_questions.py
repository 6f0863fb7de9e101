"""Questions whose answers are run, by a real runner; and the proof of any answer."""

from __future__ import annotations

from studytui.course.questions import Bug, Curve, CurveOption, Fill, Order, TensorCheck, TrueFalse
from studytui.tui.screens.quiz.screen import Stage
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.plot_picture import PictureView

BUG = Bug(
    id="sign",
    prompt="The step goes uphill. Repair it.",
    code="import torch\nw = torch.tensor(1.)\ng = 2 * w\nw = w + 0.1 * g\n",
    solution="import torch\nw = torch.tensor(1.)\ng = 2 * w\nw = w - 0.1 * g\n",
    grade=(TensorCheck(expr="w", what="w after one step"),),
    hints=("Which way does the gradient point?",),
    why="Descent goes against the gradient.",
)
FILL = Fill(
    id="zero",
    prompt="Sum of squares of ten twos.",
    code="import torch\nx = 2 * torch.___(10)\ny = (x ** ___).sum()\n",
    answers=("ones", "2"),
    grade=(TensorCheck(expr="y"), TensorCheck(expr="x")),
)
ORDER = Order(
    id="lines",
    prompt="Put the lines in order.",
    lines=("import torch", "x = torch.tensor(2.)", "y = x * 3", "z = y + 1"),
    grade=(TensorCheck(expr="z"),),
)
TRAIN = """import torch
w = torch.tensor(4., requires_grad=True)
for _ in range(30):
    loss = (w - 1) ** 2
    loss.backward()
    with torch.no_grad():
        w -= {rate} * w.grad
        w.grad = None
"""
CURVE = Curve(
    id="rates",
    prompt="Which curve?",
    code=TRAIN.format(rate=0.1),
    options=(
        CurveOption(code=TRAIN.format(rate=0.1), right=True),
        CurveOption(code=TRAIN.format(rate=1.05), why="Too large a rate diverges."),
    ),
)
PROVED = TrueFalse(
    id="claim", prompt="A claim.", answer=True, check="True", code="a = 20", proof="print('a is', a + 1)"
)


async def test_a_wrong_repair_says_what_differs_and_a_right_one_passes(opened, until, picture) -> None:
    async with opened(BUG, warm=True) as (screen, pilot):
        await pilot.press("f5")
        await until(pilot, lambda: screen.asking and "✗ w after one step" in picture(pilot.app))
        assert screen.stage is Stage.ASKING
        editor = screen.query_one(CodeEditor)
        editor.text = BUG.solution
        await pilot.press("f5")
        await until(pilot, lambda: screen.stage is Stage.ANSWERED)
        assert screen.played.answered[0].attempts == 2
        assert screen.played.answered[0].verdict.right


async def test_hints_come_one_by_one_and_then_the_solution(opened, seen) -> None:
    async with opened(BUG) as (screen, pilot):
        await pilot.press("f7")
        await seen(pilot, "Which way does the gradient point?")
        await pilot.press("f7")
        await seen(pilot, "w = w - 0.1 * g")
        assert screen.stage is Stage.ANSWERED


async def test_escape_leaves_the_editor_first_and_enter_goes_back(opened, until) -> None:
    async with opened(BUG) as (screen, pilot):
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(screen.focused, CodeEditor))
        assert screen.is_current
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(screen.focused, CodeEditor))


async def test_blanks_are_shown_in_the_code_as_they_are_filled(opened, until, seen, picture) -> None:
    async with opened(FILL, warm=True) as (screen, pilot):
        await seen(pilot, "torch.__1__(10)")
        await pilot.press(*"ones", "enter")
        await seen(pilot, "torch.ones(10)")
        await pilot.press("3", "enter")
        await until(pilot, lambda: (screen.asking and "✗" in picture(pilot.app)) or screen.answered)
        await pilot.press("backspace", "2", "enter")
        await until(pilot, lambda: screen.stage is Stage.ANSWERED)
        assert screen.played.answered[0].verdict.right


async def test_lines_are_carried_into_order(opened, until) -> None:
    async with opened(ORDER, warm=True) as (screen, pilot):
        box = screen.query_one("OrderBox")
        assert sorted(box._order) == [0, 1, 2, 3]
        assert box._order != [0, 1, 2, 3]
        for wanted in range(4):
            place = box._order.index(wanted)
            while box._cursor != place:
                await pilot.press("down")
            await pilot.press("space", *["up"] * (place - wanted), "space")
        assert box._order == [0, 1, 2, 3]
        await pilot.press("enter")
        await until(pilot, lambda: screen.stage is Stage.ANSWERED)
        assert screen.played.answered[0].verdict.right


async def test_curves_are_drawn_by_running_each_option(opened, until, answered) -> None:
    async with opened(CURVE, warm=True) as (screen, pilot):
        views = screen.query(PictureView)
        await until(pilot, lambda: all(view.picture is not None for view in views))
        drawn = [view.picture.plain() for view in views]
        assert drawn[0] != drawn[1]
        assert not any("loss" in text for text in drawn), "a name would give the answer away"
        box = screen.query_one("CurveBox")
        await pilot.press(str(box._order.index(0) + 1), "enter")
        await answered(pilot)
        assert screen.played.answered[0].verdict.right


async def test_the_proof_runs_the_code_and_shows_what_it_prints(opened, answered, seen) -> None:
    async with opened(PROVED, warm=True) as (_screen, pilot):
        await pilot.press("t", "enter")
        await answered(pilot)
        await pilot.press("v")
        await seen(pilot, "a is 21")
