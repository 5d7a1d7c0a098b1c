"""The big number of a metric, and the pill with its change.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from deskstate_widgets.look.colors import hue
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.markdown.text_style import line_height, size_px
from deskstate_widgets.text.read_text import ReadText

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from deskstate_widgets.text.rich_text import Words

FIGURE_SIZE: Final = "h2"
_SMALLER: Final = "h3"
_SHORT_PILL_PX: Final = 96


class FigureText(ReadText):
    """A number that is set smaller, and then cut short, where there is little room."""

    def __init__(self) -> None:
        """Make an empty one."""
        super().__init__()
        self.be_a_figure()

    def _write(self, words: Words, *, cut: bool = False) -> None:
        super()._write(words, cut=cut)
        full_px = line_height(round(size_px(FIGURE_SIZE, aside=False) * self._zoom), heading=True)
        self._surround(above_px=full_px - self._line_px if words.size == _SMALLER else 0)  # as high as its neighbours

    def stands_aside(self) -> bool:
        """Never: a figure is as large in the sidebar as in the page."""
        return False

    def _make_fit(self, words: Words, room_px: int) -> None:
        smaller = words._replace(size=_SMALLER)
        self._write(smaller, cut=True)
        self.setToolTip("")
        if self.ideal_width() > room_px:
            super()._make_fit(smaller, room_px)


class Pill(ReadText):
    """A short text on a round ground of its own colour."""

    SIDE_PX = 8

    def __init__(self) -> None:
        """Make an empty one."""
        super().__init__()
        self.be_a_figure()

    def minimumSizeHint(self) -> QSize:
        """All of it, unless it is long."""
        return QSize(min(self.sizeHint().width(), _SHORT_PILL_PX), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tint = hue(tokens_of(self), self.words.role)
        if tint is not None:
            painter.setBrush(QColor(tint.background))
        radius_px = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius_px, radius_px)
        painter.end()
        super().paintEvent(event)
