"""An asyncio event loop for the script's thread, so that libraries which ask for one find it (rule 16.8).

No Qt. Script's thread.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop


class ScriptLoop:
    """The loop of one session; it never runs by itself."""

    def __init__(self) -> None:
        self._loop: AbstractEventLoop | None = None

    def install(self, source: bytes) -> None:
        """Make it the loop of the calling thread, when asyncio is in use: loaded already, or named in the script.

        Args:
            source: Of the script. Loading asyncio costs time, so scripts without it go without.
        """
        if "asyncio" not in sys.modules and b"asyncio" not in source:
            return
        import asyncio

        loop = self._loop
        if loop is None or loop.is_closed() or loop.is_running():  # running: in a thread that was left behind
            loop = self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)

    def close(self) -> None:
        """Give it back, before the thread ends."""
        loop, self._loop = self._loop, None
        if loop is not None and not loop.is_running():
            loop.close()
