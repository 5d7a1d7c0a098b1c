"""A field of one line with room inside: an icon at the left, a counter and small buttons at the right.

Where that would leave no room for the text, the text goes first: the rest is there again when the field is wider.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from deskstate_widgets.boxes.sizing import UNLIMITED_PX
from deskstate_widgets.editing.leaving import leave
from deskstate_widgets.editing.one_line import OneLine
from deskstate_widgets.editing.units import units_of
from deskstate_widgets.icons.mark import icon_mark
from deskstate_widgets.look.fonts import ensure_icons, even_figures
from deskstate_widgets.look.symbols import INTERFACE
from deskstate_widgets.look.tokens import CONTROL_PX, SMALL_GAP_PX
from deskstate_widgets.look.zoom import zoom_of, zoomed
from deskstate_widgets.text.direction import LEFT

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

_MARGIN_PX: Final = 4
_BUTTON_PX: Final = CONTROL_PX - 2 * _MARGIN_PX
_EDGE_PX: Final = 6
"""From the frame to an icon, beside the margin."""
_AROUND_PX: Final = 24
"""Frame and padding left and right of the text."""
_TEXT_PX: Final = 54
"""Width of a field in which one can just read four digits and nothing else stands."""
_CARET_PX: Final = 2
"""For the caret, and for fractions of a px."""
_LEAST_PX: Final = 28
"""Width of a field in which nothing can be read any more."""
_UNLIMITED: Final = 2**30
"""Far more characters than a person types; Qt's own default is 32,767."""


class LineField(OneLine):
    """A line edit that knows the text that was committed last. Esc leaves it, as it is."""

    edited = Signal(str)
    """A person changed the text. Qt's own `textEdited` is silent when Undo empties a password."""

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self.setAlignment(LEFT | Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._leave_middle)
        self.committed = ""
        """The text as the script knows it."""
        self.setProperty("look", "line")
        self.setFixedHeight(zoomed(self, CONTROL_PX))
        self._inside: QHBoxLayout | None = None
        self._icon: QWidget | None = None
        self._icon_name: str | None = None
        self._counter: QLabel | None = None
        self._buttons: list[QToolButton] = []
        self._clear_button: QToolButton | None = None
        self._width_px = UNLIMITED_PX  # until it is laid out
        self._shows_icon = self._shows_buttons = True
        """Whether there is room for them."""
        self._left_out_px = 0

    def show_text(self, text: str) -> None:
        """Show a committed text; a cursor in the field stays where it is."""
        self.committed = text
        if text != self.text():
            at = self.cursorPosition()
            self._showing = True
            self.setText(text)
            self._showing = False
            self.setCursorPosition(min(at, units_of(text)) if self.hasFocus() else 0)

    def rewrite(self, text: str) -> None:
        """Show a committed text in place of another way to write it: Undo brings that back."""
        self.committed = text
        if text != self.text():
            self._showing = True
            self.selectAll()
            self.insert(text)
            self._showing = False
            if not self.hasFocus():
                self.setCursorPosition(0)

    def set_icon(self, icon: str | None) -> None:
        """Show an icon at the left end: an emoji, ":material/name:" or "spinner"; None or "": no icon."""
        if (icon or None) == self._icon_name:
            return
        self._icon_name = icon or None
        self._show_icon()

    def set_limit(self, count: int | None) -> None:
        """Take no more than so many characters, and count them while the person types."""
        self._showing = True
        self.setMaxLength(_UNLIMITED if count is None else count)
        self._showing = False
        if count is not None and self._counter is None:
            self._counter = QLabel()
            self._counter.setFont(even_figures())
            self._counter.setProperty("look", "note")
            self._row().insertWidget(self._row().count() - len(self._buttons), self._counter)
            self.textChanged.connect(self._count)
        self._count()

    def add_button(self, glyph: str, words: str) -> QToolButton:
        """Put a small button at the right end; Tab passes it by, as the keys of the field do the same."""
        ensure_icons()
        button = QToolButton()
        button.setProperty("look", "inside")
        button.setFixedSize(zoomed(self, _BUTTON_PX), zoomed(self, _BUTTON_PX))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setText(glyph)
        button.setAccessibleName(words)
        self._row().addWidget(button)
        button.setVisible(self._shows_buttons)
        self._buttons.append(button)
        self._frame_row()
        self.make_room()
        return button

    def add_reveal_button(self) -> None:
        """Add an eye that shows a password while it is on."""
        # Qt asks for the letter that hides a password when the style changes, but not when it comes first.
        self.ensurePolished()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
        button = self.add_button(INTERFACE["visibility"], "Show password")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self._reveal)

    def add_clear_button(self) -> QToolButton:
        """Add a cross that empties the field; it is there while the field is not empty."""
        button = self.add_button(INTERFACE["close"], "Clear")
        button.clicked.connect(self.clear)
        self._clear_button = button
        self._show_clear(self.text())
        self.textChanged.connect(self._show_clear)
        return button

    def remove_buttons(self) -> None:
        """Take all buttons away again."""
        for button in self._buttons:
            self._row().removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self._clear_button = None
        self._frame_row()
        self.make_room()

    def minimumSizeHint(self) -> QSize:
        """As Qt has it; what is left out counts, or the field would ask for less once it got less."""
        hint = super().minimumSizeHint()
        hint.setWidth(hint.width() + self._left_out_px)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._width_px = event.size().width()
        if self._inside is not None or self._left_out_px or self._width_px < zoomed(self, _LEAST_PX):
            self.make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self.text() != self.committed)  # else it may close what is around as well
            leave(self)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() != QEvent.Type.FontChange:
            return
        self.setFixedHeight(zoomed(self, CONTROL_PX))
        if self._inside is not None:
            self._frame_row()
            for button in self._buttons:
                button.setFixedSize(zoomed(self, _BUTTON_PX), zoomed(self, _BUTTON_PX))
            self._show_icon()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._count()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._count()

    def _leave_middle(self, old: int, new: int) -> None:
        """Never stand in the middle of an emoji: behind its dots Qt takes a password apart, unit by unit of UTF-16."""
        if self.echoMode() == QLineEdit.EchoMode.Normal or self.text().isascii():
            return
        following = self.text().encode("utf-16-le")[2 * new : 2 * new + 2]
        if "\udc00" <= following.decode("utf-16-le", "surrogatepass") <= "\udfff":
            self.cursorForward(self.hasSelectedText(), 1 if new > old else -1)

    def _changed(self, text: str) -> None:
        if not self._showing:
            self.edited.emit(text)

    def _show_icon(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if self._icon_name:
            self._icon = icon_mark(self._icon_name, QPalette.ColorRole.PlaceholderText, zoom_of(self))
            self._row().insertWidget(0, self._icon)
            self._icon.setVisible(self._shows_icon)
        self.make_room()

    def _reveal(self, revealed: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if revealed else QLineEdit.EchoMode.Password)
        self._buttons[-1].setText(INTERFACE["visibility_off" if revealed else "visibility"])
        self._buttons[-1].setAccessibleName("Hide password" if revealed else "Show password")

    def _show_clear(self, text: str) -> None:
        if self._clear_button is not None:
            self._clear_button.setVisible(bool(text) and self._shows_buttons)

    def _row(self) -> QHBoxLayout:
        if self._inside is None:
            self._inside = QHBoxLayout(self)
            self._inside.setSpacing(0)
            self._inside.addStretch(1)
            self._frame_row()
        return self._inside

    def _frame_row(self) -> None:
        """Keep what stands inside off the frame: icon and counter as far as a text, buttons less."""
        if self._inside is not None:
            edge_px, margin_px = zoomed(self, _MARGIN_PX + _EDGE_PX), zoomed(self, _MARGIN_PX)
            self._inside.setContentsMargins(edge_px, 0, margin_px if self._buttons else edge_px, 0)

    def _count(self) -> None:
        if self._counter is None:
            return
        self._counter.setText(f"{units_of(self.text())}/{self.maxLength()}")
        self.make_room()

    def text_wanted_px(self) -> int:
        """Width of a field that has room for its text, and for nothing beside it."""
        return zoomed(self, _TEXT_PX)

    def whole_text_px(self) -> int:
        """Width of a field in which all of its text can be seen."""
        return self.fontMetrics().horizontalAdvance(self.text()) + zoomed(self, _AROUND_PX) + _CARET_PX

    def make_room(self) -> None:
        """Keep the text clear of what stands beside it; where there is too little room, buttons go first."""
        left = 0 if self._icon is None else self._icon.sizeHint().width() + zoomed(self, SMALL_GAP_PX // 2)
        right = len(self._buttons) * zoomed(self, _BUTTON_PX)
        spare_px = self._width_px - self.text_wanted_px()
        # Where nothing fits at all, the text lies outside: Qt would scroll it by some px each time it paints it.
        self._left_out_px = beyond_px = max(zoomed(self, _LEAST_PX) - self._width_px, 0)
        shows_icon, shows_buttons = spare_px >= left, spare_px >= left + right
        if not shows_buttons:
            self._left_out_px += right
            right = -beyond_px
        if not shows_icon:
            self._left_out_px += left
            left = 0
        self._show_beside(icon=shows_icon, buttons=shows_buttons)
        if self._counter is not None:
            counter_px = self._counter.sizeHint().width() + (0 if self._buttons else zoomed(self, _EDGE_PX))
            fits = shows_icon and shows_buttons and spare_px - left - right >= counter_px
            counts = self.maxLength() < _UNLIMITED and self.hasFocus() and fits
            self._counter.setVisible(counts)
            right += counter_px if counts else 0
        self.setTextMargins(left, 0, right, 0)

    def _show_beside(self, *, icon: bool, buttons: bool) -> None:
        if self._icon is not None and icon != self._shows_icon:
            self._icon.setVisible(icon)
        if buttons != self._shows_buttons:
            for button in self._buttons:
                button.setVisible(buttons)
        self._shows_icon, self._shows_buttons = icon, buttons
        self._show_clear(self.text())
