"""A box with rounded corners in the light tone of one hue.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter
from PySide6.QtWidgets import QWidget

from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import RADIUS_PX

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent


class TintedBox(QWidget):
    """The ground of alerts and tracebacks."""

    def __init__(self, hue: str) -> None:
        """Make a box in one of the named hues."""
        super().__init__()
        self._hue = hue
        self._announced = ""

    def set_hue(self, hue: str) -> None:
        """Change its colour."""
        if hue != self._hue:
            self._hue = hue
            self.update()

    def announce(self, words: str) -> None:
        """Give it an accessible name, which screen readers say when it appears and when it changes."""
        if self.accessibleName() != words:
            self.setAccessibleName(words)
            if self.isVisible():
                self._alert()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell screen readers what has appeared."""
        super().showEvent(event)
        self._alert()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self).hues[self._hue].background))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        painter.end()

    def _alert(self) -> None:
        if self._announced != self.accessibleName():
            self._announced = self.accessibleName()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
