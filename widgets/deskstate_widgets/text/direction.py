"""Which way text runs, and where it begins: one rule for all that is read or typed.

GUI thread only. The words of a paragraph run from right to left where its first letter does, as in Hebrew or Arabic. It
begins at the left all the same, beside its box and above its field: the page stays as it is, as in Streamlit. Qt would
move such a paragraph to the other side, unless the alignment is absolute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def let_text_run(painter: QPainter) -> None:
    """Let a painter on a widget find out from each text which way it runs."""
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
