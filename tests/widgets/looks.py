"""What the mouse brings out on a widget, and which colours are on its picture.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget


def enter(widget: QWidget) -> None:
    """Bring the mouse over a widget."""
    QTest.mouseMove(widget, widget.rect().center() + QPoint(1, 0))
    QTest.mouseMove(widget, widget.rect().center())


def pixels(widget: QWidget, area: QRect | None = None) -> set[str]:
    """The colours in a part of a widget."""
    image = widget.grab(area or widget.rect()).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
