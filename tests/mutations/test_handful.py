"""A few mutants in every test run; `python -m tests.mutations` makes sixty."""

from studytui.runner.request import RunnerOptions
from studytui.runner.runner import Runner
from tests.mutations.mutants import checked, mutants
from tests.mutations.source import Source

SEED = 7
COUNT = 7


async def test_check_names_each_change_at_its_place(tmp_path):
    runner = Runner(RunnerOptions(spares=2))
    try:
        results = [result async for result in checked(runner, mutants(COUNT, SEED), tmp_path, jobs=2)]
    finally:
        await runner.close()
    assert len(results) == COUNT
    assert [result.words() for result in results if not result.named] == []


def test_a_change_leaves_the_rest_of_the_file_as_it_stands():
    for mutant in mutants(30, SEED):
        before = mutant.file.read_text(encoding="utf-8").splitlines()
        after = mutant.text.splitlines()
        assert before != after
        kept = set(before) & set(after)
        assert len(set(before) - kept) <= 40  # a solution or a starter at most
        assert Source(mutant.file, mutant.text).data["id"] == mutant.file.stem
