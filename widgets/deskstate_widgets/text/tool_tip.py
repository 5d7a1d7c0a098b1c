"""Help texts, and texts that are cut short, as tool tips.

GUI thread only. A tip that begins with "<" is HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import SMALL_PX
from deskstate_widgets.look.zoom import app_zoom
from deskstate_widgets.markdown.escaped import escaped
from deskstate_widgets.markdown.html import is_plain, to_html
from deskstate_widgets.markdown.text_style import TextStyle
from deskstate_widgets.text._clusters import clusters

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from deskstate_widgets.text._tip_card import TipKeeper

_LINE_PX: Final = 19


def set_tip(widget: QWidget, text: str, about: QWidget | None = None) -> None:
    """Give a widget a tool tip.

    Args:
        widget: Where the mouse rests.
        text: Plain, or as HTML; empty: none.
        about: What the tip must not cover, besides the widget itself.
    """
    widget.setToolTip(text)
    if text:
        _keep(widget, about or widget)


def show_tip(widget: QWidget, text: str, about: QWidget | None = None, part: QRect | None = None) -> None:
    """Show a tool tip at once.

    Args:
        widget: Where the mouse is, or the focus.
        text: Plain, or as HTML.
        about: What the tip must not cover, besides the widget itself.
        part: Of the widget, that alone must not be covered.
    """
    _keep(widget, about or widget).show_text(text, part)


def tool_tip(widget: QWidget, help: str | None) -> str:
    """Markdown as the text of a tool tip in the colours around a widget.

    Ask for it when the mouse comes near, not when the widget is made: most help is never read.
    """
    if not help:
        return ""
    if is_plain(help, block=True):
        return f"<p>{escaped(help)}</p>"
    zoom = app_zoom()
    px, line_px = round(SMALL_PX * zoom), round(_LINE_PX * zoom)
    style = TextStyle(tokens_of(widget), px, line_px, clusters=clusters)
    return to_html(help, style)


def literal(text: str) -> str:
    """A text as a tool tip that shows it as it is."""
    return f"<p>{escaped(text)}</p>" if "<" in text else text


def _keep(widget: QWidget, about: QWidget) -> TipKeeper:
    """The keeper of a widget's tip, made when it gets one for the first time."""
    from deskstate_widgets.text._tip_card import TipKeeper  # late: most widgets never show a tip

    for child in widget.children():
        if isinstance(child, TipKeeper):
            return child
    return TipKeeper(widget, about)
