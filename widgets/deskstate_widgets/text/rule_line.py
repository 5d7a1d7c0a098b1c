"""Thin lines across: dividers, and what underlines a heading.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstate_widgets.look.colors import hue
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_MARGIN_PX: Final = 8
_RAINBOW: Final = ("red", "orange", "yellow", "green", "blue", "violet")


class RuleLine(QWidget):
    """A hairline with some space above and below."""

    def __init__(self) -> None:
        """Make a line."""
        super().__init__()
        self.setFixedHeight(1 + 2 * _MARGIN_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the line."""
        painter = QPainter(self)
        painter.fillRect(QRect(0, _MARGIN_PX, self.width(), 1), QColor(tokens_of(self).border))
        painter.end()


def paint_rule(painter: QPainter, area: QRect, color: str, tokens: Tokens) -> None:
    """Fill an area with the colour of a name, or with "rainbow"."""
    if color == "rainbow":
        from PySide6.QtGui import QLinearGradient  # late: few headings have a rainbow

        gradient = QLinearGradient(area.left(), 0, area.right(), 0)
        for place, name in enumerate(_RAINBOW):
            gradient.setColorAt(place / (len(_RAINBOW) - 1), QColor(tokens.hues[name].solid))
        painter.fillRect(area, gradient)
    else:
        tint = hue(tokens, color)
        painter.fillRect(area, QColor(tint.solid if tint else tokens.border))
