"""What a widget stands on: the page, or the sidebar, which has a colour and headings of its own.

GUI thread only. Qt hands no palette down to the children of a window that has a style sheet, so the parents are asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.look.palette import tokens_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def in_sidebar(widget: QWidget) -> bool:
    """Whether a widget stands in the sidebar."""
    parent = widget.parentWidget()
    while parent is not None and parent.property("look") != "sidebar":
        parent = parent.parentWidget()
    return parent is not None


def ground_of(widget: QWidget) -> str:
    """The colour around a widget, as "#rrggbb"."""
    tokens = tokens_of(widget)
    return tokens.sidebar if in_sidebar(widget) else tokens.background
