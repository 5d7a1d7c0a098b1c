"""The one style sheet of the application: the ground that all windows share, then the rules of each family of widgets.

GUI thread only. A widget says what it is by the dynamic property "look", set when it is made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deskstate_widgets.boxes import style as boxes
from deskstate_widgets.buttons import style as buttons
from deskstate_widgets.charts import style as charts
from deskstate_widgets.choices import style as choices
from deskstate_widgets.fields import style as fields
from deskstate_widgets.frame import style as frame
from deskstate_widgets.look import style as look
from deskstate_widgets.trees import style as trees

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens

_FAMILIES: Final = (look, buttons, fields, choices, boxes, frame, trees, charts)

_PX: Final = r"\b([2-9]|[1-9]\d+)px\b"
"""Sizes of a stylesheet, hairlines of 1 px left out."""
_CALC: Final = r"calc\(([^)]*)\)"
"""A sum of sizes, as in CSS, which Qt does not know."""


def house_sheet(tokens: Tokens, more: str = "", *, zoom: float = 1.0) -> str:
    """The text for `QApplication.setStyleSheet`.

    Args:
        tokens: Its colours.
        more: Rules of what is no widget of the house, written in the same way.
        zoom: How much larger than designed all sizes are.
    """
    return _zoomed("\n".join(family.rules(tokens) for family in _FAMILIES) + more, zoom)


def _zoomed(sheet: str, zoom: float) -> str:
    """A stylesheet with its sizes scaled; hairlines stay. Sums are made of what is scaled, so that they add up."""
    scaled = sheet if zoom == 1.0 else re.sub(_PX, lambda found: f"{round(int(found[1]) * zoom)}px", sheet)
    return re.sub(_CALC, lambda found: f"{_sum(found[1])}px", scaled)


def _sum(sizes: str) -> int:
    """What "9px + 1px - 2px" comes to, at least 0."""
    return max(sum(int(size) for size in sizes.replace("px", "").replace("- ", "-").replace("+ ", "").split()), 0)
