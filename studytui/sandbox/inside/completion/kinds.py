"""What a name stands for, in a word or two beside it."""

from __future__ import annotations

import builtins
import inspect
import sys
import types
from typing import Any, Mapping, Optional

_CALLABLES = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodDescriptorType)
_COMPUTED = (property, types.GetSetDescriptorType, types.MemberDescriptorType)


def kind_of(owner: Any, name: str, namespace: Optional[Mapping[str, Any]] = None) -> str:
    """`method`, `module`, `class`, `[32, 10] float32`, …; "" where it cannot be told without running code.

    `namespace` holds the names where there is no owner.
    """
    try:
        if namespace is not None:
            return described(namespace[name] if name in namespace else getattr(builtins, name))
        found = inspect.getattr_static(owner, name)
    except (AttributeError, KeyError):
        return ""
    return "attribute" if isinstance(found, _COMPUTED) else described(found)


def described(value: Any) -> str:
    """A value in a word or two, its repr never asked for."""
    if isinstance(value, type):
        return "class"
    if isinstance(value, types.ModuleType):
        return "module"
    if isinstance(value, (*_CALLABLES, staticmethod, classmethod)) or "method" in type(value).__name__:
        return "function"
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return "%s %s" % (list(value.shape), str(value.dtype).rpartition(".")[2])
    return type(value).__name__
