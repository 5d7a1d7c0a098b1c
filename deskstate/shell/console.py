"""The console of Windows: Ctrl-C, Ctrl-Break and its closing button. Written from the documentation, and untried.

Windows only. The system calls the routine on a thread of its own. While C code holds the interpreter's lock it has to
wait, so that only the closing button, after which the system itself waits for no more than five seconds, ends that.
"""

from __future__ import annotations

import ctypes
import signal
import sys
import time
from collections.abc import Callable
from typing import Final

assert sys.platform == "win32"

CLOSED: Final = 2
"""CTRL_CLOSE_EVENT."""
SIGHUP: Final = 1
"""What the closing of a terminal is elsewhere."""
NUMBERS: Final = {0: int(signal.SIGINT), 1: int(signal.SIGBREAK), CLOSED: SIGHUP}
"""Signals by event; CTRL_C_EVENT is 0, CTRL_BREAK_EVENT is 1."""
CLOSING_S: Final = 5.0
"""How long the system waits after the closing of a console: the process ends when its routine returns."""


def obey_console(end: Callable[[int], None]) -> None:
    """Handle what the console says.

    Args:
        end: Is given the number of a signal, the first time; the second time the system does what it does by itself.
    """
    asked: list[int] = []

    def handle(event: int) -> int:
        if event not in NUMBERS or asked:
            return 0
        asked.append(event)
        end(NUMBERS[event])
        if event == CLOSED:
            time.sleep(CLOSING_S)
        return 1

    routine = _Routine(handle)
    _kept.append(routine)
    ctypes.windll.kernel32.SetConsoleCtrlHandler(routine, 1)


_Routine = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint)
_kept: list[object] = []
"""Python must not free what the system calls."""
