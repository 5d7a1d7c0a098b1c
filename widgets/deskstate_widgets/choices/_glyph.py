"""The small signs inside of choices: chevron, cross, tick.

GUI thread only. They are letters of the icon font, so Qt paints them itself and the style sheet colours them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from deskstate_widgets.look.fonts import ensure_icons
from deskstate_widgets.look.symbols import INTERFACE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

GLYPH_PX: Final = 26
"""Width of a sign's place inside of a field."""
GLYPH_EDGE_PX: Final = 8
"""From the edge of the field to the first sign."""

LETTERS_PX: Final = 36
"""Three letters or so of what is chosen: in a narrow field they come before all signs."""


def signs_in(spare_px: int) -> int:
    """How many signs have room, of which there are two at most: the chevron goes last."""
    return min(max(spare_px, 0) // GLYPH_PX, 2)


def glyph_label(name: str, parent: QWidget) -> QLabel:
    """A sign that is only looked at: the mouse goes through it."""
    ensure_icons()
    label = QLabel(INTERFACE[name], parent)
    label.setProperty("look", "choice-glyph")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


def glyph_button(name: str, parent: QWidget) -> QToolButton:
    """A sign to press, never in the way of Tab."""
    ensure_icons()
    button = QToolButton(parent)
    button.setText(INTERFACE[name])
    button.setProperty("look", "choice-glyph")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    return button
