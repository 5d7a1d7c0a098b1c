"""The program: one script, its windows, and what they share.

GUI thread only.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from time import monotonic
from typing import Final

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, QTimer
from PySide6.QtWidgets import QApplication

from deskstate.core.exit_codes import FAILED
from deskstate.runtime.ends import End
from deskstate.runtime.options import Options
from deskstate.runtime.script import Script
from deskstate.shell.sizes import fit_into_screen
from deskstate.shell.theme import Theme, ThemeKeeper
from deskstate.shell.watch import SourceWatch
from deskstate.shell.window import Window
from deskstate_widgets.kinds.root import Root

SWITCH_INTERVAL_S: Final = 0.0005
"""How long a computing script keeps the interpreter while the window waits for it; Python's own 5 ms can be seen."""
STYLE: Final = "Fusion"
"""Qt's style, on which the style sheet builds; the same on all systems."""
DEFAULT_SIZE: Final = QSize(960, 720)
CASCADE_PX: Final = 28
"""How far a new window stands from the one before."""


LONGEST_END_MS: Final = 4000
"""How long runs may go on once the program has to end."""
LOGOUT_S: Final = 1.5
"""The same at the end of the desktop's session: a moment more than Stop takes to leave a run behind."""
SETTLE_MS: Final = 300
"""Time for animations, such as a toast that slides in, before a picture is taken."""


class Reload(Enum):
    """What happens when a source file of the app is saved."""

    AT_ONCE = "at once"
    ASK = "ask"
    NEVER = "never"


class Application:
    """Opens windows on a script and ends with the last of them."""

    def __init__(
        self,
        script: Script,
        options: Options,
        *,
        name: str | None = None,
        theme: Theme = Theme.SYSTEM,
        size: QSize | None = None,
        title: str | None = None,
        reload: Reload = Reload.AT_ONCE,
    ) -> None:
        """Make the application; `QApplication` must not exist yet, or be the one that pytest-qt made."""
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        existing = QApplication.instance()
        if isinstance(existing, QApplication):
            self.qt = existing
            self.qt.setStyle(STYLE)
        else:  # `setStyle` answers with a QStyle, whose class alone takes PySide 10 ms
            self.qt = QApplication([*sys.argv[:1], "-style", STYLE])
        self.name = name or script.path.stem
        """Of the application; title of windows whose script sets none."""
        self.qt.setApplicationName(name or "deskstate")
        self.qt.setApplicationDisplayName("")
        self.script = script
        self.options = options
        self.size = size or DEFAULT_SIZE
        self.title = title
        self.theme = ThemeKeeper(self.qt, theme)
        self.windows: list[Window] = []
        self._closing: list[Window] = []
        """Closed, but not deleted yet: Python's garbage collector must not do that, as it runs in any thread."""
        self._disposed = False
        self._code: int | None = None
        """The exit code, when it is settled before the last window is closed."""
        self._when_settled: Callable[[Window], None] | None = None
        self._reload = reload
        self._watch: SourceWatch | None = None
        if reload is not Reload.NEVER:
            script.modules.install()
            self._begin_watch()
        self.qt.commitDataRequest.connect(self._end_runs)

    def open_window(self) -> Window:
        """Open another window: a session of its own on the same script."""
        window = Window(self)
        if self.windows:
            last = self.windows[-1]
            place = QPoint(last.x() + CASCADE_PX, last.y() + CASCADE_PX)
            window.move(fit_into_screen(window, QRect(place, window.size())).topLeft())
        self.windows.append(window)
        window.show()
        return window

    def dispose(self) -> None:
        """Close all windows now and let go of what belongs to this app; Qt's application stays."""
        for window in list(self.windows):
            window.close_now()
        if not self._disposed:
            self._disposed = True
            self.qt.commitDataRequest.disconnect(self._end_runs)
            self.theme.deleteLater()
        if self._watch is not None:
            self.script.modules.uninstall()
            self._watch.deleteLater()
            self._watch = None

    def quit(self) -> None:
        """Close all windows, each as if it was closed by itself."""
        for window in list(self.windows):
            window.close()

    def end(self, code: int) -> None:
        """Close all windows soon and without a question, and end.

        Args:
            code: The exit code.
        """
        self._code = code
        for window in list(self.windows):
            window.close_quietly()
        if self.windows:
            QTimer.singleShot(LONGEST_END_MS, self._force)
        else:
            self.qt.exit(code)

    def _force(self) -> None:
        for window in list(self.windows):
            window.close_now()

    def _end_runs(self) -> None:
        """The session manager is about to end the program, and waits for the return of this (or somebody refuses it).

        So the runs in progress are stopped, each with what it does in the end; the windows stay as they are.
        """
        until = monotonic() + LOGOUT_S
        for window in self.windows:
            window.stop()
        for window in self.windows:
            window.session.ended.wait(max(0.0, until - monotonic()))

    def closed(self, window: Window) -> None:
        """A window was closed."""
        if window in self.windows:
            self.windows.remove(window)
        self._closing.append(window)
        window.deleteLater()
        if self._code is not None and not self.windows:
            self.qt.exit(self._code)
        QTimer.singleShot(0, self._let_go)

    def _let_go(self) -> None:
        """Forget the windows that Qt has deleted."""
        self._closing = [window for window in self._closing if shiboken6.isValid(window)]

    def when_settled(self, act: Callable[[Window], None] | None) -> None:
        """Have a function called whenever a window shows the end of a run; None: no more."""
        self._when_settled = act

    def settled(self, window: Window) -> None:
        """A window shows the end of a run."""
        if self._watch is not None:
            self._watch.refresh()
        if self._when_settled is not None:
            self._when_settled(window)

    def cannot_run(self) -> None:
        """A window has no script to run: look out for its return, even where saved files are not run."""
        if self._watch is None and not self._disposed:
            self._begin_watch()

    def _begin_watch(self) -> None:
        self._watch = SourceWatch(self.qt, self.script, modules=self._reload is not Reload.NEVER)
        self._watch.changed.connect(self._source_changed)

    def _source_changed(self, modules: bool) -> None:
        assert self._watch is not None
        for window in self.windows:
            if not modules and window.session.ran == self._watch.source:
                window.as_it_was()
            elif self._reload is Reload.ASK:
                window.ask_to_rerun()
            elif self._reload is Reload.AT_ONCE:
                window.rerun()

    def exec(self) -> int:
        """Run until the last window is closed; the program's exit code."""
        code = self.qt.exec()
        return code if self._code is None else self._code

    def screenshot(self, file: Path) -> int:
        """Run the script once, write a picture of its window, and end.

        Returns:
            0; or 1 when the script raised or could not be compiled, or the picture could not be written.
        """
        window = self.open_window()
        outcome: list[int] = []

        def take() -> None:
            root = window.stage.root.native() if window.stage.root is not None else None
            if isinstance(root, Root):
                root.fill_visible()
            failed = window.problem or window.session.last_end is End.FAILED
            if not window.grab().save(str(file)):
                print(f"deskstate: cannot write the picture {file}", file=sys.stderr)
                failed = True
            outcome.append(FAILED if failed else 0)
            self.qt.exit()

        def settled(_window: Window) -> None:
            self.when_settled(None)
            QTimer.singleShot(SETTLE_MS, take)

        self.when_settled(settled)
        code = self.exec()
        return outcome[0] if outcome else code or FAILED
