"""A block of source code: coloured, selectable, scrolled sideways or wrapped, with line numbers and a copy button.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstate_widgets.boxes.scroll_again import scroll_again
from deskstate_widgets.code._editor import CodeText
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import RADIUS_PX
from deskstate_widgets.markdown.html import clean
from deskstate_widgets.markdown.text_style import CODE_PAD_PX, CODE_PAD_Y_PX
from deskstate_widgets.text.copy_button import CopyButton

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QPaintEvent, QResizeEvent

_NUMBER_GAP_PX = 18
"""Between the line numbers and the code."""


class CodeView(QWidget):
    """Read-only source code on a ground of its own.

    Its height is that of its lines. With a vertical size policy of Expanding, or a smaller fixed height, it scrolls.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self._code = ""
        self._numbers = False
        self._copy: CopyButton | None = None
        self._text = CodeText(self)
        self._text.focused.connect(self._show_copy)
        self._text.resized.connect(self._grew)
        self._text.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._text.verticalScrollBar().rangeChanged.connect(self._lay_out)
        self._text.horizontalScrollBar().rangeChanged.connect(self._lay_out)
        self.setFocusProxy(self._text)

    def set_code(
        self, code: str, language: str | None = "python", *, line_numbers: bool = False, wrap: bool = False
    ) -> None:
        """Show source code; scroll positions and the selection stay where they can.

        Args:
            code: The source. Line breaks at its end are not shown.
            language: A name that Pygments knows; another or None shows it in one colour.
            line_numbers: Whether lines are numbered from 1.
            wrap: Whether long lines wrap; they can be scrolled to otherwise.
        """
        self._code = clean(code).rstrip("\n")
        self._text.show_code(self._code, language, wrap=wrap)
        self._numbers = line_numbers
        policy = self.sizePolicy()
        if policy.hasHeightForWidth() != wrap:
            policy.setHeightForWidth(wrap)
            self.setSizePolicy(policy)
        self._grew()

    def code(self) -> str:
        """The source as the copy button copies it."""
        return self._code

    def selection(self) -> str:
        """The selected text."""
        return self._text.textCursor().selectedText().replace("\u2029", "\n")

    def select_all(self) -> None:
        """Select all of the code."""
        self._text.selectAll()

    def scrolled(self) -> tuple[int, int]:
        """How far it is scrolled sideways and down, in px."""
        return self._text.horizontalScrollBar().value(), self._text.verticalScrollBar().value()

    def scroll_again(self, sideways: int, down: int) -> None:
        """Be scrolled as far as before."""
        scroll_again(self._text, down=down, sideways=sideways)

    def sizeHint(self) -> QSize:
        """All of the code, unless it wraps."""
        width = int(self._text.document().idealWidth()) + self._left() + CODE_PAD_PX + 1
        return QSize(width, self._text.document().blockCount() * self._text.line_px + 2 * CODE_PAD_Y_PX)

    def minimumSizeHint(self) -> QSize:
        """A few letters wide; as high as its lines unless it may scroll."""
        scrolls = self.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
        one_line = scrolls or self.sizePolicy().hasHeightForWidth()
        return QSize(80, self._text.line_px + 2 * CODE_PAD_Y_PX if one_line else self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """The height when lines wrap."""
        return self._text.height_for(width - self._left() - CODE_PAD_PX) + 2 * CODE_PAD_Y_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in its place."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line numbers in sight."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(self.rect(), RADIUS_PX, RADIUS_PX)
        if self._numbers:
            painter.setClipRect(QRectF(0, CODE_PAD_Y_PX, self.width(), self._text.viewport().height()))
            painter.setFont(self._text.font())
            painter.setPen(QColor(tokens.muted))
            painter.setOpacity(0.8)
            metrics = QFontMetricsF(self._text.font())
            right = self._left() - _NUMBER_GAP_PX
            for number, baseline in self._text.visible_lines():
                x = right - metrics.horizontalAdvance(str(number))
                painter.drawText(QPointF(x, CODE_PAD_Y_PX + baseline), str(number))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the copy button."""
        super().enterEvent(event)
        self._show_copy(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the copy button, unless the keyboard is here."""
        super().leaveEvent(event)
        self._show_copy(False)

    def _show_copy(self, wanted: bool) -> None:
        if self._copy is None:
            if not wanted:
                return
            self._copy = CopyButton(self, self.code)
            self._copy.focused.connect(self._show_copy)
        busy = self._text.hasFocus() or self._copy.hasFocus() or self.underMouse()
        self._copy.place(QRectF(self.rect()))
        self._copy.setVisible(bool(self._code) and (wanted or busy))

    def _left(self) -> int:
        """Where the code begins, in px."""
        if not self._numbers:
            return CODE_PAD_PX
        digits = len(str(self._text.document().blockCount()))
        return CODE_PAD_PX + int(QFontMetricsF(self._text.font()).horizontalAdvance("0") * digits) + _NUMBER_GAP_PX

    def _lay_out(self) -> None:
        """Scroll bars take the place of the padding beside them, so that they cost no room."""
        below = 0 if self._text.horizontalScrollBar().maximum() > 0 else CODE_PAD_Y_PX
        right = 2 if self._text.verticalScrollBar().maximum() > 0 else CODE_PAD_PX
        left = self._left()
        self._text.setGeometry(left, CODE_PAD_Y_PX, self.width() - left - right, self.height() - CODE_PAD_Y_PX - below)
        if self._copy is not None:
            self._copy.place(QRectF(self.rect()))

    def _grew(self) -> None:
        self._lay_out()
        self.updateGeometry()
        self.update()

    def _scrolled(self) -> None:
        if self._numbers:
            self.update()
