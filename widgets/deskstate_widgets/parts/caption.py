"""The words on a button or beside a check box: inline Markdown that wraps, or ends in an ellipsis, as there is room.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSpacerItem

from deskstate_widgets.parts.markdown import is_plain, plain_text
from deskstate_widgets.parts.richtext import InlineLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_SPARE_PX: Final = 1
"""So that no fraction of a px makes a label wrap."""


class Caption(InlineLabel):
    """A label that can be narrower than its text, and says how wide it would like to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty label."""
        super().__init__(parent)
        self._text = ""
        self._wrap = True
        self._cut = False
        self._natural_px = 0
        self._room: QSpacerItem | None = None

    def show_text(self, source: str, *, wrap: bool) -> None:
        """Show a text.

        Args:
            source: Inline Markdown.
            wrap: Whether a long text takes several lines.
        """
        self._text, self._wrap = source, wrap
        self.set_markdown(source)
        if is_plain(source):
            self._natural_px = self.fontMetrics().size(0, source).width() + _SPARE_PX
        else:
            self.setWordWrap(False)
            self._natural_px = self.sizeHint().width()
        self.setWordWrap(wrap)
        self.setMinimumWidth(0 if wrap else 1)
        self._cut = False

    @property
    def cut_text(self) -> str:
        """All of the text, while only a part of it can be seen; else nothing."""
        return plain_text(self._text) if self._cut else ""

    def ask_for_room(self, grid: QGridLayout, row: int, column: int) -> None:
        """Make the column of a grid ask for the natural width.

        A label that wraps asks for less by itself: Qt guesses a pleasant shape for its text.
        """
        if self._room is not None:
            grid.removeItem(self._room)
        self._room = QSpacerItem(self._natural_px, 0, QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        grid.addItem(self._room, row, column)

    @property
    def natural_px(self) -> int:
        """Width of the text in one line."""
        return self._natural_px

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wrap:
            return
        self._cut = self.width() < self._natural_px
        if self._cut:
            self.show_plain(self.fontMetrics().elidedText(self.cut_text, Qt.TextElideMode.ElideRight, self.width()))
        else:
            self.restyle()
