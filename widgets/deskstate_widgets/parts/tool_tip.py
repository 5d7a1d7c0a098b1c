"""Help texts as tool tips.

GUI thread only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deskstate_widgets.parts.markdown import is_plain, to_html
from deskstate_widgets.parts.rich_style import TextStyle
from deskstate_widgets.parts.tokens import SMALL_PX, tokens_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LINE_PX: Final = 19
_LONG_WORD: Final = re.compile(r"\S{41}")
"""It gets places to break at when it is written as Markdown is."""


def tool_tip(widget: QWidget, help: str | None) -> str:
    """Markdown as the text of a tool tip in the colours around a widget.

    Ask for it when the mouse comes near, not when the widget is made: most help is never read.
    """
    if not help:
        return ""
    if is_plain(help, block=True) and not _LONG_WORD.search(help):
        return f"<p>{literal(help)}</p>"  # rich text wraps, plain text would be one line
    return to_html(help, TextStyle(tokens=tokens_of(widget), px=SMALL_PX, line_px=_LINE_PX))


def literal(text: str) -> str:
    """A text as HTML that shows it as it is."""
    import html  # late: it knows all entities, which costs 3 ms

    return html.escape(text)
