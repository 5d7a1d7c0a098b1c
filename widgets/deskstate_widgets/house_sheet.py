"""The one style sheet of the application: the ground that all windows share, then the rules of each family of widgets.

GUI thread only. A widget says what it is by the dynamic property "look", set when it is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.parts import (
    style_buttons,
    style_charts,
    style_choices,
    style_display,
    style_fields,
    style_frame,
    style_layout,
)
from deskstate_widgets.parts import (
    stylesheet as style_look,
)

if TYPE_CHECKING:
    from deskstate_widgets.parts.tokens import Tokens

_FAMILIES = (
    style_look,
    style_buttons,
    style_fields,
    style_choices,
    style_layout,
    style_frame,
    style_display,
    style_charts,
)


def house_sheet(tokens: Tokens) -> str:
    """The text for `QApplication.setStyleSheet`."""
    return "\n".join(family.rules(tokens) for family in _FAMILIES)
