"""The native widget of `ds.text`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import text
from deskstate_widgets.native import Native
from deskstate_widgets.parts.richtext import RichText
from deskstate_widgets.parts.sizing import apply_width
from deskstate_widgets.parts.tool_tip import tool_tip

if TYPE_CHECKING:
    from deskstate_widgets.native import Host


class Text(Native[text.Text]):
    """Plain text that can be selected; nothing in it is markup."""

    def __init__(self, properties: text.Text, host: Host) -> None:
        super().__init__(properties, host)
        self._label = self.widget = RichText()
        self._label.set_text(properties.body, alignment=properties.text_alignment, wrap=properties.wrap)
        apply_width(self._label, properties.width)
        if properties.help:
            self._label.setToolTip(tool_tip(self._label, properties.help))

    def update(self, new: text.Text, old: text.Text) -> None:
        self._label.set_text(new.body, alignment=new.text_alignment, wrap=new.wrap)
        if new.width != old.width:
            apply_width(self._label, new.width)
            self.host.relayout()
        if new.help != old.help:
            self._label.setToolTip(tool_tip(self._label, new.help))
