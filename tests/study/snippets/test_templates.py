"""Every template runs as it is."""

from __future__ import annotations

import pytest
import pytest_asyncio

from studytui.runner.events import FigureDrawn
from studytui.runner.outcome import collect
from studytui.runner.request import RunnerOptions, RunRequest
from studytui.runner.runner import Runner
from studytui.study.snippets.names import free_name, name_problem
from studytui.study.snippets.templates import CURVE, LINE, TEMPLATES, TRAINING

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner():
    runner = Runner(RunnerOptions())
    await runner.start()
    yield runner
    await runner.close()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
async def test_it_runs_and_shows_what_it_promises(runner, template) -> None:
    assert name_problem(free_name(template.name, ())) is None
    outcome = await collect(runner, RunRequest(template.code, stay=0.0))
    assert outcome.ok, outcome.stderr
    if template in (LINE, TRAINING):
        assert outcome.series["loss"].count >= 100
    if template is CURVE:
        assert any(isinstance(event, FigureDrawn) for event in outcome.events)
    else:
        assert outcome.stdout
