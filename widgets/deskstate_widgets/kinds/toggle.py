"""The native widget of `ds.toggle`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import inputs
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.native import Native
from deskstate_widgets.toggles.switch import Switch

if TYPE_CHECKING:
    from deskstate_widgets.native import Host


class Toggle(Native[inputs.Toggle]):
    """A switch; committed at once."""

    def __init__(self, properties: inputs.Toggle, host: Host) -> None:
        super().__init__(properties, host)
        self._switch = self.widget = Switch(host.open_link)
        self._switch.clicked.connect(host.commit)
        self._show(properties)

    def update(self, new: inputs.Toggle, old: inputs.Toggle) -> None:
        self._show(new)
        if new.width != old.width:
            self.host.relayout()

    def show_value(self, value: object) -> None:
        self._switch.setChecked(bool(value))

    def _show(self, properties: inputs.Toggle) -> None:
        wrap = properties.wrap is not False
        self._switch.describe(properties.label, properties.help, properties.label_visibility, wrap=wrap)
        self._switch.setEnabled(not properties.disabled)
        apply_width(self.widget, properties.width)

    def close(self) -> None:
        self._switch.stop()
