"""Blocks of notes run for real: verdicts, causes, fixes that were tried, claims."""

import pytest
import pytest_asyncio

from studytui.notes.checkup.block import Cause, Verdict
from studytui.notes.checkup.checkup import check_blocks
from studytui.notes.read import to_document
from studytui.runner.request import RunnerOptions
from studytui.runner.runner import Runner

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def check_notes():
    """check_notes(text): the blocks of notes, checked."""
    runner = Runner(RunnerOptions())

    async def blocks(text: str):
        return [block async for block in check_blocks(runner, to_document(text, "notes.md"))]

    yield blocks
    await runner.close()


@pytest.fixture
def check(check_notes):
    """check(block, …): the same for notes with these programs."""

    async def blocks(*programs: str):
        parts = (f"# Part {n}\n\n```python\n{code}\n```" for n, code in enumerate(programs, 1))
        return await check_notes("\n\n".join(parts))

    return blocks


async def test_what_a_block_needs_is_supplied(check):
    alone, imports, after, made_up = await check(
        "import torch\nw = torch.ones(3)",
        "a = np.zeros(2)\nF.relu(torch.from_numpy(a))",
        "print(w.sum())",
        "rows, columns = x.shape",
    )
    assert alone.verdict is Verdict.RUNS
    assert imports.verdict is Verdict.SUPPLIED
    assert set(imports.imports) == {
        "import numpy as np",
        "import torch",
        "import torch.nn.functional as F",
    }
    assert (after.verdict, after.after) == (Verdict.SUPPLIED, (1,))
    assert made_up.stand_ins == ("x = torch.rand(2, 3)",)


@pytest.mark.parametrize(
    ("code", "error", "cause", "repaired"),
    [
        ("torch.arrange(2)", "AttributeError", Cause.NAME, "torch.arange(2)"),
        ("r2 = 1\nprint(r_2)", "NameError", Cause.NAME, "r2 = 1\nprint(r2)"),
        (
            "class A(nn.Module)\n    pass",
            "SyntaxError",
            Cause.SYNTAX,
            "class A(nn.Module):\n    pass",
        ),
        (
            "nn.Flatten(strat_dim=1, end_dim=-1)",
            "TypeError",
            Cause.SIGNATURE,
            "nn.Flatten(start_dim=1, end_dim=-1)",
        ),
        (
            "torch.nn.Transformer(d_model=8, nhead=2,\n    activation=<function relu>, dropout=0.1)",
            "SyntaxError",
            Cause.SIGNATURE,
            "torch.nn.Transformer(d_model=8, nhead=2,\n    activation='relu', dropout=0.1)",
        ),
        (
            "x = torch.ones(1)\nx.uniform_(from=1, to=5)",
            "SyntaxError",
            Cause.SYNTAX,
            "x = torch.ones(1)\nx.uniform_(1, to=5)",
        ),
        (
            "x = torch.tensor([1, 2], requires_grad=True)",
            "RuntimeError",
            Cause.ARGUMENTS,
            "x = torch.tensor([1., 2.], requires_grad=True)",
        ),
        ("torch.ones(2, 3) @ torch.ones(2, 3)", "RuntimeError", Cause.ARGUMENTS, ""),
        ("import torchtext", "ModuleNotFoundError", Cause.PACKAGE, ""),
        ("frobnicate(torch.ones(2))", "NameError", Cause.FRAGMENT, ""),
        ("%matplotlib inline\nx = 1", "SyntaxError", Cause.PACKAGE, "# %matplotlib inline\nx = 1"),
    ],
)
async def test_a_broken_block_gets_its_cause_and_a_fix_that_was_tried(check, code, error, cause, repaired):
    (block,) = await check(code)
    assert block.verdict is Verdict.BROKEN
    assert (block.mistakes[0].type, block.cause, block.repaired) == (error, cause, repaired)


async def test_fixes_follow_each_other_until_it_runs(check):
    (block,) = await check("x = torch.arrange(4)\nnn.Sequentail(nn.Idenity())(x)")
    assert [fix.after for fix in block.fixes] == ["torch.arange", "nn.Sequential", "nn.Identity"]
    assert block.repaired.endswith("nn.Sequential(nn.Identity())(x)")


async def test_claims_are_held_against_what_comes(check):
    (block,) = await check(
        "x = torch.tensor([1., 2.])  # x.shape: (2,)\n"
        "print(x * 2)  # Output: tensor([2., 4.])\n"
        "print(x + 1)  # tensor([2., 4.])\n"
        "x.sum()  # returns 3\n"
        "torch.rand(2)  # tensor([0.1, 0.2])\n"
        "y = x.clone()  # 64 images of 28x28\n"
        "print(x.dtype)\n"
        "# torch.float64"
    )
    assert [(claim.holds, claim.random) for claim in block.claims] == [
        (True, False),
        (True, False),
        (False, False),
        (True, False),
        (False, True),
        (False, False),
    ]
    assert block.claims[2].came == "tensor([2., 3.])"


async def test_a_repaired_block_is_held_to_its_claims_as_well(check):
    (block,) = await check("x = torch.arrange(12).view(3, 4)\nprint(x[:1])  # tensor([1, 5, 9])")
    assert [(claim.holds, claim.came) for claim in block.claims] == [(False, "tensor([[0, 1, 2, 3]])")]


async def test_output_below_a_block_is_a_claim(check_notes):
    (block,) = await check_notes("```python\nprint('Y', 1 + 1)\n```\n\n```\nY 3\n```\n")
    assert [(claim.said, claim.came, claim.holds) for claim in block.claims] == [("Y 3", "Y 2", False)]


async def test_a_block_cannot_harm_the_next_one(check):
    first, second = await check("import torch\ntorch.ones = None\nimport os\nos._exit(3)", "torch.ones(1)")
    assert first.verdict is Verdict.BROKEN
    assert second.verdict is Verdict.SUPPLIED
