"""Scrolling back to where a person enters something.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstate_widgets.boxes.scroll_box import ScrollBox

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

_MARGIN_PX: Final = 40
"""Between what is brought into view and the edge that it came from; a label stands there."""


def bring_into_view(widget: QWidget, part: QRect | None = None) -> None:
    """Scroll the boxes around a widget as little as it takes to see it; where it can be seen, nothing moves.

    Args:
        widget: What is looked for.
        part: The part of it that must be seen, in its own coordinates; None: all of it.
    """
    rect = widget.rect() if part is None else part
    area = ScrollBox.around(widget)
    while area is not None:
        bar, height_px = area.verticalScrollBar(), area.viewport().height()
        top_px = widget.mapTo(area.viewport(), rect.topLeft()).y()
        bottom_px = top_px + rect.height()
        if top_px < 0 or rect.height() > height_px:
            bar.setValue(bar.value() + top_px - _MARGIN_PX)
        elif bottom_px > height_px:
            bar.setValue(bar.value() + bottom_px - height_px + _MARGIN_PX)
        area = ScrollBox.around(area)
