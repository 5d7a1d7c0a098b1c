"""How smooth a window stays: a stream of texts, a computing script, thousands of elements that appear. Prints JSON.

python smooth.py stream deskstate|qt      python smooth.py busy|appear deskstate
"""

from __future__ import annotations

import json
import os
import runpy
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from deskstate.shell.window import Window

HERE = Path(__file__).parent
SECONDS = 5.0
TICK_MS = 10
SETTLE_MS = 1000
"""Until the window stands and everything is loaded."""


def finish(record: dict[str, Any]) -> None:
    """Print and end at once."""
    print(json.dumps(record), flush=True)
    os._exit(0)


class Texts(QObject):
    """Counts the different texts that are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.label: QLabel | None = None
        self.last = ""
        self.shown = 0
        self.gap_ms = 0.0
        self.at = 0.0
        self.began = 0.0
        self.finder = QTimer(self)
        self.finder.timeout.connect(self.find)
        self.finder.start(1)

    def find(self) -> None:
        """Look for the label until it is there."""
        for widget in QApplication.topLevelWidgets():
            for label in widget.findChildren(QLabel):
                if label.text().startswith("Value = "):
                    self.label = label
                    self.finder.stop()
                    label.installEventFilter(self)
                    return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The label is painted."""
        if event.type() == QEvent.Type.Paint and self.label is not None and self.label.text() != self.last:
            now = time.perf_counter()
            self.last = self.label.text()
            self.shown += 1
            if self.at:
                self.gap_ms = max(self.gap_ms, (now - self.at) * 1000)
            else:
                self.began = now
            self.at = now
            if self.last.endswith("end"):
                rate = self.shown / (now - self.began)
                finish({"shown_per_s": rate, "gap_ms": self.gap_ms, "last_shown": True})
        return False


class Lateness(QObject):
    """Notes how late a timer of the GUI thread is."""

    def __init__(self, until_s: float) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self.until = time.perf_counter() + until_s
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.fire)
        self.due = 0.0
        self.next()

    def next(self) -> None:
        """Ask for the next tick."""
        self.due = time.perf_counter() + TICK_MS / 1000
        self.timer.start(TICK_MS)

    def fire(self) -> None:
        """A tick."""
        now = time.perf_counter()
        self.late_ms.append((now - self.due) * 1000)
        if now > self.until:
            finish({"median_ms": statistics.median(self.late_ms), "worst_ms": max(self.late_ms)})
        self.next()


def tick_box() -> None:
    """Do what shows the elements."""
    window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))
    next(live for live in window.stage.lives.values() if live.key == "show").commit(True)


def main() -> None:
    """Run the program with an observer."""
    action, framework = sys.argv[1], sys.argv[2]
    keep: list[QObject] = []
    run_loop = QApplication.exec

    def watched_exec(*_: Any) -> int:
        if action == "stream":
            keep.append(Texts())
        else:
            QTimer.singleShot(SETTLE_MS, lambda: keep.append(Lateness(SECONDS if action == "busy" else 2.0)))
        if action == "appear":
            QTimer.singleShot(SETTLE_MS + 100, tick_box)
        return run_loop()

    QApplication.exec = watched_exec  # type: ignore[method-assign] # both kinds of program come through here
    script, argument = {
        "stream": (f"stream_{'app' if framework == 'deskstate' else 'qt'}.py", str(SECONDS)),
        "busy": ("busy_app.py", str(SECONDS + 1)),
        "appear": ("appear_app.py", "3000"),
    }[action]
    if framework == "deskstate":
        from deskstate.cli import main as run_deskstate

        run_deskstate([str(HERE / script), "--no-reload", "--", argument])
    else:
        sys.argv = [script, argument]
        runpy.run_path(str(HERE / script), run_name="__main__")


if __name__ == "__main__":
    main()
