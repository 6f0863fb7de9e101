"""The warm process's line to the supervisor: a packet socket that carries JSON and descriptors."""

from __future__ import annotations

import json
import socket
from typing import Any, Dict, List, NamedTuple

PACKET = 64 * 1024
_DESCRIPTORS = 16


class Packet(NamedTuple):
    """A message, and the descriptors that came with it."""

    message: Dict[str, Any]
    descriptors: List[int]


class Link:
    """One end of the line."""

    def __init__(self, end: socket.socket) -> None:
        self.socket = end

    def send(self, message: Dict[str, Any], descriptors: "tuple[int, ...]" = ()) -> None:
        """Raises OSError when the other end is gone."""
        data = json.dumps(message).encode()
        if descriptors:
            socket.send_fds(self.socket, [data], list(descriptors))
        else:
            self.socket.sendall(data)

    def receive(self) -> "Packet | None":
        """The next packet, waiting for it; None when the other end is gone."""
        try:
            data, descriptors, _, _ = socket.recv_fds(self.socket, PACKET, _DESCRIPTORS)
        except ConnectionResetError:
            return None
        return Packet(json.loads(data), list(descriptors)) if data else None
