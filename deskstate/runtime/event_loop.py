"""An asyncio event loop for the script's thread, so that libraries which ask for one find it (rule 16.8).

No Qt. Script's thread.
"""

from __future__ import annotations

import sys


def install_event_loop(source: bytes) -> None:
    """Give the thread a loop when asyncio is in use: loaded already, or named in the script.

    Args:
        source: Of the script. Loading asyncio costs time, so scripts without it go without.
    """
    if "asyncio" not in sys.modules and b"asyncio" not in source:
        return
    import asyncio

    policy = asyncio.get_event_loop_policy()
    try:
        closed = policy.get_event_loop().is_closed()
    except RuntimeError:  # this thread has none yet
        closed = True
    if closed:
        asyncio.set_event_loop(asyncio.new_event_loop())


def close_event_loop() -> None:
    """Give the thread's loop back, before the thread ends."""
    asyncio = sys.modules.get("asyncio")
    if asyncio is None:
        return
    try:
        loop = asyncio.get_event_loop_policy().get_event_loop()
    except RuntimeError:
        return
    asyncio.set_event_loop(None)
    loop.close()
