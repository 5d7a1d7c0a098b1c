"""The native widget of `ds.markdown` and `ds.caption`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import text
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.native import Native
from deskstate_widgets.text.read_text import ReadText
from deskstate_widgets.text.rich_text import Words

if TYPE_CHECKING:
    from deskstate_widgets.native import Host


class Markdown(Native[text.Markdown]):
    """A block of formatted text; one widget serves plain and rich text, so a change of it never flickers."""

    def __init__(self, properties: text.Markdown, host: Host) -> None:
        super().__init__(properties, host)
        self._text = self.widget = ReadText()
        self._text.link_activated.connect(host.open_link)
        self._show(properties)
        if properties.width not in ("auto", "stretch"):  # as any label is
            apply_width(self._text, properties.width)

    def update(self, new: text.Markdown, old: text.Markdown) -> None:
        self._show(new)
        if new.width != old.width:
            apply_width(self._text, new.width)
            self.host.relayout()

    def _show(self, properties: text.Markdown) -> None:
        words = Words(
            properties.body,
            inline=not properties.wrap,
            allow_html=properties.allow_html,
            size="caption" if properties.caption else "body",
            role="muted" if properties.caption else "text",
            alignment=properties.text_alignment,
            wrap=properties.wrap,
        )
        self._text.say(words, properties.help)
