"""A thin line across: dividers, and what underlines a heading.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QLinearGradient, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstate_widgets.parts.tokens import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_RAINBOW: Final = ("red", "orange", "yellow", "green", "blue", "violet")


class RuleLine(QWidget):
    """A line in the colour of borders, of one hue, or of all of them."""

    def __init__(self, thickness_px: int = 1, margin_px: int = 0) -> None:
        """Make a line.

        Args:
            thickness_px: Of the line.
            margin_px: Free space above and below.
        """
        super().__init__()
        self._thickness_px = thickness_px
        self._color: str | None = None
        self.setFixedHeight(thickness_px + 2 * margin_px)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_color(self, color: str | None) -> None:
        """Take a colour's name, "rainbow", or None for the one of borders."""
        if color != self._color:
            self._color = color
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the line."""
        painter = QPainter(self)
        tokens = tokens_of(self)
        top = (self.height() - self._thickness_px) // 2
        if self._color == "rainbow":
            gradient = QLinearGradient(0, 0, self.width(), 0)
            for place, name in enumerate(_RAINBOW):
                gradient.setColorAt(place / (len(_RAINBOW) - 1), QColor(tokens.hues[name].solid))
            painter.fillRect(0, top, self.width(), self._thickness_px, gradient)
        else:
            name = "gray" if self._color == "grey" else self._color
            color = tokens.hues[name].solid if name in tokens.hues else tokens.border
            painter.fillRect(0, top, self.width(), self._thickness_px, QColor(color))
