"""The build's own check, inside of the new bundle: run the script, take a picture, click once, end.

GUI thread only.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from deskstate.runtime.ends import End
from deskstate_widgets.buttons.push_button import PushButton

if TYPE_CHECKING:
    from deskstate.shell.application import Application
    from deskstate.shell.window import Window

FAILED: Final = 1
"""Exit code when the script raised, or the picture could not be written."""


def try_out(app: Application, picture: Path) -> int:
    """Do it; the exit code is 0 when all went well."""
    trial = _Trial(app, picture)
    app.when_settled(trial.settled)
    app.open_window()
    app.exec()
    return 0 if trial.passed else FAILED


class _Trial:
    """What is done each time when the window has come to rest."""

    def __init__(self, app: Application, picture: Path) -> None:
        self._app = app
        self._picture = picture
        self._clicked = False
        self.passed = False

    def settled(self, window: Window) -> None:
        """The window shows the end of a run."""
        QTimer.singleShot(0, lambda: self._go_on(window))

    def _go_on(self, window: Window) -> None:
        if window.problem or window.session.last_end is End.FAILED:
            window.close()
            return
        if not self._clicked:
            self._clicked = True
            if not window.grab().save(str(self._picture)):
                print(f"the picture {self._picture} cannot be written", file=sys.stderr)
                window.close()
                return
            button = next((each for each in window.findChildren(PushButton) if _can_be_clicked(each)), None)
            if button is not None:
                button.click()
            if not window.busy:  # there is none, or its form cannot be sent as it is
                window.rerun()
            return
        self.passed = True
        window.close()


def _can_be_clicked(button: PushButton) -> bool:
    return button.isVisible() and button.isEnabled()
