"""A field of several lines that grows with its text or keeps its height, and counts characters if they are limited.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMargins, Qt, Signal
from PySide6.QtGui import QFontMetrics, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy

from deskstate_widgets.boxes.in_view import bring_into_view
from deskstate_widgets.boxes.scroll_box import settle
from deskstate_widgets.boxes.sizing import UNLIMITED_PX
from deskstate_widgets.editing.leaving import leave
from deskstate_widgets.editing.units import cut_to, units_of
from deskstate_widgets.look.fonts import even_figures
from deskstate_widgets.look.zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

_PAD_PX: Final = 9
"""From the outer edge to the text, above and below, as the style sheet has it."""
_SPARE_PX: Final = 2
"""Qt scrolls when the last line ends with the last pixel."""
_END_PX: Final = 8
"""Between the text and a scroll bar."""
_COUNTER_PX: Final = 20
_LINES: Final = 3
_FEWEST_LINES: Final = 2


class TextBox(QPlainTextEdit):
    """A text edit that knows the text that was committed last. Esc leaves it, as it is."""

    entered = Signal()
    """Ctrl+Enter was pressed (Command+Return on a Mac)."""
    left = Signal()
    """The focus went elsewhere in the window, or the window lost it."""
    edited = Signal(str)
    """The text, after a person changed it."""

    def __init__(self) -> None:
        self._ready = False
        """Qt tells of changes before there is anything to change."""
        super().__init__()
        self.committed = ""
        """The text as the script knows it."""
        self.setProperty("look", "field")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._limit: int | None = None
        self._counter: QLabel | None = None
        self._height: str | int | None = None
        self._showing = False
        self._ready = True
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """Show a committed text; the cursor stays where it is."""
        self.committed = text
        if text == self.toPlainText():
            return
        at = self.textCursor().position()
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        cursor = self.textCursor()
        cursor.setPosition(min(at, max(self.document().characterCount() - 1, 0)) if self.hasFocus() else 0)
        self.setTextCursor(cursor)

    def set_limit(self, count: int | None) -> None:
        """Take no more than so many characters, and count them while the person types."""
        self._limit = count
        if count is not None and self._counter is None:
            self._counter = QLabel(self)
            self._counter.setFont(even_figures())
            self._counter.setProperty("look", "note")
        self._count()

    def set_lines(self, height: str | int | None) -> None:
        """Set the height: None: three lines; "content": as many as there are; "stretch": what is left over, or more."""
        self._height = height
        self._make_room()
        # A bar would flash up for a moment each time that the text grows by a line.
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if height == "content" else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self.toPlainText() != self.committed)  # else it may close what is around as well
            leave(self)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._count()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._count()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count()
        if self._height in ("content", "stretch"):
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._ready:
            self._fit()
            self._count()

    def _make_room(self) -> None:
        """Keep the text clear of a scroll bar and of the counter."""
        margins = QMargins(0, 0, _END_PX, self._strip_px())
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)

    def _strip_px(self) -> int:
        """Height of the room for the counter while it counts; a box as high as its text keeps it, so as not to jump."""
        counts = self._limit is not None and (self.hasFocus() or self._height == "content")
        return zoomed(self, _COUNTER_PX) if counts else 0

    def _changed(self) -> None:
        text = self.toPlainText()
        if self._limit is not None and not self._showing and units_of(text) > self._limit:
            self._cut(text, units_of(text) - self._limit)
            return
        self._count()
        if self._height in ("content", "stretch") and self._fit() and self.hasFocus():
            settle()
        if not self._showing:
            bring_into_view(self, self.cursorRect().translated(self.viewport().pos()))
            self.edited.emit(text)

    def _cut(self, text: str, surplus: int) -> None:
        """Take back what was typed or pasted beyond the limit: the characters in front of the cursor, none by half."""
        cursor = self.textCursor()
        end = cursor.position() if cursor.position() >= surplus else self.document().characterCount() - 1
        cursor.setPosition(units_of(cut_to(text, end - surplus)))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _fit(self) -> bool:
        """Ask for the height that the text needs now. True: it is another one."""
        line_px = QFontMetrics(self.font()).lineSpacing()
        rest_px = 2 * zoomed(self, _PAD_PX) + _SPARE_PX
        if self._height == "content":
            rest_px += self._strip_px()
        policy = self.sizePolicy()
        grows = self._height not in (None, "content")
        policy.setVerticalPolicy(QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        if isinstance(self._height, int):
            low_px, high_px = line_px + rest_px, UNLIMITED_PX
        elif self._height is None:
            low_px = high_px = _LINES * line_px + rest_px
        else:
            lines = max(round(self.document().size().height()), _FEWEST_LINES)
            low_px = lines * line_px + rest_px
            high_px = low_px if self._height == "content" else UNLIMITED_PX
        if (self.minimumHeight(), self.maximumHeight()) == (low_px, high_px):
            return False
        self.setMinimumHeight(low_px)
        self.setMaximumHeight(high_px)
        return True

    def _count(self) -> None:
        self._make_room()
        if self._counter is None:
            return
        self._counter.setVisible(self._limit is not None and self.hasFocus())
        self._counter.setText(f"{units_of(self.toPlainText())}/{self._limit}")
        self._counter.adjustSize()
        right, bottom = self.width() - _PAD_PX - 2, self.height() - _PAD_PX + 2
        self._counter.move(right - self._counter.width(), bottom - self._counter.height())
