"""A marked-up label whose text can be selected and copied, with a button to copy each block of code in it.

GUI thread only.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication

from deskstate_widgets.text._markup_label import MarkupLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from deskstate_widgets.text.copy_button import CopyButton


class SelectableLabel(MarkupLabel):
    """Text that a person can select with the mouse, and with Shift and the arrow keys after a click.

    Nothing stands at the place of the click: Qt would show a caret, as if one could write there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty label."""
        super().__init__(parent)
        self._copy_buttons: list[CopyButton] = []
        self._dragged_to = -1
        """Where in the text the mouse was released last; -1: nowhere."""

    def make_selectable(self) -> None:
        """Turn selection on.

        Left for when the mouse comes or a link must be reachable by Tab, since Qt then keeps a whole text document for
        the label, which costs as much again as the label.
        """
        self._selectable = True
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if self._has_links:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        if self.textInteractionFlags() != flags:
            self.setTextInteractionFlags(flags)

    def selection(self) -> str:
        """The selected text as it would be copied."""
        document = self.document()
        if document is None or not self.hasSelectedText():
            return ""
        from deskstate_widgets.text._copied import copied_text  # late: not before somebody has selected something

        return copied_text(document, self.selectionStart(), self.selectedText(), maybe_to=self._dragged_to)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Get ready to be selected from; show the copy buttons."""
        super().enterEvent(event)
        self.make_selectable()
        self._show_copy_buttons()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the copy buttons."""
        super().leaveEvent(event)
        for button in self._copy_buttons:
            button.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the text as a person means it; let Qt move the end of the selection, and show no caret."""
        from PySide6.QtGui import QKeySequence  # late: PySide takes 2 ms for it

        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.selection())
            event.accept()
            return
        document = self.document()
        if document is not None:
            document.documentLayout().setProperty("cursorWidth", 0)
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(flags | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        super().keyPressEvent(event)
        self.setTextInteractionFlags(flags)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The same for the clipboard of the middle mouse button."""
        super().mouseReleaseEvent(event)
        document = self.document()
        if document is None:
            return
        point = event.position() - self.text_origin()
        self._dragged_to = document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        from PySide6.QtGui import QClipboard  # late: not before somebody has selected something

        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and self.hasSelectedText():
            clipboard.setText(self.selection(), QClipboard.Mode.Selection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the selection or the link under the mouse, and to select everything."""
        from PySide6.QtGui import QKeySequence  # late, as above
        from PySide6.QtWidgets import QMenu  # late, as above

        from deskstate_widgets.markdown.links import is_safe  # late, as above

        self.make_selectable()
        clipboard = QGuiApplication.clipboard()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy")
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(self.hasSelectedText())
        copy.triggered.connect(lambda: clipboard.setText(self.selection()))
        document = self.document()
        address = ""
        if document is not None:
            point = QPointF(event.pos()) - self.text_origin()
            address = document.documentLayout().anchorAt(point)
        if is_safe(address):
            link = menu.addAction("Copy link address")
            link.triggered.connect(lambda: clipboard.setText(address))
        menu.addSeparator()
        everything = menu.addAction("Select all")
        everything.setShortcut(QKeySequence.StandardKey.SelectAll)
        everything.triggered.connect(self.select_all)
        menu.popup(event.globalPos())
        event.accept()

    def select_all(self) -> None:
        """Select the whole text."""
        self.make_selectable()
        document = self.document()
        if document is not None:
            self.setSelection(0, max(document.characterCount() - 1, 0))

    def _show_copy_buttons(self) -> None:
        boxes = self.boxes()
        code = boxes.code if boxes else ()
        if not code and not self._copy_buttons:
            return
        from deskstate_widgets.text.copy_button import CopyButton  # loaded late: few texts have code

        while len(self._copy_buttons) < len(code):
            number = len(self._copy_buttons)
            self._copy_buttons.append(CopyButton(self, partial(self._code, number)))
        offset = self.text_origin()
        for number, button in enumerate(self._copy_buttons):
            button.setVisible(number < len(code))
            if number < len(code):
                button.place(QRectF(code[number][0]).translated(offset))

    def _code(self, number: int) -> str:
        boxes = self.boxes()
        return boxes.code[number][1] if boxes and number < len(boxes.code) else ""
