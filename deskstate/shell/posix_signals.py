"""SIGINT, SIGTERM and SIGHUP: they reach Python while Qt's loop rests, and the guard while C code works.

GUI thread only. Not for Windows.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

assert sys.platform != "win32"

from deskstate.shell.guard import CALM, Wires, guarded, reap, unguarded  # noqa: E402 - it says the same


class PosixSignals(QObject):
    """Handles them for as long as the process lives. No other process inherits any of it."""

    def __init__(self, parent: QObject, end: Callable[[int], None]) -> None:
        """Handle them from now on.

        Args:
            parent: Whose child this is.
            end: Is given the number of the first signal.
        """
        super().__init__(parent)
        self._end = end
        self._asked = False
        self._wires = guarded()
        self._listen()
        QTimer.singleShot(0, self._reap)  # once the window is made: the child needs a moment, too
        self._former: dict[signal.Signals, Any] = {
            number: signal.signal(number, self._handle)
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
            if number is not signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN  # `nohup`
        }
        os.register_at_fork(before=self._block, after_in_parent=self._unblock, after_in_child=self._disinherit)

    def _handle(self, number: int, _frame: FrameType | None) -> None:
        """The first signal. The next one ends the process at once, but for the second SIGHUP that terminals send."""
        self._asked = True
        for each in self._former:
            signal.signal(each, signal.SIG_IGN if each is signal.SIGHUP else signal.SIG_DFL)
        self._end(number)

    # Waking up: Python's handlers run between two of its instructions

    def _listen(self) -> None:
        signal.set_wakeup_fd(self._wires.write, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._wires.read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        if not os.read(self._wires.read, 4096):  # somebody has ended the guard
            former, self._wires = self._wires, unguarded()
            self._notifier.deleteLater()
            self._listen()
            _close(former)
        elif not self._asked:  # it was a signal of the script's own, which it has handled
            with suppress(OSError):
                os.write(self._wires.write, CALM)

    def _reap(self) -> None:
        reap(self._wires)

    # Copies of this process, such as workers of multiprocessing

    def _block(self) -> None:
        """Until `_disinherit`, a copy would pass its signals on to the guard of this process."""
        signal.pthread_sigmask(signal.SIG_BLOCK, self._former)

    def _unblock(self) -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, self._former)

    def _disinherit(self) -> None:
        signal.set_wakeup_fd(-1)
        for number, former in self._former.items():
            signal.signal(number, former)
        _close(self._wires)
        self._unblock()


def _close(wires: Wires) -> None:
    os.close(wires.read)
    os.close(wires.write)
