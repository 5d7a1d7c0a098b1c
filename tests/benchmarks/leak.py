"""What many reruns, or many windows, leave in memory. Prints JSON.

python leak.py reruns 10000 | windows 1000
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from deskstate.runtime.options import Options
from deskstate.runtime.script import Script
from deskstate.shell.application import Application, Reload
from deskstate.testing.window import AppWindow, deliver_deferred

HERE = Path(__file__).parent


def memory_mib() -> float:
    """What this process has written; what it only reads is shared with others, as they come and go."""
    gc.collect()
    with open("/proc/self/smaps_rollup") as file:
        return sum(int(line.split()[1]) / 1024 for line in file if line.startswith("Private_Dirty"))


def rerun(window: AppWindow, count: int) -> None:
    """Click that often."""
    button = window.find(label="Increment")
    for _ in range(count):
        button.live.commit(True)
        while window.window.busy:
            QApplication.processEvents()


def open_and_close(app: Application, count: int) -> None:
    """Open and close that many windows, one after another."""
    for _ in range(count):
        window = AppWindow(app, app.open_window()).wait()
        window.close()
        deliver_deferred()


def main() -> None:
    """Measure after a warm-up, and again after the whole count."""
    what, count = sys.argv[1], int(sys.argv[2])
    sys.argv = [str(HERE / "counter_app.py")]
    qt = QApplication([])
    qt.setQuitOnLastWindowClosed(False)
    app = Application(Script(HERE / "counter_app.py"), Options(), reload=Reload.NEVER)
    if what == "reruns":
        window = AppWindow(app, app.open_window()).wait()
        rerun(window, count // 5)
        before = memory_mib()
        rerun(window, count)
    else:
        open_and_close(app, count // 5)
        before = memory_mib()
        open_and_close(app, count)
    print(json.dumps({"grown_mib": memory_mib() - before, "before_mib": before}))


main()
