"""How a window goes: at once; or when its run has ended; or, if that takes long, when the person says so.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from deskstate.runtime.notices import Over, StillRuns

if TYPE_CHECKING:
    from deskstate.shell.window import Window


class Closing:
    """The end of one window. A run in progress ends first, as by Stop: its `finally` and `with` blocks count."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.begun = False
        """True once the window was asked to close: the script runs no more for what is done in it."""
        self.asks = True
        """False when nobody is to be asked whether to wait."""
        self._forced = False
        self._where: str | None = None
        """The line that the run was at when it had not ended after a moment."""

    def may_go(self) -> bool:
        """The window is asked to close. When it may not go at once, it does so by itself later."""
        window = self._window
        if not self.begun:
            self.begun = True
            window.bridge.mute()
        over = window.runner.close() or self._forced
        if not over:
            self._ask()
        return over

    def take(self, notice: StillRuns | Over) -> None:
        """Go, or say what still runs."""
        if isinstance(notice, Over):
            self._window.close()
        else:
            self._where = notice.where
            self._ask()

    def force(self) -> None:
        """Go now, whatever the run is doing: it is left behind."""
        self.begun = self._forced = True
        self._window.runner.leave()
        self._window.close()

    def _ask(self) -> None:
        if self._where is not None and self.asks:
            if self._window.isMinimized():
                self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
            self._window.ask_to_wait(self._where, self.force)
