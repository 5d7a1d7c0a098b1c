"""The palette of the application: every colour role that Qt's own widgets paint with, from the tokens; and back.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from deskstate_widgets.look.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from deskstate_widgets.look.tokens import Tokens


def palette(tokens: Tokens) -> QPalette:
    """A palette in which `tokens_of` finds its way back to the same tokens."""
    role = QPalette.ColorRole
    colors = {
        role.Window: tokens.background,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_primary,
        role.PlaceholderText: tokens.muted,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.primary,
        role.HighlightedText: tokens.on_primary,
        role.Accent: tokens.primary,
        role.Link: tokens.link,
        role.LinkVisited: tokens.link,
        role.Light: tokens.surface_hover,
        role.Midlight: tokens.track,
        role.Mid: tokens.border,
        role.Dark: tokens.border_strong,
        role.Shadow: tokens.border_strong,
    }
    made = QPalette()
    for name, color in colors.items():
        made.setColor(name, QColor(color))
    for name in (role.WindowText, role.Text, role.ButtonText, role.BrightText, role.PlaceholderText, role.Link):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.faint))
    made.setColor(QPalette.ColorGroup.Disabled, role.Base, QColor(tokens.sunken))
    made.setColor(QPalette.ColorGroup.Disabled, role.Button, QColor(tokens.sunken))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.track))
    made.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(tokens.faint))
    made.setColor(QPalette.ColorGroup.Disabled, role.Accent, QColor(tokens.track))
    return made


def tokens_of(widget: QWidget) -> Tokens:
    """The tokens that fit the palette of a widget: dark ones on a dark window."""
    return DARK if widget.palette().window().color().lightness() < 128 else LIGHT
