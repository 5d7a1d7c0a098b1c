"""An icon beside a text: an emoji, a letter of the icon font, or a turning arc while something is under way.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QWidget

from deskstate_widgets.icons.letters import icon_font, icon_text
from deskstate_widgets.look.symbols import SYMBOLS_FAMILY
from deskstate_widgets.look.tokens import ICON_PX

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QPalette, QShowEvent

_EMOJI_PX: Final = 15
_BOX_PX: Final = ICON_PX + 2
_TURN_MS: Final = 40
_STEP_DEGREES: Final = 18
_ARC_DEGREES: Final = 270


def icon_mark(icon: str, role: QPalette.ColorRole, zoom: float = 1.0) -> QWidget:
    """Make the widget of an icon; the mouse goes through it.

    Args:
        icon: An emoji, ":material/name:" or "spinner".
        role: Colour of what is not an emoji.
        zoom: Of the window.
    """
    if icon == "spinner":
        mark: QWidget = _Arc(round(_BOX_PX * zoom))
    else:
        mark = _letter(icon, zoom)
    mark.setForegroundRole(role)
    mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    mark.setFixedHeight(round(_BOX_PX * zoom))
    return mark


def _letter(icon: str, zoom: float) -> QLabel:
    family, letter = icon_text(icon)
    label = QLabel(letter)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setFont(icon_font(icon, round((ICON_PX if family == SYMBOLS_FAMILY else _EMOJI_PX) * zoom)))
    return label


class _Arc(QWidget):
    """Three quarters of a circle, turning while they can be seen."""

    def __init__(self, width_px: int) -> None:
        super().__init__()
        self.setFixedWidth(width_px)
        self._degrees = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._turn)

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _turn(self) -> None:
        self._degrees = (self._degrees - _STEP_DEGREES) % 360
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.palette().color(self.foregroundRole())
        painter.setPen(QPen(color, self.width() / 10, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        rim = self.width() * 0.15
        circle = QRectF(self.rect()).adjusted(rim, rim, -rim, -rim)
        painter.drawArc(circle, self._degrees * 16, _ARC_DEGREES * 16)
        painter.end()
