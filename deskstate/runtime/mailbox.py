"""Where requests wait for the script's thread.

No Qt. Any thread may put; one thread takes. What waits is handed out as one request, except that some must be answered
after those before them:

    edit a, edit b, click, edit c  ->  edits a and b | click and edit c
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue

from deskstate.core.events import Request


class Closed(Exception):
    """No more requests will come."""


class Mailbox:
    """Holds what has not been answered yet, and hands it out as one request."""

    def __init__(self, apart: Callable[[Request, Request], bool] = lambda before, later: False) -> None:
        """Begin empty.

        Args:
            apart: Says whether a request must not become one with those before it.
        """
        self._apart = apart
        self._kept: Request | None = None
        """Taken from the queue, but to be answered after what was taken before it."""
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
        request, self._kept = self._kept, None
        if request is None:
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
        request, self._kept = self._kept, None
        if request is None:
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
        """A request with what came after it and need not stay apart; None when the end came."""
        while True:
            try:
                later = self._queue.get_nowait()
            except Empty:
                return request
            if later is None:
                return None
            if self._apart(request, later):
                self._kept = later
                return request
            request = request.merged(later)
