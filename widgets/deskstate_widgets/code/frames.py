"""The lines of code that led to an error, as a panel inside of a tinted box.

GUI thread only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from deskstate_widgets.code.block import CodeView
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import RADIUS_PX

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QPaintEvent

HEADER: Final = "Traceback (most recent call last):"
_LONGEST_PATH: Final = 36
"""Characters of a path that are shown whole; of a longer one the last two parts are."""
_PATH: Final = re.compile(r'(?<=^  File ")([^"\n]+[/\\])([^"/\\\n]+[/\\][^"/\\\n]+)(?=")', re.MULTILINE)


class FramesView(CodeView):
    """A block of code on the window's own ground, and without a copy button: the box around it has one."""

    def show_frames(self, frames: tuple[str, ...]) -> None:
        """Show formatted frames, as Python writes them."""
        self.set_code(_PATH.sub(_shortened, "\n".join((HEADER, *frames))), "pytb")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self).background))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PX - 2, RADIUS_PX - 2)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Leave the mouse alone."""
        QWidget.enterEvent(self, event)

    def leaveEvent(self, event: QEvent) -> None:
        """Leave the mouse alone."""
        QWidget.leaveEvent(self, event)

    def _show_copy(self, wanted: bool) -> None:
        """There is none."""


def _shortened(match: re.Match[str]) -> str:
    return match[0] if len(match[0]) <= _LONGEST_PATH else f"…{match[1][-1]}{match[2]}"
