"""A block of Markdown in a window.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.text.rich_text import RichText, Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


LONG = "Words that wrap, again and again, when there is little room for all of them. " * 4


def shown(qtbot: QtBot, source: str, width: int = 400, **options: object) -> RichText:
    """A block of Markdown in a window."""
    text = RichText()
    qtbot.addWidget(text)
    text.write(Words(source, **options))  # type: ignore[arg-type]
    text.resize(width, text.heightForWidth(width))
    text.show()
    return text
