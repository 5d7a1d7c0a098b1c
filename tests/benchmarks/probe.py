"""Runs a Qt program unchanged and measures it from inside.

    python probe.py ACTION OUT.json qt SCRIPT.py [arguments]          a hand-written Qt program
    python probe.py ACTION OUT.json deskstate SCRIPT.py [arguments]   a deskstate app

Both show a label "Count = 0" and a button "Increment". A text counts as shown when a repaint of the window that began
with it has returned to the event loop. Times are of CLOCK_MONOTONIC, which all processes share.
"""

from __future__ import annotations

import time

ENTERED_NS = time.monotonic_ns()

import json  # noqa: E402
import os  # noqa: E402
import runpy  # noqa: E402
import sys  # noqa: E402
from typing import Any  # noqa: E402

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QMouseEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget  # noqa: E402

QT_LOADED_NS = time.monotonic_ns()
PREFIX = "Count = "
CLICKS = int(os.environ.get("PROBE_CLICKS", "40"))
PAUSE_MS = int(os.environ.get("PROBE_PAUSE_MS", "15"))
SETTLE_MS = 300


def memory_mib() -> float:
    """Proportional set size of this process."""
    with open("/proc/self/smaps_rollup") as file:
        for line in file:
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


class Probe(QObject):
    """Watches the first window."""

    def __init__(self, action: str, out: str) -> None:
        super().__init__()
        self.action = action
        self.out = out
        self.record: dict[str, Any] = {"entered_ns": ENTERED_NS, "qt_loaded_ns": QT_LOADED_NS}
        self.window: QWidget | None = None
        self.label: QLabel | None = None
        self.button: QPushButton | None = None
        self.expected = f"{PREFIX}0"
        self.waiting = True
        self.checking = False
        self.clicked_ns = 0
        self.latencies_ms: list[float] = []
        self.memory: list[tuple[int, float]] = []

    def adopt(self) -> None:
        """Find the window once the event loop is about to run."""
        self.window = next(widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
        self.window.installEventFilter(self)
        self.window.windowHandle().installEventFilter(self)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A repaint begins."""
        kind = event.type()
        if self.waiting and kind in (QEvent.Type.UpdateRequest, QEvent.Type.Expose, QEvent.Type.Paint):
            self._look()
        return False

    def _look(self) -> None:
        if not self.checking and self._text() == self.expected:
            self.checking = True
            QTimer.singleShot(0, self._painted)

    def _text(self) -> str:
        assert self.window is not None
        if self.label is None:
            labels = self.window.findChildren(QLabel)
            self.label = next((label for label in labels if label.text().startswith(PREFIX)), None)
        return self.label.text() if self.label is not None else ""

    def _painted(self) -> None:
        now = time.monotonic_ns()
        self.checking = False
        assert self.window is not None
        if not self.waiting or not self.window.windowHandle().isExposed() or self._text() != self.expected:
            return
        self.waiting = False
        if "first_ns" not in self.record:
            self.record["first_ns"] = now
            if self.action == "first":
                self.finish()
            QTimer.singleShot(SETTLE_MS, self._begin)
            return
        self.latencies_ms.append((now - self.clicked_ns) / 1e6)
        done = len(self.latencies_ms)
        if self.action == "memory" and done % max(1, CLICKS // 4) == 0:
            self.memory.append((done, memory_mib()))
        if done >= CLICKS:
            self.finish()
        QTimer.singleShot(PAUSE_MS, self._click)

    def _begin(self) -> None:
        assert self.window is not None
        self.button = next(each for each in self.window.findChildren(QPushButton) if each.text() == "Increment")
        self.memory.append((0, memory_mib()))
        if self.action == "idle":
            self.finish()
        self._click()

    def _click(self) -> None:
        assert self.button is not None
        point = QPointF(self.button.rect().center())
        there = QPointF(self.button.mapToGlobal(self.button.rect().center()))
        left, none, no = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        press = QMouseEvent(QEvent.Type.MouseButtonPress, point, there, left, left, no)
        release = QMouseEvent(QEvent.Type.MouseButtonRelease, point, there, left, none, no)
        QApplication.sendEvent(self.button, press)
        self.expected = f"{PREFIX}{len(self.latencies_ms) + 1}"
        self.waiting = True
        self.clicked_ns = time.monotonic_ns()
        QApplication.sendEvent(self.button, release)

    def finish(self) -> None:
        """Write what was measured and end at once."""
        self.record["latencies_ms"] = self.latencies_ms
        self.record["memory_mib"] = self.memory
        with open(self.out, "w") as file:
            json.dump(self.record, file)
        os._exit(0)


def main() -> None:
    """Run the program named on the command line."""
    action, out, framework, script, *arguments = sys.argv[1:]
    probe = Probe(action, out)
    run_loop = QApplication.exec

    def watched_exec(*_: Any) -> int:
        probe.adopt()
        return run_loop()

    QApplication.exec = watched_exec  # type: ignore[method-assign] # both kinds of program come through here
    if framework == "deskstate":
        from deskstate.cli import main as run_deskstate

        run_deskstate([script, "--no-reload", "--size", "700x700", "--", *arguments])
    else:
        sys.argv = [script, *arguments]
        runpy.run_path(script, run_name="__main__")


if __name__ == "__main__":
    main()
