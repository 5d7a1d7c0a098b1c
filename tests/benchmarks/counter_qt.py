"""The counter with N other elements, written by hand in Qt: one flat layout in a scroll area."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

count = int(sys.argv[1]) if len(sys.argv) > 1 else 0
app = QApplication(sys.argv[:1])
window = QWidget()
window.resize(700, 700)
outer = QVBoxLayout(window)
area = QScrollArea()
area.setWidgetResizable(True)
outer.addWidget(area)
body = QWidget()
column = QVBoxLayout(body)
column.addWidget(QLabel("<h1>Counter</h1>"))
button = QPushButton("Increment")
column.addWidget(button)
text = QLabel("Count = 0")
column.addWidget(text)
clicks = 0


def increment() -> None:
    """Count up."""
    global clicks
    clicks += 1
    text.setText(f"Count = {clicks}")


button.clicked.connect(increment)
for number in range(count):
    match number % 4:
        case 0:
            label = QLabel(f"Line {number} with **some** text")
            label.setTextFormat(Qt.TextFormat.MarkdownText)
            column.addWidget(label)
        case 1:
            column.addWidget(QLineEdit(f"value {number}"))
        case 2:
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setRange(0, 100)
            slider.setValue(number % 100)
            column.addWidget(slider)
        case _:
            box = QCheckBox(f"Option {number}")
            box.setChecked(number % 8 == 3)
            column.addWidget(box)
column.addStretch()
area.setWidget(body)
window.show()
app.exec()
