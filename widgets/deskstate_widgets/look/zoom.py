"""How much larger than designed a window is shown: painted pieces and fixed sizes grow with the font.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from deskstate_widgets.look.tokens import BODY_PX

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def app_zoom() -> float:
    """The zoom of all windows; 1.0 as designed."""
    px = QApplication.font().pixelSize()
    return px / BODY_PX if px > 0 else 1.0


def zoom_of(widget: QWidget) -> float:
    """The zoom around a widget whose font is that of body text; 1.0 as designed."""
    px = widget.font().pixelSize()
    return px / BODY_PX if px > 0 else 1.0


def zoomed(widget: QWidget, px: int) -> int:
    """A designed size in the px of the window."""
    return round(px * zoom_of(widget))
