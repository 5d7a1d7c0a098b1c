"""The frame of what opens below a field: a panel with rounded corners and a soft shadow.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QRegion
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskstate_widgets.look.compositor import is_composited
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import RADIUS_PX

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SHADOW_PX: Final = 14


class PopupFrame(QWidget):
    """A popup window around a panel; hidden when made. Without a compositor it has no shadow."""

    def __init__(self, owner: QWidget) -> None:
        kind = Qt.WindowType
        super().__init__(owner, kind.Popup | kind.FramelessWindowHint | kind.NoDropShadowWindowHint)
        self._shadow_px = _SHADOW_PX if is_composited() else 0
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._shadow_px > 0)
        self.panel = QFrame()
        """Its layout holds what the popup is about."""
        self.panel.setProperty("look", "choice-panel")
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(*4 * (self._shadow_px,))
        self._around.addWidget(self.panel)

    def place_panel(self, panel: QRect) -> None:
        """Put the panel there, in the coordinates of the screen."""
        self._around.activate()  # it may still ask for the size of what is gone
        around = self._shadow_px
        self.setGeometry(panel.adjusted(-around, -around, around, around))
        if not around:
            path = QPainterPath()
            path.addRoundedRect(QRectF(0, 0, panel.width(), panel.height()), RADIUS_PX, RADIUS_PX)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft shadow, a little lower than the panel."""
        if not self._shadow_px:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 13 if tokens_of(self).dark else 4))
        panel = QRectF(self.panel.geometry())
        for spread in range(_SHADOW_PX - 4):
            layer = panel.adjusted(-spread, -spread / 2, spread, spread).translated(0, 2)
            painter.drawRoundedRect(layer, RADIUS_PX + spread, RADIUS_PX + spread)
        painter.end()
