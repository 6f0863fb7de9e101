"""`python -m tests.benchmarks [--json] [NAME…]`: budgets as value, ratio, verdict, beside the alternative."""

from __future__ import annotations

import contextlib
import importlib
import json
import sys

ALL = (
    "first_paint",
    "library_of_many",
    "warm_run",
    "key_to_output",
    "keystroke",
    "live",
    "live_curve",
    "idle",
    "endings",
    "kills",
    "recording",
    "checking",
)


def main(words: list[str]) -> int:
    """Run the named benchmarks, or all; 1 when a budget was missed. `--json`: an object a line."""
    as_json = "--json" in words
    names = [word for word in words if word != "--json"]
    unknown = sorted(set(names) - set(ALL))
    if unknown:
        print(f"no benchmark {unknown[0]!r}; there are: {' '.join(ALL)}", file=sys.stderr)
        return 2
    missed = 0
    for name in names or ALL:
        with contextlib.redirect_stdout(sys.stderr if as_json else sys.stdout):  # what they remark
            rows = importlib.import_module(f"tests.benchmarks.{name}").rows()
        for row in rows:
            print(json.dumps(row.facts()) if as_json else row.words(), flush=True)
            missed += not row.met
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
