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
        self._over = False
        self._where: str | None = None
        """The line that the run was at when it had not ended after a moment."""

    def may_go(self) -> bool:
        """The window is asked to close. When it may not go at once, it does so by itself later."""
        if not self.begun:
            self.begun = True
            self._window.bridge.mute()
            self._over = self._window.runner.close()
        if not self._over:
            self._ask()
        return self._over

    def take(self, notice: StillRuns | Over) -> None:
        """Go, or say what still runs."""
        if isinstance(notice, Over):
            self._over = True
            self._window.close()
        elif not self.asks and not notice.tidies_up:  # nothing is to be had by waiting
            self.force()
        else:
            self._where = notice.where
            self._ask()

    def force(self) -> None:
        """Go now, whatever the run is doing: it is left behind."""
        if not self.may_go():
            self._window.runner.leave()
        self._over = True
        self._window.close()

    def _ask(self) -> None:
        if self._where is not None and self.asks:
            if self._window.isMinimized():
                self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
            self._window.ask_to_wait(self._where, self.force)
