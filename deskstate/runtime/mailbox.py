"""Where requests wait for the script's thread.

No Qt. Any thread may put; one thread takes.
"""

from __future__ import annotations

from queue import Empty, SimpleQueue

from deskstate.core.events import Request


class Closed(Exception):
    """No more requests will come."""


class Mailbox:
    """Holds what has not been answered yet, and hands it out as one request."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Request | None] = SimpleQueue()
        """None: the end."""

    def put(self, request: Request) -> None:
        """Add a request to what waits."""
        self._queue.put(request)

    def take(self, timeout_s: float | None = None) -> Request | None:
        """Wait for a request and take all that waits; None when nothing came in time.

        Raises:
            Closed: When the session has ended.
        """
        try:
            request = self._queue.get(timeout=timeout_s)
        except Empty:
            return None
        if request is not None and not self._queue.empty():
            request = self._merge(request)
        if request is None:
            raise Closed
        return request

    def take_waiting(self) -> Request | None:
        """Take what waits now, without waiting for more."""
        try:
            request = self._queue.get_nowait()
        except Empty:
            return None
        if request is not None:
            request = self._merge(request)
        if request is None:
            self._queue.put(None)  # the end is for `take`
        return request

    def close(self) -> None:
        """End the wait for good; what still waits is dropped."""
        self._queue.put(None)

    def _merge(self, request: Request) -> Request | None:
        """A request with all that came after it; None when the end came."""
        while True:
            try:
                later = self._queue.get_nowait()
            except Empty:
                return request
            if later is None:
                return None
            request = request.merged(later)
