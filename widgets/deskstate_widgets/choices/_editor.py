"""The line in which a person narrows a list of options down: what its keys do, and the list below it.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent

from deskstate_widgets.boxes.in_view import bring_into_view
from deskstate_widgets.choices._popup import ChoicePopup
from deskstate_widgets.choices._rows import Rows
from deskstate_widgets.editing.one_line import OneLine
from deskstate_widgets.text.direction import LEFT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_OPENING_KEYS = frozenset((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4, Qt.Key.Key_Return, Qt.Key.Key_Enter))
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Offer(msgspec.Struct, frozen=True):
    """What the list shows for what has been typed."""

    rows: Rows
    current: int
    """The row that Enter takes."""
    marked: int = -1
    """The row that is chosen already; -1: none."""
    note: str = "No results"
    """Said when there are no rows."""


class ChoiceEditor(OneLine):
    """A line edit with a list. A subclass says what is on offer and what picking means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(LEFT | Qt.AlignmentFlag.AlignVCenter)
        self.options: Sequence[str] = ()
        self.filter_mode: str | None = None
        self.accept_new = False
        self._rows = Rows(())
        self._popup: ChoicePopup | None = None
        self.textEdited.connect(self._typed)

    def field(self) -> QWidget:
        """The frame below which the list opens."""
        return self

    def offer(self, typed: str) -> Offer:
        """What the list shows now."""
        raise NotImplementedError

    def pick(self, labels: tuple[str, ...]) -> None:
        """The person picked a row that stands for these labels."""
        raise NotImplementedError

    def open_typing(self) -> None:
        """The list is about to open."""

    def close_typing(self) -> None:
        """The list has closed: forget what was typed."""

    def press_on_field(self, at: QPoint) -> None:
        """The mouse was pressed on the field while the list was open."""
        self.close_list()

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup is not None and self._popup.isVisible()

    @property
    def typed(self) -> str:
        """What narrows the list down."""
        return "" if self.isReadOnly() else self.text()

    def open_list(self) -> None:
        """Show the list, if there is anything that could be chosen."""
        if self.is_open or not self.isEnabled():
            return
        if self._popup is None:
            self._popup = ChoicePopup(self.field())
            self._popup.picked.connect(self._picked)
            self._popup.closed.connect(self.close_typing)
            self._popup.pressed_on_field.connect(self.press_on_field)
        bring_into_view(self.field())
        self.open_typing()
        self._fill(self._popup, stay=False)
        self._popup.open()

    def close_list(self) -> None:
        """Hide the list and forget what was typed."""
        if self._popup is not None:
            self._popup.hide()

    def toggle_list(self) -> None:
        """Show the list, or hide it."""
        if self.is_open:
            self.close_list()
        else:
            self.open_list()

    def refresh(self, *, stay: bool = False) -> None:
        """Show what is on offer now, if the list is open.

        Args:
            stay: Do not scroll and keep the same row highlighted, for options that change under the person's hands.
        """
        if self._popup is not None and self.is_open:
            self._fill(self._popup, stay)

    def follow_field(self) -> None:
        """The field has got another place or size: bring an open list along."""
        if self._popup is not None and self.is_open:
            self._popup.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, command = event.key(), bool(event.modifiers() & _COMMANDS)
        if self._popup is not None and self.is_open:
            in_text = key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.typed != "" and not command
            if not in_text and self._popup.press(event):
                return
        elif key in _OPENING_KEYS or (key == Qt.Key.Key_Space and not self.typed):
            self.open_list()
            return
        letter = event.text().isprintable() and event.text() != "" and (not command or _is_alt_gr(event))
        if letter:
            self.open_list()
        if letter and self._popup is not None and self.filter_mode is None:
            self._popup.search(event.text())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab takes the highlighted row if the person typed or moved there, and goes on to the next control.

        Qt calls this as well when the field is hidden or disabled, which takes nothing.
        """
        if self._popup is not None and self.is_open:
            if self.isEnabled() and self.isVisible() and (self.typed.strip() or self._popup.moved):
                self._popup.take_current()
            self.close_list()
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list leaves the focus here, whatever Qt says when a popup opens: the cursor goes on blinking."""
        if event.reason() != Qt.FocusReason.PopupFocusReason or not self.is_open:
            super().focusOutEvent(event)

    def show_cursor(self) -> None:
        """Make the cursor blink after the field was read-only."""
        if self.hasFocus():
            super().focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.PopupFocusReason))

    def _fill(self, popup: ChoicePopup, stay: bool) -> None:
        offer = self.offer(self.typed)
        self._rows = offer.rows
        popup.show_rows(offer.rows, current=offer.current, marked=offer.marked, note=offer.note, stay=stay)

    def _typed(self) -> None:
        if self.is_open:
            self.refresh()
        else:
            self.open_list()

    def _picked(self, row: int) -> None:
        self.pick(self._rows.picked(row))


def _is_alt_gr(event: QKeyEvent) -> bool:
    """Whether the modifiers are those of AltGr on Windows, which types letters."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.modifiers() & both == both
