"""Inside of a bundle that is measured: says when the counter was first painted, and ends the program there.

Both bundles import this first. It does nothing unless `BUNDLE_PROBE` names a file, and loads nothing by itself: Qt
comes when the program asks for it. A text counts as painted as in `probe.py`.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any

ENTERED_NS = time.monotonic_ns()
OUT = os.environ.get("BUNDLE_PROBE")
TEXT = "Count = 0"


class Finder:
    """Waits on `sys.meta_path` for Qt's widgets and has their event loop watched."""

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        """Leave the search to the others."""
        if name != "PySide6.QtWidgets":
            return None
        sys.meta_path.remove(self)
        spec = next(spec for finder in sys.meta_path if (spec := finder.find_spec(name, path, target)) is not None)
        loader: Any = spec.loader
        load = loader.exec_module

        def load_and_watch(module: Any) -> None:
            load(module)
            watch(module)

        loader.exec_module = load_and_watch
        return spec


def watch(widgets: Any) -> None:
    """Look at the first window from the moment that the event loop is about to run."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    run_loop = widgets.QApplication.exec
    kinds = (QEvent.Type.UpdateRequest, QEvent.Type.Expose, QEvent.Type.Paint)

    class Probe(QObject):
        """Watches the window."""

        def __init__(self) -> None:
            super().__init__()
            self.loop_ns = time.monotonic_ns()
            self.checking = False
            self.window = next(each for each in widgets.QApplication.topLevelWidgets() if each.isVisible())
            self.window.installEventFilter(self)
            self.window.windowHandle().installEventFilter(self)
            self.look()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            """A repaint begins."""
            if event.type() in kinds:
                self.look()
            return False

        def shown(self) -> bool:
            """The window has the text."""
            return any(label.text() == TEXT for label in self.window.findChildren(widgets.QLabel))

        def look(self) -> None:
            """See to it that the end of this repaint is noticed."""
            if not self.checking and self.shown():
                self.checking = True
                QTimer.singleShot(0, self.painted)

        def painted(self) -> None:
            """Write the times down and end at once."""
            now = time.monotonic_ns()
            self.checking = False
            if not self.window.windowHandle().isExposed():
                return
            times = {"entered_ns": ENTERED_NS, "loop_ns": self.loop_ns, "first_ns": now}
            with open(str(OUT), "w") as file:
                file.write("{" + ", ".join(f'"{name}": {value}' for name, value in times.items()) + "}")
            os._exit(0)

    def watched_loop(*_: Any) -> int:
        probe = Probe()
        code = int(run_loop())
        del probe
        return code

    widgets.QApplication.exec = watched_loop


if OUT is not None:
    sys.meta_path.insert(0, Finder())
