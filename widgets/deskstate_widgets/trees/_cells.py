"""One row of JSON data as coloured words.

GUI thread only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import SMALL_RADIUS_PX
from deskstate_widgets.text.tool_tip import literal, show_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from deskstate_widgets.look.tokens import Tokens
    from deskstate_widgets.trees.rows import Row

_LONGEST: Final = 400
"""Characters of a value that a row can show at most."""
_LONGEST_TIP: Final = 3_000
_ROW_SHARE: Final = 1.7
"""Height of a row, as a factor of the font's size."""
_PAD_PX: Final = 4

Word = tuple[str, str]
"""A piece of text, and what it is: "key", "mark", "note", "string", "number" or "word"."""


class JsonCells(QStyledItemDelegate):
    """Paints rows, elided where they are too long; the tool tip then has all of the value."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = option.widget
        tokens = tokens_of(view)
        area = QRectF(option.rect)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(tokens.focus) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface_pressed if focused else tokens.track))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -1.5, -0.5), SMALL_RADIUS_PX, SMALL_RADIUS_PX)
        painter.setFont(option.font)
        metrics = QFontMetricsF(option.font)
        x, end = area.left() + _PAD_PX, area.right() - _PAD_PX
        colors = _colors(tokens)
        for text, kind in words(index.internalPointer()):
            if x >= end:
                break
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, end - x)
            painter.setPen(QColor(colors[kind]))
            painter.drawText(QRectF(x, area.top(), end - x, area.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(text)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, round(QFontInfo(option.font).pixelSize() * _ROW_SHARE))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            row: Row = index.internalPointer()
            long = "".join(text for text, _ in words(row))
            if QFontMetricsF(view.font()).horizontalAdvance(long) > option.rect.width() - 2 * _PAD_PX:
                text = row.value_text()
                cut = text if len(text) <= _LONGEST_TIP else text[:_LONGEST_TIP] + "…"
                show_tip(view.viewport(), literal(cut), part=option.rect)
                return True
        return super().helpEvent(event, view, option, index)


def words(row: Row) -> list[Word]:
    """What a row says."""
    found: list[Word] = []
    if row.span is not None:
        return [(f"{row.span[0]:,} … {row.span[1] - 1:,}", "note")]
    if row.key is not None:
        found += [(str(row.key) if isinstance(row.key, int) else _quoted(row.key), "key"), (": ", "mark")]
    return found + _value_words(row)


def _value_words(row: Row) -> list[Word]:
    value = row.value
    if isinstance(value, (dict, list)):
        brackets, noun = ("{ }", "key") if isinstance(value, dict) else ("[ ]", "item")
        return (
            [(f"{brackets} ", "mark"), (_counted(len(row.inside), noun), "note")] if row.opens else [(brackets, "mark")]
        )
    if isinstance(value, str):
        return [(_quoted(value), "string")]
    if isinstance(value, bool) or value is None:
        return [(json.dumps(value), "word")]
    return [(json.dumps(value), "number")]


def _quoted(text: str) -> str:
    cut = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return json.dumps(cut, ensure_ascii=False)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _colors(tokens: Tokens) -> dict[str, str]:
    hues = tokens.hues
    return {
        "key": tokens.text,
        "mark": tokens.muted,
        "note": tokens.muted,
        "string": hues["green"].text,
        "number": hues["orange"].text,
        "word": hues["violet"].text,
    }
