"""An asyncio event loop for the script's thread, so that libraries which ask for one find it (rule 16.8).

No Qt. Script's thread.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop


def install_event_loop(source: bytes) -> None:
    """Give the thread a loop when asyncio is in use: loaded already, or named in the script.

    Args:
        source: Of the script. Loading asyncio costs time, so scripts without it go without.
    """
    if "asyncio" not in sys.modules and b"asyncio" not in source:
        return
    import asyncio

    loop = _own_loop()
    if loop is None or loop.is_closed():
        asyncio.set_event_loop(asyncio.new_event_loop())


def close_event_loop() -> None:
    """Give the thread's loop back, before the thread ends."""
    if "asyncio" not in sys.modules:
        return
    import asyncio

    loop = _own_loop()
    if loop is not None:
        asyncio.set_event_loop(None)
        loop.close()


def _own_loop() -> AbstractEventLoop | None:
    """The loop that was installed in this thread; a thread other than the main one gets none by itself."""
    import asyncio

    try:
        return asyncio.get_event_loop()
    except RuntimeError:
        return None
