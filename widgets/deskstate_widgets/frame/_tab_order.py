"""Where the Tab key goes: through the elements as they stand, whenever they were made.

GUI thread only. Qt's own chain has each new widget at its end, and nothing of what is not made yet. So the next stop is
looked for when a person presses Tab, which costs nothing while a script builds the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from deskstate_widgets.boxes.scroll_box import ScrollBox, settle

if TYPE_CHECKING:
    from collections.abc import Sequence


def next_stop(page: QWidget, regions: Sequence[QWidget], forward: bool, start: QWidget | None) -> QWidget | None:
    """The widget that gets the focus next, made now if need be; from the last one it goes to the first.

    Args:
        page: What the regions stand in.
        regions: Parts of the page, in the order in which Tab walks through them.
        forward: False for Shift+Tab.
        start: Where the way begins; None: at the first stop, or at the last.
    """
    while True:
        walk = [widget for region in regions for widget in (region, *region.findChildren(QWidget))]
        places = {widget: place for place, widget in enumerate(walk)}
        outside = -1 if forward else len(walk)
        here = outside if start is None else places.get(start, outside)
        ahead = range(here + 1, len(walk)) if forward else range(here - 1, -1, -1)
        found = next((place for place in ahead if _is_stop(walk[place], page)), None)
        if _fill_between(page, places, here, found, forward):
            settle()
            continue
        if found is None and 0 <= here < len(walk):  # once around
            around = range(here) if forward else range(len(walk) - 1, here, -1)
            found = next((place for place in around if _is_stop(walk[place], page)), None)
        return None if found is None else walk[found]


def _is_stop(widget: QWidget, page: QWidget) -> bool:
    """True for what Tab stops at on this system."""
    to_all = QApplication.styleHints().tabFocusBehavior() == Qt.TabFocusBehavior.TabFocusAllControls
    wanted = Qt.FocusPolicy.TabFocus if to_all else Qt.FocusPolicy.StrongFocus
    return (
        widget.focusPolicy() & wanted == wanted
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.window() is page.window()
    )


def _fill_between(page: QWidget, places: dict[QWidget, int], here: int, found: int | None, forward: bool) -> bool:
    """Make what is missing nearest to the focus on the way to the next stop. True: there was something."""
    on_the_way: list[tuple[int, ScrollBox, QWidget]] = []
    for area in page.findChildren(ScrollBox):
        for part, following in area.gaps():
            # What is missing comes after all that is in this part, or before the part that follows in the same box.
            place = places[following] if following else places[part] + 1 + len(part.findChildren(QWidget))
            if forward and here < place and (found is None or place <= found):
                on_the_way.append((place, area, part))
            elif not forward and place <= here and (found is None or found < place):
                on_the_way.append((-place, area, part))
    if not on_the_way:
        return False
    _, area, part = min(on_the_way, key=lambda gap: gap[0])
    return area.fill_gap(part, forward=forward)
