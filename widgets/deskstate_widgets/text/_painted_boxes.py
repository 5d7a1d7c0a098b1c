"""Paints what stands behind and beside the text of a document: rounded boxes, list markers, quotation bars, rules.

GUI thread only. `boxes_of` measures once per layout; `paint` draws what it found, before the text itself is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontInfo,
    QLinearGradient,
    QPainter,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLine,
)

from deskstate_widgets.look.colors import rgb
from deskstate_widgets.look.symbols import SYMBOLS_FAMILY
from deskstate_widgets.look.tokens import RADIUS_PX, SMALL_RADIUS_PX
from deskstate_widgets.markdown.marks import INK, RAINBOW, Marker, ParagraphMark
from deskstate_widgets.markdown.text_style import (
    BOX_PAD_PX,
    CODE_PAD_PX,
    CODE_PAD_Y_PX,
    ICON_SCALE,
    INDENT_PX,
    QUOTE_PX,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskstate_widgets.look.tokens import Tokens

_BAR_PX: Final = 3
_TASK_PX: Final = 15
_INK_ALPHA: Final = 0.07


class Box(msgspec.Struct, frozen=True):
    """A rounded rectangle behind text."""

    rect: QRectF
    color: str
    radius_px: float


class Beside(msgspec.Struct, frozen=True):
    """A list marker left of the first line of a paragraph."""

    mark: ParagraphMark
    x: float
    """Where the text begins."""
    baseline: float
    font: QFont


class Boxes(msgspec.Struct, frozen=True):
    """Everything that is painted around the text of one document, measured in its own coordinates."""

    boxes: tuple[Box, ...]
    bars: tuple[QRectF, ...]
    rules: tuple[QRectF, ...]
    markers: tuple[Beside, ...]
    code: tuple[tuple[QRectF, str], ...]
    """The blocks of code with their text, for a copy button."""


def boxes_of(document: QTextDocument, tokens: Tokens, top_px: float = 0) -> Boxes:
    """Measure what is to be painted; the document must be laid out.

    Args:
        document: As it is shown.
        tokens: Of the widget.
        top_px: How much of the document's upper edge is out of sight.
    """
    boxes: list[Box] = []
    bars: list[tuple[int, QRectF]] = []
    rules: list[QRectF] = []
    markers: list[Beside] = []
    code: list[tuple[QRectF, str]] = []
    width = max(document.textWidth(), document.idealWidth())
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        state = block.userState()
        area = _block_area(layout, block)
        if state >= 0:
            mark = ParagraphMark.of_state(state)
            line = block.layout().lineAt(0)
            baseline = area.top() + line.y() + line.ascent()
            left = area.left() + block.blockFormat().leftMargin()
            if mark.code:
                rect = QRectF(left, area.top(), width - left, area.height())
                rect.adjust(-CODE_PAD_PX, -CODE_PAD_Y_PX, 0, CODE_PAD_Y_PX)
                rect.setTop(max(rect.top(), top_px))
                area = rect
                boxes.append(Box(rect, tokens.sunken, RADIUS_PX))
                code.append((rect, block.text().replace("\u2028", "\n").replace("\u200b", "")))
            if mark.rule:
                rules.append(QRectF(left, area.top(), width - left, 1))
            if mark.marker:
                start = left - CODE_PAD_PX if mark.code else left
                markers.append(Beside(mark, start, baseline, block.charFormat().font()))
            for depth in range(mark.quotes):
                x = mark.quote_lists * INDENT_PX + depth * QUOTE_PX
                top = max(area.top(), top_px)
                _extend(bars, depth, QRectF(x, top, _BAR_PX, area.bottom() - top))
        boxes.extend(_inline_boxes(block, area.topLeft()))
        block = block.next()
    return Boxes(tuple(boxes), tuple(bar for _, bar in bars), tuple(rules), tuple(markers), tuple(code))


def paint(painter: QPainter, boxes: Boxes, tokens: Tokens, text: QColor, symbols: str) -> None:
    """Draw everything; the painter's origin is the document's.

    Args:
        painter: On the widget, before its text is drawn.
        boxes: What `boxes_of` measured.
        tokens: Of the widget.
        text: Colour of its plain text.
        symbols: Family of the icon font; only needed when there are tasks.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for box in boxes.boxes:
        painter.setBrush(_fill(box, tokens, text))
        painter.drawRoundedRect(box.rect, box.radius_px, box.radius_px)
    painter.setBrush(QColor(tokens.border))
    for bar in boxes.bars:
        painter.drawRoundedRect(bar, _BAR_PX / 2, _BAR_PX / 2)
    for rule in boxes.rules:
        painter.fillRect(rule, QColor(tokens.border))
    for beside in boxes.markers:
        _paint_marker(painter, beside, tokens, symbols)


def _block_area(layout: QAbstractTextDocumentLayout, block: QTextBlock) -> QRectF:
    """Where the lines of a paragraph are, at the height that was set for them."""
    area = layout.blockBoundingRect(block)
    area.setHeight(block.layout().lineCount() * block.blockFormat().lineHeight())
    return area


def _extend(bars: list[tuple[int, QRectF]], depth: int, bar: QRectF) -> None:
    """Let the last bar of a depth reach to here if nothing was between, else begin a new one."""
    for index in range(len(bars) - 1, -1, -1):
        known, rect = bars[index]
        if known == depth and rect.x() == bar.x():
            if bar.top() - rect.bottom() < 40:
                bars[index] = (depth, rect.united(bar))
                return
            break
    bars.append((depth, bar))


def _inline_boxes(block: QTextBlock, origin: QPointF) -> Iterator[Box]:
    """The boxes behind stretches of one paragraph: one per line and colour."""
    run: tuple[int, int, str] | None = None
    size = 0
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        brush = fragment.charFormat().background()
        color = brush.color() if brush.style() != Qt.BrushStyle.NoBrush else None
        if color is not None and color.alpha() == 0:
            start = fragment.position() - block.position()
            end = start + fragment.length()
            name, px = color.name(), _letters_px(fragment.charFormat())
            if run and run[1] == start and run[2] == name:
                run, size = (run[0], end, name), max(size, px)
            else:
                if run:
                    yield from _run_boxes(block, run, size, origin)
                run, size = (start, end, name), px
        fragments += 1
    if run:
        yield from _run_boxes(block, run, size, origin)


def _letters_px(format: QTextCharFormat) -> int:
    """Size of letters, or of those that an icon stands among."""
    font = format.font()
    px = QFontInfo(font).pixelSize()
    return round(px / ICON_SCALE) if SYMBOLS_FAMILY in font.families() else px


def _run_boxes(block: QTextBlock, run: tuple[int, int, str], size_px: int, origin: QPointF) -> Iterator[Box]:
    start, end, color = run
    layout = block.layout()
    above, below = round(size_px * 1.08), round(size_px * 0.36)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = sorted((_x(line, first), _x(line, last)))
        left -= BOX_PAD_PX if first == start else 0
        base = origin.y() + line.y() + line.ascent()
        rect = QRectF(max(origin.x() + left, 0), base - above, 0, above + below)
        rect.setRight(origin.x() + right)
        yield Box(rect, color, SMALL_RADIUS_PX)


def _x(line: QTextLine, position: int) -> float:
    """Where a position of the text is on its line."""
    place: object = line.cursorToX(position)
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]


def _fill(box: Box, tokens: Tokens, text: QColor) -> QColor | QLinearGradient:
    if box.color == INK:
        ink = QColor(text)
        ink.setAlphaF(_INK_ALPHA)
        return ink
    if box.color != RAINBOW:
        return QColor(box.color)
    gradient = QLinearGradient(box.rect.topLeft(), box.rect.topRight())
    names = ("red", "orange", "yellow", "green", "blue", "violet")
    for number, name in enumerate(names):
        gradient.setColorAt(number / (len(names) - 1), QColor(*rgb(tokens.hues[name].background)))
    return gradient


def _paint_marker(painter: QPainter, beside: Beside, tokens: Tokens, symbols: str) -> None:
    mark, size = beside.mark, QFontInfo(beside.font).pixelSize()
    middle = beside.baseline - size * 0.35
    painter.setFont(beside.font)
    if mark.marker is Marker.NUMBER:
        painter.setPen(QColor(tokens.muted))
        rect = QRectF(beside.x - 100, middle - size, 100 - 7, size * 2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{mark.number}.")
    elif mark.marker is Marker.BULLET:
        radius = size * 0.165
        center = QPointF(beside.x - 12, middle)
        filled = mark.lists % 2 == 1
        painter.setPen(QPen(QColor(tokens.muted), 1.3) if not filled else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, radius, radius)
    else:
        _paint_task(painter, QPointF(beside.x - 14.5, middle), tokens, symbols, done=mark.marker is Marker.DONE_TASK)
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_task(painter: QPainter, center: QPointF, tokens: Tokens, symbols: str, *, done: bool) -> None:
    box = QRectF(center.x() - _TASK_PX / 2, center.y() - _TASK_PX / 2, _TASK_PX, _TASK_PX)
    painter.setPen(Qt.PenStyle.NoPen if done else QPen(QColor(tokens.border_strong), 1.2))
    painter.setBrush(QColor(tokens.primary) if done else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    if done:
        font = QFont(symbols)
        font.setPixelSize(_TASK_PX - 2)
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_primary))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "\ue5ca")
