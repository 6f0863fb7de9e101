"""The commonest errors, provoked in the sandbox on the torch that is there, explained by the names used."""

from pathlib import Path

import pytest
import pytest_asyncio

from studytui.runner.outcome import collect
from studytui.runner.postmortem.hints import HINTS
from studytui.runner.request import RunnerOptions, RunRequest
from studytui.runner.runner import Runner

from .errors import ROWS

PRELUDE = "import torch\nfrom torch import nn\nimport torch.nn.functional as F\n"
LESSONS = {file.stem for file in Path(__file__).parents[3].glob("lessons/*/*.yaml")}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner():
    runner = Runner(RunnerOptions())
    await runner.start()
    yield runner
    await runner.close()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("code", "lesson", "words"), ROWS, ids=[code.splitlines()[-1] for code, _, _ in ROWS]
)
async def test_the_explanation_names_what_the_learner_wrote(runner, code, lesson, words):
    outcome = await collect(runner, RunRequest(PRELUDE + code))
    assert outcome.failed is not None, "nothing was raised"
    for each in words:
        assert each in outcome.failed.hint, outcome.failed
    assert outcome.failed.lesson == lesson


def test_the_table_has_the_sixty_commonest():
    assert len(ROWS) >= 60


def test_every_lesson_a_hint_leads_to_exists():
    assert {hint.lesson for hint in HINTS} - {""} <= LESSONS
