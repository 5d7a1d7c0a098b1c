"""Where a text breaks that has less room than its words need: inside of words, and at last in an ellipsis.

GUI thread only.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from deskstate_widgets.text.direction import LEFT


def broken_lines(text: str, font: QFont, width_px: int, most: int) -> list[str]:
    """Break a text into lines.

    Args:
        text: Plain; its own line breaks are kept.
        font: Of the text.
        width_px: Room for a line.
        most: Lines at most; the last one ends in an ellipsis when there would be more.

    Returns:
        The lines, from top to bottom. A word breaks only where it is wider than a line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        units = paragraph.encode("utf-16-le")  # Qt counts in these
        layout = in_lines(paragraph, font, width_px)
        for line in map(layout.lineAt, range(layout.lineCount())):
            start, length = line.textStart(), line.textLength()
            if len(lines) == most - 1 and 2 * (start + length) < len(units):
                rest = units[2 * start :].decode("utf-16-le")
                return [*lines, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width_px)]
            lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le").rstrip())
    if len(lines) > most:
        lines[most - 1 :] = [lines[most - 1] + "…"]
    return lines


def in_lines(text: str, font: QFont, width_px: int) -> QTextLayout:
    """Lay a text out, one line below the other. A word breaks only where it is wider than a line.

    Args:
        text: Plain; U+2028 begins a line.
        font: Of the text.
        width_px: Room for a line.
    """
    layout = QTextLayout(text, font)
    option = QTextOption(LEFT)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    below = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width_px, 1))
        line.setPosition(QPointF(0, below))
        below += line.height()
    layout.endLayout()
    return layout
