"""The one style sheet of the application: the ground that all windows share, then the rules of each family of widgets.

GUI thread only. A widget says what it is by the dynamic property "look", set when it is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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

_FAMILIES = (look, buttons, fields, choices, boxes, frame, trees, charts)


def house_sheet(tokens: Tokens) -> str:
    """The text for `QApplication.setStyleSheet`."""
    return "\n".join(family.rules(tokens) for family in _FAMILIES)
