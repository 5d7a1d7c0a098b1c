"""A field that shows one choice and opens a list to make another.

GUI thread only. While the list is closed the field is read-only and says what is chosen; while it is open the field
takes what is typed to narrow the list down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton

from deskstate_widgets.choices._editor import ChoiceEditor, Offer
from deskstate_widgets.choices._glyph import (
    GLYPH_EDGE_PX,
    GLYPH_PX,
    LETTERS_PX,
    glyph_button,
    glyph_label,
    signs_in,
)
from deskstate_widgets.choices._rows import one_line, rows_for_one
from deskstate_widgets.icons.letters import icon_font, icon_text
from deskstate_widgets.look.zoom import zoomed
from deskstate_widgets.text.tool_tip import literal, set_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

_ICON_PX: Final = 18
_TEXT_GAP_PX: Final = 8
"""Between the end of the text and the first sign."""


class ChoiceBox(ChoiceEditor):
    """Shows one label of many, or a placeholder."""

    chosen = Signal(object)
    """The person chose this label, another than before; None: took the choice back."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "field")
        self.setReadOnly(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.value: str | None = None
        """The label that is chosen."""
        self._placeholder = ""
        self._clearable = False
        self._chevron = glyph_label("chevron_down", self)
        self._clear: QToolButton | None = None
        self._icon: QLabel | None = None

    def set_value(self, value: str | None) -> None:
        """Show a choice, in the options or not."""
        if value == self.value:
            return
        self.value = value
        self._show()
        self.refresh(stay=True)

    def set_placeholder(self, text: str) -> None:
        """Say this while nothing is chosen."""
        if text != self._placeholder:
            self._placeholder = text
            self._show()

    def set_clearable(self, clearable: bool) -> None:
        """Whether the choice may be taken back."""
        if clearable != self._clearable:
            self._clearable = clearable
            self._show()

    def set_icon(self, icon: str | None) -> None:
        """Show an icon before the text: an emoji or ":material/name:"; None: no icon."""
        if icon is None and self._icon is None:
            return
        if icon and self._icon is None:
            self._icon = QLabel(self)
            self._icon.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if self._icon is not None:
            self._icon.setText(icon_text(icon)[1] if icon else "")
            if icon:
                self._icon.setFont(icon_font(icon, _ICON_PX))
            self._icon.setVisible(bool(icon))
        self._arrange()

    def offer(self, typed: str) -> Offer:
        rows = rows_for_one(self.options, typed, self.filter_mode, accept_new=self.accept_new)
        marked = rows.row_of(self.value)
        return Offer(rows, rows.best if typed.strip() else max(marked, 0), marked)

    def pick(self, labels: tuple[str, ...]) -> None:
        self.close_list()
        self._choose(labels[0])

    def open_typing(self) -> None:
        if self.filter_mode is not None:
            self.setReadOnly(False)
            self.setCursor(Qt.CursorShape.IBeamCursor)
            self._show()
            self.clear()
            self.show_cursor()

    def close_typing(self) -> None:
        self.setReadOnly(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._show()

    def press_on_field(self, at: QPoint) -> None:
        if self._clear is not None and self._clear.isVisible() and self._clear.geometry().contains(at):
            self._take_back()
        elif self.typed and (self._chevron.isHidden() or at.x() < self._chevron.x()):
            self.setCursorPosition(self.cursorPositionAt(at))
        else:
            self.close_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clearable and not self.is_open and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle_list()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """No selecting of text with the mouse: the field is a button while it is closed."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _choose(self, value: str | None) -> None:
        if value != self.value:
            self.set_value(value)
            self.chosen.emit(value)

    def _show(self) -> None:
        """What is chosen: as the text while the list is closed, as the placeholder while it is open."""
        if self._clears and self._clear is None:
            self._clear = glyph_button("close", self)
            self._clear.setAccessibleName("Clear")
            self._clear.clicked.connect(self._take_back)
        closed = self.isReadOnly()
        self.setPlaceholderText(self._placeholder if closed else self.value or self._placeholder)
        self._arrange()

    @property
    def _clears(self) -> bool:
        """Whether there is something to take back."""
        return self._clearable and self.value is not None

    def _take_back(self) -> None:
        self.close_list()
        self._choose(None)

    def _arrange(self) -> None:
        """Glyphs into their places, and as much of the text as there is room for between them."""
        left = 0 if self._icon is None or self._icon.isHidden() else GLYPH_PX
        around_px = 2 * GLYPH_EDGE_PX + _TEXT_GAP_PX
        signs = signs_in(self.width() - around_px - left - zoomed(self, LETTERS_PX))
        right = self.width() - GLYPH_EDGE_PX
        self._chevron.setVisible(signs > 0)
        if signs > 0:
            right -= GLYPH_PX
            self._chevron.setGeometry(right, 0, GLYPH_PX, self.height())
        if self._clear is not None:
            self._clear.setVisible(self._clears and signs > 1)
            if not self._clear.isHidden():
                right -= GLYPH_PX
                self._clear.setGeometry(right, (self.height() - GLYPH_PX) // 2, GLYPH_PX, GLYPH_PX)
        if self._icon is not None:
            self._icon.setGeometry(GLYPH_EDGE_PX, 0, GLYPH_PX, self.height())
        self.setTextMargins(left, 0, self.width() - GLYPH_EDGE_PX - right, 0)
        if self.isReadOnly():
            whole = one_line(self.value or "")
            room_px = right - left - GLYPH_EDGE_PX - _TEXT_GAP_PX
            shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, max(room_px, 0))
            self.setText(shown)
            self.setCursorPosition(0)
            set_tip(self, literal(whole) if shown != whole else "")
