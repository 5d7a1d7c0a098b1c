"""Columns side by side in exact shares, or one below another on a narrow page.

GUI thread only. The layout is Qt's own; Python only turns it when the width changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtWidgets import QBoxLayout, QWidget

from deskstate_widgets.boxes.scroll_box import ScrollBox
from deskstate_widgets.look.tokens import GAP_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

NARROW_PX: Final = 640
"""A main column narrower than this may put columns one below another."""
TIGHT_PX: Final = 120
"""It does when what stands in the narrowest column would get less than this."""
SHARES: Final = 100_000
"""Weights are given to Qt in these parts of the whole."""


class ColumnsRow(QWidget):
    """A row of columns."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: list[QWidget] = []
        self._weights: list[float] = []
        self._edge_px = 0
        """Of each column, left and right together."""
        self._wrap = True
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP_PX)

    def set_columns(self, columns: Sequence[QWidget], weights: Sequence[float], edge_px: int = 0) -> None:
        """Show exactly these columns.

        Args:
            columns: Their widgets, from left to right.
            weights: Share of the width of each; they sum up to 1.
            edge_px: What a border and the space within it take of the width of each.
        """
        self._weights, self._edge_px = list(weights), edge_px
        if self._columns != list(columns):
            for column in self._columns:
                if shiboken6.isValid(column):
                    self._layout.removeWidget(column)
                    if column not in columns and column.parentWidget() is self:
                        column.setParent(None)
            following: QWidget | None = None
            for column in reversed(columns):
                column.setMinimumWidth(1)  # or wide content would change the shares
                self._layout.insertWidget(0, column)
                if following is not None:
                    column.stackUnder(following)
                following = column
            self._columns = list(columns)
        self._share()
        self.turn()

    def set_gap(self, gap_px: int) -> None:
        """Change the space between two columns."""
        self._layout.setSpacing(gap_px)
        self.turn()

    def set_wrap(self, wrap: bool) -> None:
        """Whether the columns may stand one below another."""
        self._wrap = wrap
        self.turn()

    def turn(self) -> None:
        """Lay the columns side by side or one below another, as the width of the row and of the page want it."""
        room_px = self.width() - self._layout.spacing() * (len(self._weights) - 1)
        tight = room_px * min(self._weights, default=1.0) - self._edge_px < TIGHT_PX
        side_by_side = not (self._wrap and tight and len(self._weights) > 1 and ScrollBox.page_px(self) < NARROW_PX)
        direction = QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        if direction != self._layout.direction():
            self._layout.setDirection(direction)
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.turn()

    def _share(self) -> None:
        """Give out the width; the height below one another is what each needs."""
        side_by_side = self._layout.direction() == QBoxLayout.Direction.LeftToRight
        for index, weight in enumerate(self._weights):
            self._layout.setStretch(index, max(round(weight * SHARES), 1) if side_by_side else 0)
