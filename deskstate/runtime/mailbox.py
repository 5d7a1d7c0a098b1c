"""Where requests wait for the script's thread.

No Qt. Any thread may put; one thread takes.
"""

from __future__ import annotations

from threading import Condition

from deskstate.core.events import Request


class Closed(Exception):
    """No more requests will come."""


class Mailbox:
    """Holds what has not been answered yet, as one request."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._waiting: Request | None = None
        self._closed = False

    def put(self, request: Request) -> None:
        """Add a request to what waits."""
        with self._changed:
            self._waiting = request if self._waiting is None else self._waiting.merged(request)
            self._changed.notify()

    def take(self, timeout_s: float | None = None) -> Request | None:
        """Wait for a request and take all that waits; None when nothing came in time.

        Raises:
            Closed: When the session has ended.
        """
        with self._changed:
            if self._waiting is None and not self._closed:
                self._changed.wait(timeout_s)
            if self._closed:
                raise Closed
            waiting, self._waiting = self._waiting, None
            return waiting

    def take_waiting(self) -> Request | None:
        """Take what waits now, without waiting for more."""
        with self._changed:
            waiting, self._waiting = self._waiting, None
            return waiting

    def close(self) -> None:
        """End the wait for good."""
        with self._changed:
            self._closed = True
            self._waiting = None
            self._changed.notify_all()
