"""The native widget of `ds.divider`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import text
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.native import Native
from deskstate_widgets.text.rule_line import RuleLine

if TYPE_CHECKING:
    from deskstate_widgets.native import Host


class Divider(Native[text.Divider]):
    """A hairline between two parts of a page."""

    def __init__(self, properties: text.Divider, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = RuleLine()
        apply_width(self.widget, properties.width)

    def update(self, new: text.Divider, old: text.Divider) -> None:
        apply_width(self.widget, new.width)
        self.host.relayout()
