"""A label written as fast as a thread can for some seconds, by hand in Qt: newest value only, one wake at a time."""

from __future__ import annotations

import sys
import threading
import time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

seconds = float(sys.argv[1])
app = QApplication(sys.argv[:1])
window = QWidget()
column = QVBoxLayout(window)
label = QLabel("Value = 0")
column.addWidget(label)
window.resize(300, 100)
window.show()


class Newest(QObject):
    """Carries the newest text to the GUI thread."""

    waiting = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.asked = False
        self.waiting.connect(self.show_it)

    def put(self, text: str) -> None:
        """Called on the worker's thread."""
        self.text = text
        if not self.asked:
            self.asked = True
            self.waiting.emit()

    def show_it(self) -> None:
        """Called on the GUI thread."""
        self.asked = False
        label.setText(self.text)


newest = Newest()


def work() -> None:
    """Write."""
    number, until = 0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        number += 1
        newest.put(f"Value = {number}")
    newest.put(f"Value = {number} end")


worker = threading.Thread(target=work, daemon=True)
QTimer.singleShot(300, worker.start)
app.exec()
