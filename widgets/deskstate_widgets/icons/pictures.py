"""Icons as pictures: for buttons, menus and windows.

GUI thread only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPainterPath, QPixmap

from deskstate_widgets.icons.letters import icon_text
from deskstate_widgets.look.fonts import ensure_icons

_BASELINE: Final = 760 / 960
"""Of a symbol in its square, as the bundled font has it."""


@lru_cache(maxsize=512)
def icon_pixmap(spec: str, size: int, color: str, dpr: float = 1.0) -> QPixmap:
    """An icon as a picture with a transparent ground.

    Args:
        spec: As for `icon_text`.
        size: Width and height, in px of the window.
        color: "#rrggbb"; emoji have their own.
        dpr: Physical pixels in one px, as `QWidget.devicePixelRatioF` says.
    """
    family, text = icon_text(spec)
    real = max(1, round(size * dpr))
    picture = QPixmap(real, real)
    picture.setDevicePixelRatio(real / size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    font = QFont(family)
    font.setPixelSize(size)
    if family == ensure_icons():
        outline = QPainterPath()
        # As an outline, not as text: text sits on whole pixels, which would move the icon out of the middle.
        outline.addText(QPointF(0, size * _BASELINE), font, text)
        painter.fillPath(outline, QColor(color))
    else:
        widest = max(QFontMetricsF(font).horizontalAdvance(text), QFontMetricsF(font).height())
        font.setPixelSize(max(1, int(size * size / widest)))
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


@lru_cache(maxsize=512)
def icon(spec: str, size: int, color: str, disabled: str = "") -> QIcon:
    """An icon for buttons and menus, sharp at 1, 1.5 and 2 physical pixels per px.

    Args:
        spec: As for `icon_text`.
        size: Width and height, in px.
        color: "#rrggbb".
        disabled: Colour on a disabled control; empty: Qt greys it.
    """
    made = QIcon()
    for dpr in (1.0, 1.5, 2.0, 3.0):
        made.addPixmap(icon_pixmap(spec, size, color, dpr))
        if disabled:
            made.addPixmap(icon_pixmap(spec, size, disabled, dpr), QIcon.Mode.Disabled)
    return made
