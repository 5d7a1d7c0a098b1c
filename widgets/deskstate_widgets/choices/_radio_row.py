"""One option of a radio group, with its label and its caption.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from deskstate_widgets.choices._radio_mark import LINE_PX, MARK_PX, RadioMark
from deskstate_widgets.look.fonts import ensure_emoji
from deskstate_widgets.look.tokens import SMALL_GAP_PX, SMALL_PX
from deskstate_widgets.look.zoom import zoomed
from deskstate_widgets.markdown.emoji import has_emoji
from deskstate_widgets.markdown.html import clean, is_plain, plain_text
from deskstate_widgets.text.broken_text import draw_text, text_box
from deskstate_widgets.text.inline_label import InlineLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from deskstate_widgets.look.tokens import Tokens

_TEXT_LEFT_PX: Final = MARK_PX + SMALL_GAP_PX
_TEXT_TOP_PX: Final = 2
"""Puts the first line of a label beside the middle of the mark."""
_ANY_PX: Final = 100_000


class RadioRow(RadioMark):
    """A radio button whose text wraps.

    It paints text without markup itself, which is ten times cheaper than labels; text with markup stands in labels that
    lie on top of it.
    """

    def __init__(self, on_link: Callable[[str], object]) -> None:
        super().__init__()
        self.label = ""
        """What the option says, in inline Markdown."""
        self._on_link = on_link
        self._caption = ""
        self._lines: tuple[InlineLabel, InlineLabel] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def describe(self, label: str, caption: str) -> None:
        """Show a label and the small text below it."""
        if (label, caption) == (self.label, self._caption):
            return
        self.label, self._caption = label, caption
        if self._lines is None and not (is_plain(label) and is_plain(caption)):
            self._lines = self._make_lines()
        if self._lines is not None:
            for line, source in zip(self._lines, (label, caption), strict=True):
                line.set_markdown(source)
                line.setVisible(bool(source))
                # A click on the text goes to the mark below, unless there is a link in it to be clicked.
                line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, "](" not in source)
        elif has_emoji(label + caption):
            ensure_emoji()
        self.setAccessibleName(plain_text(label))
        self.setAccessibleDescription(plain_text(caption))
        self.updateGeometry()
        self.update()

    @property
    def natural_px(self) -> int:
        """Width of mark and text in one line."""
        if self._lines is not None:
            return zoomed(self, _TEXT_LEFT_PX) + max(map(_natural_px, self._lines))
        return zoomed(self, _TEXT_LEFT_PX) + max(
            self._box(self.label, self.font(), _ANY_PX).width(), self._caption_box(_ANY_PX).width()
        )

    def sizeHint(self) -> QSize:
        """As wide as the text in one line; Qt's own hint for text that may wrap is narrower."""
        width = self.natural_px
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(zoomed(self, _TEXT_LEFT_PX + LINE_PX), zoomed(self, LINE_PX))

    def heightForWidth(self, width: int) -> int:
        if self._lines is not None:
            return super().heightForWidth(width)
        room_px = width - zoomed(self, _TEXT_LEFT_PX)
        return self._label_px(room_px) + self._caption_box(room_px).height()

    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        super().paint(painter, tokens)
        if self._lines is not None:
            return
        room = self.rect().adjusted(zoomed(self, _TEXT_LEFT_PX), zoomed(self, _TEXT_TOP_PX), 0, 0)
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.faint))
        draw_text(painter, room, clean(self.label))
        if self._caption:
            room.setTop(self._label_px(room.width()))
            painter.setPen(QColor(tokens.muted if self.isEnabled() else tokens.faint))
            painter.setFont(self._small_font())
            draw_text(painter, room, clean(self._caption))

    def _make_lines(self) -> tuple[InlineLabel, InlineLabel]:
        text, caption = InlineLabel(), InlineLabel()
        caption.setProperty("look", "note")
        grid = QGridLayout(self)
        grid.setSpacing(0)
        self._space(grid)
        for row, line in enumerate((text, caption)):
            line.link_activated.connect(self._on_link)
            grid.addWidget(line, row, 0)
        return text, caption

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        grid = self.layout()
        if event.type() == QEvent.Type.StyleChange:
            if isinstance(grid, QGridLayout):
                self._space(grid)
            self.updateGeometry()

    def _space(self, grid: QGridLayout) -> None:
        """Keep the labels beside the mark."""
        top_px = zoomed(self, _TEXT_TOP_PX)
        grid.setContentsMargins(zoomed(self, _TEXT_LEFT_PX), top_px, 0, 0)
        grid.setRowMinimumHeight(0, zoomed(self, LINE_PX) - top_px)

    def _label_px(self, room_px: int) -> int:
        """Height of the label with the space above it."""
        return max(
            zoomed(self, LINE_PX), zoomed(self, _TEXT_TOP_PX) + self._box(self.label, self.font(), room_px).height()
        )

    def _caption_box(self, room_px: int) -> QRect:
        return self._box(self._caption, self._small_font(), room_px) if self._caption else QRect()

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(zoomed(self, SMALL_PX))
        return font

    @staticmethod
    def _box(text: str, font: QFont, room_px: int) -> QRect:
        return text_box(clean(text), font, room_px)


def _natural_px(line: InlineLabel) -> int:
    """Width of a label in one line, in px."""
    if line.isHidden():
        return 0
    line.ensurePolished()
    return line.ideal_width()
