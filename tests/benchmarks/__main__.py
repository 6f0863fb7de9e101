"""`python -m tests.benchmarks [NAME…]`: every budget as value, ratio and verdict, beside the alternative."""

from __future__ import annotations

import importlib
import sys

ALL = ("first_paint", "warm_run", "key_to_output", "live", "checking", "live_curve", "recording")


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all; 1 when a budget was missed."""
    missed = 0
    for name in names or ALL:
        for row in importlib.import_module(f"tests.benchmarks.{name}").rows():
            print(row.words(), flush=True)
            missed += not row.met
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
