"""The line behind the last chip, in which a person looks for more.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

import shiboken6
from PySide6.QtCore import Qt

from deskstate_widgets.choices._editor import ChoiceEditor, Offer
from deskstate_widgets.choices._rows import Rows, rows_for_many

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

_ROOM_PX: Final = 20
"""Behind the text, so that it does not scroll at every letter."""


class Chips(Protocol):
    """What the line stands behind."""

    values: tuple[str, ...]
    """What is chosen."""

    def chip_count(self) -> int: ...

    def add(self, labels: tuple[str, ...], limit: int | None) -> None: ...

    def remove(self, place: int) -> None: ...

    def step(self, start: int, by: int) -> None: ...

    def press_at(self, at: QPoint) -> None: ...


class ChipLine(ChoiceEditor):
    """The line behind the last chip."""

    LEAST_PX: Final = 4
    """Its width while there is no text in it: the cursor has room behind a chip, and needs no line of its own."""

    def __init__(self, chips: Chips, field: QWidget, parent: QWidget) -> None:
        """Make a line without text.

        Args:
            chips: What it stands behind.
            field: The frame around both, which is painted as one with the focus of the line.
            parent: What is scrolled inside of the frame.
        """
        super().__init__(parent)
        self.setProperty("look", "choice-line")
        self.limit: int | None = None
        """How many may be chosen."""
        self.select_all_up_to = 0
        """Offer all rows at once while there are no more than this."""
        self._placeholder = ""
        self._chips = chips
        self._field = field

    def field(self) -> QWidget:
        return self._field

    def width_wanted(self) -> int:
        """What the text needs, in px; next to nothing while there is none, so that it never opens a line of its own."""
        return self.fontMetrics().horizontalAdvance(self.text()) + _ROOM_PX if self.text() else self.LEAST_PX

    def set_placeholder(self, text: str) -> None:
        """Say this while there are no chips."""
        self._placeholder = text
        self.show_placeholder()

    def show_placeholder(self) -> None:
        """Say the placeholder, or not."""
        self.setPlaceholderText("" if self._chips.values else self._placeholder)

    def set_filter_mode(self, mode: str | None) -> None:
        """How typing narrows the list down; None: nothing can be typed."""
        self.filter_mode = mode
        self.setReadOnly(mode is None)

    def offer(self, typed: str) -> Offer:
        if self.limit is not None and len(self._chips.values) >= self.limit:
            options = "option" if self.limit == 1 else "options"
            return Offer(Rows(()), 0, note=f"You can only select up to {self.limit} {options}. Remove an option first.")
        rows = rows_for_many(
            self.options,
            self._chips.values,
            typed,
            self.filter_mode,
            accept_new=self.accept_new,
            select_all_up_to=self.select_all_up_to,
        )
        return Offer(rows, rows.best, note="No results" if typed.strip() or not self.options else "All are selected")

    def pick(self, labels: tuple[str, ...]) -> None:
        self.clear()
        self._chips.add(labels, self.limit)

    def close_typing(self) -> None:
        self.clear()

    def press_on_field(self, at: QPoint) -> None:
        self._chips.press_at(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.cursorPosition() == 0 and not self.hasSelectedText() and self._chips.values:
            if event.key() == Qt.Key.Key_Backspace:
                self._chips.remove(-1)
                return
            if event.key() == Qt.Key.Key_Left:
                self._chips.step(self._chips.chip_count(), -1)
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.text():
            super().mousePressEvent(event)
        else:
            event.ignore()  # the field opens the list

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._field.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if shiboken6.isValid(self._field):  # a field that is being deleted gives the focus away as its last act
            self._field.update()
