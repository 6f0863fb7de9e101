"""The inspector on what a real run left behind, by keys alone."""

import pytest

from studytui.runner.events import Finished, Inspected, LineNotes, Variables
from studytui.runner.outcome import collect
from studytui.runner.request import RunnerOptions, RunRequest
from studytui.runner.runner import Runner
from studytui.tui.screens.inspector import InspectorScreen
from studytui.tui.screens.inspector.pages.facts import bars
from studytui.tui.widgets.editor.line_notes import LineNotes as Notes

CODE = """import torch
from torch import nn
base = torch.arange(12.)
view = base[2:11].reshape(3, 3).t()
wide = torch.ones(3, 1).expand(3, 4)
w = torch.ones(4, 2, requires_grad=True)
hidden = wide @ w
hidden.retain_grad()
loss = (hidden * hidden).mean()
loss.backward(retain_graph=True)
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8))
"""


async def left_behind():
    runner = Runner(RunnerOptions())
    try:
        events = (await collect(runner, RunRequest(CODE))).events
    finally:
        await runner.close()
    assert isinstance(events[-1], Finished)
    assert any(isinstance(event, LineNotes) for event in events)
    variables = [item for event in events if isinstance(event, Variables) for item in event.items]
    return variables, [item for event in events if isinstance(event, Inspected) for item in event.items]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_kind_of_variable_has_its_pages(study, seen, until, size) -> None:
    found = await left_behind()
    app = study()
    async with app.run_test(size=size) as pilot:

        async def shows(*words):
            await seen(pilot, *words)

        await app.push_screen(InspectorScreen(*found))
        await shows("BatchNorm1d", "weight [8, 4]", "running_mean [8]  buffer", "56 parameters")
        await pilot.press("up")
        await shows("made by MeanBackward0")
        await pilot.press("left")
        await shows("MulBackward0  saves", "MmBackward0 ①", "shown above", "w [4, 2]  leaf")
        await pilot.press("up", "right")
        await shows("retain_grad() was called: [3, 2] is kept")
        await pilot.press("up", "up")
        await shows("12 bytes; a copy: 48 bytes, not contiguous")
        await pilot.press("right")
        await shows("(1, 0)", "stride 0", "0 ▣ ▣ ▣")
        await pilot.press("up", "right")
        await shows("shades", "10")
        await pilot.press("left", "left")
        await shows("of base", "36 bytes of 48 bytes, not contiguous")
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, InspectorScreen))


def test_bars_show_what_is_there_at_all():
    assert bars([0, 1, 1000]) == " ▁█"


def test_a_note_follows_its_line_and_is_gone_when_the_line_changes():
    notes = Notes()
    notes.replace([(2, "[3] f32")], ["import torch", "a = torch.ones(3)"])
    assert notes.about(1, "a = torch.ones(3)") == "[3] f32"
    assert notes.about(5, "a = torch.ones(3)") == "[3] f32"
    assert notes.about(1, "a = torch.ones(4)") == ""
