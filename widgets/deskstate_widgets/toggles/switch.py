"""The switch of a toggle: a knob that slides over when it is switched.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter

from deskstate_widgets.toggles._check_row import LINE_PX, CheckRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstate_widgets.look.tokens import Tokens

_WIDTH_PX: Final = 34
_HEIGHT_PX: Final = 20
_KNOB_OFF_PX: Final = 5.5
"""Radius of the knob when off, and when on."""
_KNOB_ON_PX: Final = 7.0
_DURATION_MS: Final = 110


class Switch(CheckRow):
    """A check box that looks like a switch."""

    def __init__(self, on_link: Callable[[str], object]) -> None:
        super().__init__(_WIDTH_PX, on_link)
        self._slide: QVariantAnimation | None = None
        self.clicked.connect(self._slide_over)

    def stop(self) -> None:
        """End the movement of the knob at once."""
        if self._slide is not None:
            self._slide.stop()

    def _slide_over(self) -> None:
        if self._slide is None:
            self._slide = QVariantAnimation(self)
            self._slide.setDuration(_DURATION_MS)
            self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
            self._slide.valueChanged.connect(self.update)
        self._slide.stop()
        on = self.isChecked()
        self._slide.setStartValue(0.0 if on else 1.0)
        self._slide.setEndValue(1.0 if on else 0.0)
        self._slide.start()

    def _place(self) -> float:
        """Where the knob is: 0.0 at off, 1.0 at on."""
        if self._slide is not None and self._slide.state() == QVariantAnimation.State.Running:
            return float(self._slide.currentValue())
        return 1.0 if self.isChecked() else 0.0

    def paint_mark(self, painter: QPainter, tokens: Tokens) -> None:
        place = self._place()
        body = QRectF(0, (LINE_PX - _HEIGHT_PX) / 2, _WIDTH_PX, _HEIGHT_PX)
        scale = self.paint_body(painter, tokens, body, _HEIGHT_PX / 2)
        knob = tokens.on_primary if self.isChecked() else tokens.border_strong
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(knob if self.isEnabled() else tokens.faint))
        x = _HEIGHT_PX / 2 + place * (_WIDTH_PX - _HEIGHT_PX)
        radius = scale * (_KNOB_OFF_PX + place * (_KNOB_ON_PX - _KNOB_OFF_PX))
        painter.drawEllipse(QPointF(x, LINE_PX / 2), radius, radius)
