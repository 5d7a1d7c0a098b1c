"""The native widget of `ds.text`.

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


class Text(Native[text.Text]):
    """Plain text that can be selected; nothing in it is markup."""

    def __init__(self, properties: text.Text, host: Host) -> None:
        super().__init__(properties, host)
        self._label = self.widget = ReadText()
        self._show(properties)
        apply_width(self._label, properties.width)

    def update(self, new: text.Text, old: text.Text) -> None:
        self._show(new)
        if new.width != old.width:
            apply_width(self._label, new.width)
            self.host.relayout()

    def _show(self, properties: text.Text) -> None:
        words = Words(properties.body, literal=True, alignment=properties.text_alignment, wrap=properties.wrap)
        self._label.say(words, properties.help)
