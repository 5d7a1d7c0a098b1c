"""The native widget of `ds.radio`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import inputs
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.choices.radios import RadioBox
from deskstate_widgets.fields.field import Field
from deskstate_widgets.native import Native

if TYPE_CHECKING:
    from deskstate_widgets.native import Host


class Radio(Native[inputs.Radio]):
    """One of few options, all of them in sight; committed when it is clicked or reached with an arrow key."""

    def __init__(self, properties: inputs.Radio, host: Host) -> None:
        super().__init__(properties, host)
        self._box = RadioBox(host.open_link)
        self._field = self.widget = Field(self._box, host.open_link, hugs=True)
        self._box.chosen.connect(host.commit)
        self._box.set_options(properties.options, properties.captions, properties.horizontal)
        self._show(properties)

    def update(self, new: inputs.Radio, old: inputs.Radio) -> None:
        if (new.options, new.captions, new.horizontal) != (old.options, old.captions, old.horizontal):
            self._box.set_options(new.options, new.captions, new.horizontal)
        self._show(new)
        if new.width != old.width:
            self.host.relayout()

    def show_value(self, value: str | None) -> None:
        self._box.set_value(value)

    def focus(self) -> None:
        self._box.focus()

    def _show(self, properties: inputs.Radio) -> None:
        self._field.describe(properties.label, properties.help, properties.label_visibility)
        self._field.set_enabled(not properties.disabled)
        apply_width(self.widget, properties.width)
