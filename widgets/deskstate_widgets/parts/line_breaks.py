"""Where a text breaks that has less room than its words need: inside of words, and at last in an ellipsis.

GUI thread only.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


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
        for start, length in _spans(paragraph, font, width_px):
            if len(lines) == most - 1 and 2 * (start + length) < len(units):
                rest = units[2 * start :].decode("utf-16-le")
                return [*lines, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width_px)]
            lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le").rstrip())
    if len(lines) > most:
        lines[most - 1 :] = [lines[most - 1] + "…"]
    return lines


def _spans(paragraph: str, font: QFont, width_px: int) -> list[tuple[int, int]]:
    """Start and length of each line."""
    layout = QTextLayout(paragraph, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    spans: list[tuple[int, int]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width_px, 1))
        spans.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return spans
