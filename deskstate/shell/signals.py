"""What ends the program from outside: Ctrl-C, `kill`, a closed terminal. The first time in order, then at once.

GUI thread only, but for `Ending.begin`.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from deskstate.core.exit_codes import SIGNALLED

if TYPE_CHECKING:
    from deskstate.shell.application import Application

LONGEST_S: Final = 4.8
"""How long an end in order may take, whatever it waits for; the guard is a little more patient."""
CONSOLE_MS: Final = 500
"""When the console of Windows is listened to: after the first picture."""


@contextmanager
def obeying_signals(app: Application) -> Generator[None]:
    """In the `with` around the event loop a signal closes all windows; after it, signals end what is left to do."""
    ending = Ending(app)
    if sys.platform == "win32":
        from deskstate.shell.console import obey_console  # late: on Windows only

        QTimer.singleShot(CONSOLE_MS, lambda: obey_console(ending.begin))
    else:
        from deskstate.shell.posix_signals import PosixSignals  # late: not on Windows

        PosixSignals(ending, ending.begin)
    try:
        yield
    finally:
        ending.has_loop = False


class Ending(QObject):
    """The end of the program, once somebody has asked for it."""

    _asked = Signal(int)

    def __init__(self, app: Application) -> None:
        super().__init__(app.qt)
        self._app = app
        self.has_loop = True
        """False when the windows are closed: threads and exit functions of the script may still be at work."""
        self._asked.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def begin(self, number: int) -> None:
        """End in order and soon. On any thread, and in the midst of anything.

        Args:
            number: Of the signal.

        Raises:
            SystemExit: When there is no loop any more that could take care of it.
        """
        code = SIGNALLED + number
        last = threading.Timer(LONGEST_S, os._exit, (code,))
        last.daemon = True
        with suppress(RuntimeError):  # the interpreter is ending already
            last.start()
        if not self.has_loop:
            raise SystemExit(code)
        self._asked.emit(code)

    def _end(self, code: int) -> None:
        self._app.end(code)
