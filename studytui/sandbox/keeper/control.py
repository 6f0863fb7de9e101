"""The keeper's line from the supervisor: begin, interrupt, kill. Its end, for whatever reason, means kill."""

from __future__ import annotations

import json
import os
from typing import Any, Dict, List


class Control:
    """Reads whole JSON lines from `descriptor`, without waiting."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self._rest = b""
        os.set_blocking(descriptor, False)

    def read(self) -> List[Dict[str, Any]]:
        """The messages that have arrived; {"op": "kill"} when the supervisor is gone."""
        try:
            data = os.read(self.descriptor, 1 << 16)
        except BlockingIOError:
            return []
        if not data:
            return [{"op": "kill"}]
        *lines, self._rest = (self._rest + data).split(b"\n")
        return [json.loads(line) for line in lines]
