"""The base of all lesson structs."""

from __future__ import annotations

from msgspec import Struct


class Frozen(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Immutable, strict about what it is given, never part of a cycle: the collector may pass it by."""
