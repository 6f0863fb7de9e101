"""The environment a run sees: a short list of harmless variables, everything else stays with the user."""

from __future__ import annotations

import os
from typing import Dict, Mapping

_KEPT = [
    "PATH",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TZ",
    "LD_LIBRARY_PATH",
    "VIRTUAL_ENV",
    "CONDA_PREFIX",
    "CUDA_VISIBLE_DEVICES",
    "CUDA_DEVICE_ORDER",
    "NVIDIA_VISIBLE_DEVICES",
    "CUDA_HOME",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
]


def clean(base: Mapping[str, str], scratch: str) -> Dict[str, str]:
    """`base` without secrets. Whoever asks for a home, a temporary folder or a cache gets `scratch`."""
    kept = {name: base[name] for name in _KEPT if name in base}
    return {**kept, **_folders(scratch), **_manners()}


def import_path(base: Mapping[str, str]) -> Dict[str, str]:
    """Where the user's own packages lie: PYTHONPATH's absolute folders, and the user site."""
    folders = [one for one in base.get("PYTHONPATH", "").split(os.pathsep) if os.path.isabs(one)]
    found = {"PYTHONPATH": os.pathsep.join(folders)} if folders else {}
    home = base.get("PYTHONUSERBASE") or os.path.join(os.path.expanduser("~"), ".local")
    return {**found, "PYTHONUSERBASE": home}


def _folders(scratch: str) -> Dict[str, str]:
    caches = {
        "XDG_CACHE_HOME": ".cache",
        "MPLCONFIGDIR": ".mpl",
        "CUDA_CACHE_PATH": ".nv",
        "TRITON_CACHE_DIR": ".triton",
    }
    return {
        "HOME": scratch,
        "TMPDIR": scratch,
        **{name: os.path.join(scratch, folder) for name, folder in caches.items()},
    }


def _manners() -> Dict[str, str]:
    return {
        "USER": "learner",
        "LOGNAME": "learner",
        "TERM": "dumb",
        "MPLBACKEND": "Agg",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTORCH_NVML_BASED_CUDA_CHECK": "1",  # asking for a GPU must not start the driver before the fork
    }
