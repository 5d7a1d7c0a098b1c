"""Where the cursor stands in an editor, and what is selected: kept while the editor is made anew in another place.

GUI thread only.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from deskstate_widgets.editing.units import units_of


class Caret(NamedTuple):
    """Cursor and selection, in characters from the beginning."""

    anchor: int
    position: int

    @staticmethod
    def of(editor: QWidget) -> Caret | None:
        """That of an editor; None for other widgets."""
        if isinstance(editor, QLineEdit):
            position = editor.cursorPosition()
            if not editor.hasSelectedText():
                return Caret(position, position)
            ends = editor.selectionStart(), editor.selectionEnd()
            return Caret(ends[0] if position == ends[1] else ends[1], position)
        if isinstance(editor, QPlainTextEdit):
            cursor = editor.textCursor()
            return Caret(cursor.anchor(), cursor.position())
        return None

    def put(self, editor: QWidget | None) -> None:
        """Set that of an editor, as far as its text goes."""
        if isinstance(editor, QLineEdit):
            last = units_of(editor.text())
            anchor = min(self.anchor, last)
            editor.setSelection(anchor, min(self.position, last) - anchor)
        elif isinstance(editor, QPlainTextEdit):
            cursor = editor.textCursor()
            last = editor.document().characterCount() - 1
            cursor.setPosition(min(self.anchor, last))
            cursor.setPosition(min(self.position, last), QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
