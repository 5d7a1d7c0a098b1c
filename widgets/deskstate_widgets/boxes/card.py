"""The border of containers, columns and expanders.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def set_card(widget: QWidget, border: bool) -> None:
    """Give a plain widget the border of a card, or take it away."""
    if border or widget.property("look") is not None:
        widget.setProperty("look", "card" if border else "bare")
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, border)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the first showing does it
            widget.style().unpolish(widget)
            widget.style().polish(widget)
