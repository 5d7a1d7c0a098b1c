"""The words on a button or beside a check box: inline Markdown that wraps and ends in an ellipsis as there is room.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSpacerItem

from deskstate_widgets.look.zoom import zoomed
from deskstate_widgets.markdown.html import is_plain, plain_text
from deskstate_widgets.text.inline_label import InlineLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_SPARE_PX: Final = 1
"""So that no fraction of a px makes a label wrap."""
_TIGHT_PX: Final = 44
"""A line with less room than this is one line: a column of single letters says nothing."""


class Caption(InlineLabel):
    """A label that can be narrower than its text, and says how wide it would like to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty label."""
        super().__init__(parent)
        self._text = ""
        self._wrap = True
        self._cut = False
        self._natural_px = 0
        self._most_lines: int | None = None
        self._word_px = 0
        """Width of the longest word."""
        self._room: QSpacerItem | None = None

    def show_text(self, source: str, *, wrap: bool, most_lines: int | None = None) -> None:
        """Show a text.

        Args:
            source: Inline Markdown.
            wrap: Whether a long text takes several lines.
            most_lines: How many; None: as many as it needs, and its markup is never given up.
        """
        self._most_lines = most_lines
        self._text, self._wrap = source, wrap
        self.set_markdown(source)
        metrics = self.fontMetrics()
        self._word_px = max((metrics.horizontalAdvance(word) for word in plain_text(source).split()), default=0)
        if is_plain(source):
            self._natural_px = self.fontMetrics().size(0, source).width() + _SPARE_PX
        else:
            self.setWordWrap(False)
            self._natural_px = self.sizeHint().width()
        self.setWordWrap(wrap)
        self.setMinimumWidth(1)
        self._cut = False
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._fit()

    @property
    def cut_text(self) -> str:
        """All of the text, while a part of it cannot be seen or a word of it had to be broken; else nothing."""
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

    @property
    def word_px(self) -> int:
        """Width of the longest word."""
        return self._word_px

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Show as much of the text as there is room for, in whole words as long as they fit.

        What is hidden keeps all of it: it would not be told of more room.
        """
        if self.isHidden():
            return
        if self._wrap and self._most_lines is None:
            return
        was_cut, room_px = self._cut, self.width()
        most = self._most_lines or 1 if self._wrap and room_px >= zoomed(self, _TIGHT_PX) else 1
        self._cut = self._natural_px > room_px * most or (most > 1 and self._word_px > room_px)
        if self._cut:
            from deskstate_widgets.text._line_breaks import broken_lines  # late: few labels are too long

            self.show_plain("\n".join(broken_lines(self.cut_text, self.font(), room_px, most)))
        elif was_cut:
            self.restyle()
