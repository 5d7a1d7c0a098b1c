"""The native widget of `ds.multiselect`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstate.core.properties import inputs
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.choices.chip_field import ChipField
from deskstate_widgets.choices.words import placeholder
from deskstate_widgets.fields.field import Field
from deskstate_widgets.native import Native

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_ANY_NUMBER: Final = 2**31


class Multiselect(Native[inputs.Multiselect]):
    """Some of many options, as chips; committed at every pick and removal."""

    def __init__(self, properties: inputs.Multiselect, host: Host) -> None:
        super().__init__(properties, host)
        self._chips = ChipField()
        self._field = self.widget = Field(self._chips, host.open_link)
        self._chips.changed.connect(host.commit)
        self._show(properties)

    def update(self, new: inputs.Multiselect, old: inputs.Multiselect) -> None:
        self._show(new)
        self._chips.editor.refresh(stay=True)
        if new.width != old.width:
            self.host.relayout()

    def show_value(self, value: tuple[str, ...]) -> None:
        self._chips.set_values(value)

    def focus(self) -> None:
        self._chips.editor.setFocus()

    def close(self) -> None:
        self._chips.editor.close_list()

    def _show(self, properties: inputs.Multiselect) -> None:
        editor = self._chips.editor
        self._field.describe(
            properties.label, properties.help, properties.label_visibility, named=(self._chips, editor)
        )
        hopeless = not properties.options and not properties.accept_new_options
        self._field.set_enabled(not properties.disabled and not hopeless)
        editor.options = properties.options
        editor.accept_new = properties.accept_new_options
        editor.set_filter_mode(properties.filter_mode)
        editor.limit = properties.max_selections
        up_to = _ANY_NUMBER if properties.select_all_up_to is None else properties.select_all_up_to
        editor.select_all_up_to = up_to if properties.select_all else 0
        editor.set_placeholder(
            placeholder(
                properties.placeholder,
                many=True,
                has_options=bool(properties.options),
                accept_new=properties.accept_new_options,
            )
        )
        self._chips.set_wraps(properties.wrap is not False)
        apply_width(self.widget, properties.width)
