"""Which devices a run sees."""

from __future__ import annotations

import os
import sys
from typing import Any, Mapping


def settle(job: Mapping[str, Any]) -> None:
    """Show the run its GPU, or none; set its number of threads.

    `job["visible"]` is what CUDA_VISIBLE_DEVICES is to be: the driver reads it when it starts.
    """
    os.environ["CUDA_VISIBLE_DEVICES"] = str(job.get("visible", ""))
    torch = sys.modules.get("torch")
    if torch is None:
        return
    torch.set_num_threads(max(1, int(job.get("threads") or 1)))
    fraction = job.get("gpu_fraction")
    if fraction:
        torch.cuda._lazy_call(lambda: torch.cuda.set_per_process_memory_fraction(float(fraction)))
