"""The text inside of a block of code: Qt's editor, read-only, with the colours that Pygments finds.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from deskstate_widgets.look.fonts import mono_font
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import SMALL_PX
from deskstate_widgets.look.zoom import app_zoom
from deskstate_widgets.markdown.highlight import colors, spans
from deskstate_widgets.markdown.text_style import line_height

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

    from deskstate_widgets.markdown.highlight import Span


class CodeText(QTextEdit):
    """Source code without a ground; it is scrolled, selected and copied as in any editor."""

    focused = Signal(bool)
    """The keyboard came (True) or went."""
    resized = Signal()
    """Its letters have another size."""

    def __init__(self, parent: QWidget) -> None:
        """Make an empty text."""
        super().__init__(parent)
        self._shown: tuple[str, str | None] = ("", None)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAccessibleName("Code")
        self.document().setDocumentMargin(0)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)  # in every script
        self.document().setDefaultTextOption(option)
        self._px = 0
        self.line_px = 0
        """Height of a line of code."""
        self._dress()

    def show_code(self, code: str, language: str | None, *, wrap: bool) -> None:
        """Show source; scroll positions and the selection stay where they can."""
        mode = QTextEdit.LineWrapMode.WidgetWidth if wrap else QTextEdit.LineWrapMode.NoWrap
        if self.lineWrapMode() != mode:
            self.setLineWrapMode(mode)
        if (code, language) == self._shown:
            return
        if code != self._shown[0]:
            self._fill(code)
        self._shown = (code, language)
        self._color()

    def height_for(self, width: int) -> int:
        """The height of the whole text at a width, in px."""
        document = self.document()
        before = document.textWidth()
        document.setTextWidth(max(width, 1))
        height = int(document.size().height())
        document.setTextWidth(before)
        return height

    def visible_lines(self) -> Iterator[tuple[int, float]]:
        """The numbers of the lines in sight, and how far below the upper edge their baselines are, in px."""
        layout = self.document().documentLayout()
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.isValid():
            top = layout.blockBoundingRect(block).top() - self.verticalScrollBar().value()
            if top > self.viewport().height():
                break
            # Qt puts the baseline of a line of fixed height at four fifths of it.
            yield block.blockNumber() + 1, top + self.line_px * 0.8
            block = block.next()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme, or of zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._color()
        elif event.type() == QEvent.Type.StyleChange and {self._px, self.font().pixelSize()} != {self._wanted_px()}:
            self._dress()
            self._space()
            self.resized.emit()

    def _dress(self) -> None:
        """Take on the font of code."""
        self._px = self._wanted_px()
        font = mono_font(self._px)
        self.line_px = line_height(font.pixelSize(), heading=False)
        self.setFont(font)
        self.setTabStopDistance(QFontMetricsF(font).horizontalAdvance(" " * 4))

    def _fill(self, code: str) -> None:
        cursor = self.textCursor()
        start, text = cursor.selectionStart(), cursor.selectedText()
        bars = [(bar, bar.value()) for bar in (self.horizontalScrollBar(), self.verticalScrollBar())]
        self.setPlainText(code)
        self._space()
        if text and self.document().toRawText()[start : start + len(text)] == text:
            cursor = self.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(start + len(text), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        for bar, value in bars:
            bar.setValue(value)

    @staticmethod
    def _wanted_px() -> int:
        return round(SMALL_PX * app_zoom())

    def _space(self) -> None:
        """Give all lines the height of a line of code."""
        lines = QTextBlockFormat()
        lines.setLineHeight(self.line_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        everything = QTextCursor(self.document())
        everything.select(QTextCursor.SelectionType.Document)
        everything.mergeBlockFormat(lines)

    def _color(self) -> None:
        """Lay the colours over the text, as a syntax highlighter of Qt's does."""
        code, language = self._shown
        found = spans(code, language)
        formats: dict[str, QTextCharFormat] = {}
        for kind, color in colors(tokens_of(self)).items():
            formats[kind] = QTextCharFormat()
            formats[kind].setForeground(QColor(color))
            formats[kind].setFontItalic(kind == "comment")
        block = self.document().begin()
        for line in by_line(code, found):
            ranges: list[QTextLayout.FormatRange] = []
            for start, length, kind in line:
                piece = QTextLayout.FormatRange()
                piece.start, piece.length, piece.format = start, length, formats[kind]
                ranges.append(piece)
            if ranges or block.layout().formats():
                block.layout().setFormats(ranges)
            block = block.next()
        self.document().markContentsDirty(0, self.document().characterCount())


def by_line(code: str, found: list[Span]) -> Iterator[list[tuple[int, int, str]]]:
    """Cut spans at line breaks.

    Args:
        code: The source.
        found: What `highlight.spans` found in it.

    Yields:
        For each line: start and length, in the 16-bit units that Qt counts in, and kind of what is coloured.
    """
    index, at = 0, 0
    for line in code.split("\n"):
        end = at + len(line)
        cut: list[tuple[int, int, str]] = []
        while index < len(found) and found[index].start <= end:
            span = found[index]
            first, last = max(span.start, at) - at, min(span.start + span.length, end) - at
            if first < last:
                cut.append((_units(line[:first]), _units(line[first:last]), span.kind))
            if span.start + span.length > end + 1:
                break
            index += 1
        yield cut
        at = end + 1


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
