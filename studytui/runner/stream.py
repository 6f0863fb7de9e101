"""Events that arrive over time, for whoever iterates; the last one of its kind ends it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable
from typing import Generic, Self, TypeVar

Item = TypeVar("Item")


class Stream(Generic[Item]):
    """`async for item in stream`. Ends behind the first item of type `last`, which it always gets."""

    def __init__(self, last: type) -> None:
        self._last = last
        self._items: deque[Item] = deque()
        self._news = asyncio.Event()
        self._over = False

    def put(self, items: Iterable[Item]) -> None:
        """For the runner: what has happened."""
        self._items.extend(items)
        self._news.set()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        while not self._items:
            if self._over:
                raise StopAsyncIteration
            self._news.clear()
            await self._news.wait()
        item = self._items.popleft()
        self._over = isinstance(item, self._last)
        return item
