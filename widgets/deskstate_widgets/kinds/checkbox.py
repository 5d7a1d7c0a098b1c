"""The native widget of `ds.checkbox`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import inputs
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.native import Native
from deskstate_widgets.toggles.check_mark import CheckMark

if TYPE_CHECKING:
    from deskstate_widgets.native import Host


class Checkbox(Native[inputs.Checkbox]):
    """A box to tick; committed at once."""

    def __init__(self, properties: inputs.Checkbox, host: Host) -> None:
        super().__init__(properties, host)
        self._box = self.widget = CheckMark(host.open_link)
        self._box.clicked.connect(host.commit)
        self._show(properties)

    def update(self, new: inputs.Checkbox, old: inputs.Checkbox) -> None:
        self._show(new)
        if new.width != old.width:
            self.host.relayout()

    def show_value(self, value: object) -> None:
        self._box.setChecked(bool(value))

    def _show(self, properties: inputs.Checkbox) -> None:
        wrap = properties.wrap is not False
        self._box.describe(properties.label, properties.help, properties.label_visibility, wrap=wrap)
        self._box.setEnabled(not properties.disabled)
        apply_width(self.widget, properties.width)
