"""What of a document goes to the clipboard: its words, without what only the layout needs.

GUI thread only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from PySide6.QtGui import QTextCursor

from deskstate_widgets.look.symbols import SYMBOLS_FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

_LINE_ENDS: Final = re.compile("[\u2028\u2029]")
_NO_CHARACTERS: Final = re.compile("[\u200b\ufdd0-\ufdef\ufffc\ufffe\uffff]")
"""What holds a place, how Qt's documents note the borders of cells, and where a picture stands."""
_FILLER: Final = "\u200b"
"""All that is in a paragraph without text."""


class _Cell(NamedTuple):
    """Where a paragraph of a table is."""

    table: int
    """Where the table begins."""
    row: int
    column: int


def copied_text(document: QTextDocument, start: int, selected: str, *, maybe_to: int = -1) -> str:
    """What is selected in a document as plain text.

    Cells of a table have tabs between them and rows have line breaks, as spreadsheets take them. Rules, pictures and
    icons are left out.

    Args:
        document: As a label shows it.
        start: Where the selection begins, in Qt's count.
        selected: The selected text as Qt gives it.
        maybe_to: Where the selection ends if it was made with the mouse and downwards.
    """
    end = _end(document, start, selected, maybe_to)
    lines: list[str] = []
    above: _Cell | None = None
    for block, cell, words in _chosen(document, start, end):
        if cell and above and cell[:2] == above[:2]:
            lines[-1] += f"\t{words}"
        elif cell or block.text().strip(_FILLER):
            lines.append(words)
        above = cell
    return "\n".join(lines)


def _end(document: QTextDocument, start: int, selected: str, maybe_to: int) -> int:
    """Where a selection ends. Qt's label tells only where it begins, and a rectangle of cells is no stretch of text."""
    straight = start + len(selected.encode("utf-16-le")) // 2
    for end in (maybe_to, straight):
        if end > start and _cursor(document, start, end).selectedText() == selected:
            return end
    block = document.findBlock(start)
    while block.isValid() and _cell(QTextCursor(block)) is not None:
        end = block.position() + block.length() - 1
        if _cursor(document, start, end).selectedText() == selected:
            return end
        block = block.next()
    return straight


def _chosen(document: QTextDocument, start: int, end: int) -> Iterator[tuple[QTextBlock, _Cell | None, str]]:
    """The paragraphs of a selection and their words: of a table all in the rectangle of cells that Qt shows."""
    chosen = _cursor(document, start, end)
    rows, columns = range(0, 0), range(0, 0)
    if chosen.hasComplexSelection():
        # PySide's types do not know that it answers with four numbers.
        numbers = cast("tuple[int, int, int, int]", chosen.selectedTableCells())
        first_row, row_count, first_column, column_count = numbers
        rows, columns = range(first_row, first_row + row_count), range(first_column, first_column + column_count)
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        cell = _cell(QTextCursor(block))
        if not rows or cell is None:
            yield block, cell, _words(block, start, end)
        elif cell.row in rows and cell.column in columns:
            yield block, cell, _words(block, block.position(), block.position() + block.length() - 1)
        block = block.next()


def _cell(cursor: QTextCursor) -> _Cell | None:
    table = cast("QTextTable | None", cursor.currentTable())  # PySide's types forget that there may be none
    if table is None:
        return None
    cell = table.cellAt(cursor.position())
    return _Cell(table.firstPosition(), cell.row(), cell.column())


def _words(block: QTextBlock, start: int, end: int) -> str:
    """The text of a paragraph inside of a stretch. The space after an icon goes with the icon."""
    written, after_icon = "", False
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        first, last = max(fragment.position(), start), min(fragment.position() + fragment.length(), end)
        if SYMBOLS_FAMILY in (fragment.charFormat().fontFamilies() or ()):
            after_icon = True
        elif first < last:
            text = _cursor(block.document(), first, last).selectedText()
            written += text.removeprefix(" ") if after_icon and written[-1:] in ("", " ") else text
            after_icon = False
        fragments += 1
    return _NO_CHARACTERS.sub("", _LINE_ENDS.sub("\n", written))


def _cursor(document: QTextDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
