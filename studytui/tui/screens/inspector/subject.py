"""One variable with all that is known of it, and which pages it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

Item = Mapping[str, Any]


class Subject(Struct, frozen=True):
    """A variable: what every run tells of it, and the closer look."""

    name: str
    facts: Item
    closer: Item

    @property
    def is_tensor(self) -> bool:
        """Whether it is a tensor of torch; NumPy's arrays are not."""
        return "requires_grad" in self.facts

    @property
    def shape(self) -> list[int]:
        """Its sizes."""
        return [size for size in self.facts.get("shape") or () if isinstance(size, int)]

    @property
    def pages(self) -> tuple[str, ...]:
        """Names of the pages that have something to show."""
        if self.closer.get("tree"):
            return ("modules",)
        if not self.is_tensor:
            return ("facts",)
        known = {"memory": "stride", "numbers": "grid", "graph": "graph"}
        return ("facts", *(page for page, key in known.items() if self.closer.get(key) not in (None, [])))


def subjects(variables: Iterable[Item], closer: Iterable[Item]) -> list[Subject]:
    """All variables in the order they were made."""
    looked_at = {str(item.get("name")): item for item in closer}
    named = [(str(item.get("name", "")), item) for item in variables]
    return [Subject(name, item, looked_at.get(name, {})) for name, item in named]
