"""The native widget of `ds.title`, `ds.header` and `ds.subheader`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from deskstate.core.properties import text
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.markdown.html import plain_text
from deskstate_widgets.native import Native
from deskstate_widgets.text.anchors import slug
from deskstate_widgets.text.heading_text import HeadingText
from deskstate_widgets.text.rich_text import Words

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_SIZES: Final[dict[int, Literal["h1", "h2", "h3"]]] = {1: "h1", 2: "h2", 3: "h3"}


class Heading(Native[text.Heading]):
    """A heading with what may stand around it: an icon, help, a line below. Its object name is its anchor."""

    def __init__(self, properties: text.Heading, host: Host) -> None:
        super().__init__(properties, host)
        self._text = self.widget = HeadingText()
        self._text.link_activated.connect(host.open_link)
        self._show(properties)
        if properties.width != "stretch":  # as any label is
            apply_width(self._text, properties.width)

    def update(self, new: text.Heading, old: text.Heading) -> None:
        self._show(new)
        if new.width != old.width:
            apply_width(self._text, new.width)
            self.host.relayout()

    def _show(self, properties: text.Heading) -> None:
        body = properties.body if properties.wrap else properties.body.strip().partition("\n")[0]
        words = Words(
            body,
            inline=True,
            size=_SIZES[properties.level],
            alignment=properties.text_alignment,
            wrap=properties.wrap,
        )
        self._text.set_frame(properties.level, properties.divider)
        self._text.say(words, properties.help, properties.icon)
        anchor = None if properties.hide_anchor else properties.anchor or slug(plain_text(properties.body))
        self._text.setObjectName(anchor or "")
