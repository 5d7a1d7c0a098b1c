"""What all fields of one line have in common: no line break gets into them by hand, and typing is seen.

GUI thread only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit

from deskstate_widgets.boxes.in_view import bring_into_view
from deskstate_widgets.editing.units import cut_to, units_of

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

_BREAK: Final = r"\r\n|[\r\n\v\f\x85\u2028\u2029]"
_END: Final = rf"(?:{_BREAK})+\Z"


class OneLine(QLineEdit):
    """A line edit in which line breaks that come from elsewhere become spaces, as in the fields of a browser.

    Qt's own keeps them. A text that code sets is left as it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self._show_yourself)

    def paste(self) -> None:
        """Insert what is on the clipboard."""
        self._paste(QClipboard.Mode.Clipboard)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtGui import QKeySequence  # late: PySide takes 1 ms for it

        if event.matches(QKeySequence.StandardKey.Paste):
            primary = event.key() == Qt.Key.Key_Insert and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._paste(QClipboard.Mode.Selection if primary else QClipboard.Mode.Clipboard)
        elif not _is_wide(event.text()) or self._taken(event.text()):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton and QGuiApplication.clipboard().supportsSelection():
            self.deselect()
            self._paste(QClipboard.Mode.Selection)
        else:
            super().mouseReleaseEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        text = event.mimeData().text()
        if self._taken(text) == text:
            super().dropEvent(event)
            return
        data = QMimeData()
        data.setText(self._taken(text))
        drop = QDropEvent(event.position(), event.possibleActions(), data, event.buttons(), event.modifiers())
        drop.setDropAction(event.dropAction())
        super().dropEvent(drop)
        event.setDropAction(drop.dropAction())
        event.setAccepted(drop.isAccepted())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.preeditString():
            self._show_yourself()
        text = event.commitString()
        if self._taken(text) != text:
            event.setCommitString(self._taken(text), event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from PySide6.QtGui import QAction  # late, likewise

        menu = self.createStandardContextMenu()
        paste = menu.findChild(QAction, "edit-paste")
        if paste is not None:
            paste.triggered.disconnect()
            paste.triggered.connect(self.paste)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _paste(self, mode: QClipboard.Mode) -> None:
        text = QGuiApplication.clipboard().text(mode)
        if text and not self.isReadOnly():
            self._begin_undo_step()
            self.insert(self._taken(text))
            self._begin_undo_step()

    def _taken(self, text: str) -> str:
        """What the field takes of a text: in one line, and no half of a character where it is full, as Qt would."""
        line = in_one_line(text)
        if not _is_wide(line):
            return line
        room = self.maxLength() - units_of(self.text()) + units_of(self.selectedText())
        return cut_to(line, max(room, 0))

    def _begin_undo_step(self) -> None:
        """Have Undo take back what follows without what came before: Qt begins a step when the cursor moves."""
        at = self.cursorPosition()
        if not self.hasSelectedText() and self.text():
            self.setCursorPosition(at - 1 if at else 1)
            self.setCursorPosition(at)

    def _show_yourself(self) -> None:
        if self.hasFocus():
            bring_into_view(self)


def in_one_line(text: str) -> str:
    """A text that comes from elsewhere, as a field of one line takes it: spaces for line breaks, none at its end."""
    return re.sub(_BREAK, " ", re.sub(_END, "", text))


def _is_wide(text: str) -> bool:
    """True for a text with a character that is two units of UTF-16."""
    return not text.isascii() and max(text) > "\uffff"
