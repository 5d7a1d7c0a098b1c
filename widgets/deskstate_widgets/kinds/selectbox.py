"""The native widget of `ds.selectbox`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstate.core.properties import inputs
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.choices.box import ChoiceBox
from deskstate_widgets.choices.words import placeholder
from deskstate_widgets.fields.field import Field
from deskstate_widgets.native import Native

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_MISSING: Final = "Please choose an option."


class Selectbox(Native[inputs.Selectbox]):
    """One of many options, found by typing; committed when it is picked."""

    def __init__(self, properties: inputs.Selectbox, host: Host) -> None:
        super().__init__(properties, host)
        self._box = ChoiceBox()
        self._field = self.widget = Field(self._box, host.open_link)
        self._required = False
        self._problem: str | None = None
        self._box.chosen.connect(self._commit)
        self._show(properties)

    def update(self, new: inputs.Selectbox, old: inputs.Selectbox) -> None:
        self._show(new)
        self._judge()
        self._box.refresh(stay=True)
        if new.width != old.width:
            self.host.relayout()

    def show_value(self, value: str | None) -> None:
        self._box.set_value(value)
        self._judge()

    def focus(self) -> None:
        self._box.setFocus()

    def show_problem(self) -> None:
        """Say below the field why a form cannot be sent."""
        self._field.show_note(self._problem)

    def close(self) -> None:
        self._box.close_list()

    def _show(self, properties: inputs.Selectbox) -> None:
        self._field.describe(
            properties.label, properties.help, properties.label_visibility, required=properties.required
        )
        self._required = properties.required
        hopeless = not properties.options and not properties.accept_new_options
        self._field.set_enabled(not properties.disabled and not hopeless)
        self._box.options = properties.options
        self._box.filter_mode = properties.filter_mode
        self._box.accept_new = properties.accept_new_options
        self._box.set_clearable(properties.clearable)
        self._box.set_icon(properties.icon)
        self._box.set_placeholder(
            placeholder(
                properties.placeholder,
                many=False,
                has_options=bool(properties.options),
                accept_new=properties.accept_new_options,
            )
        )
        apply_width(self.widget, properties.width)

    def _judge(self) -> None:
        """Find out whether the choice may be submitted, and tell the window when that changed."""
        problem = _MISSING if self._required and self._box.value is None else None
        if problem != self._problem:
            self._problem = problem
            self.host.problem(problem)
        if problem is None:
            self._field.show_note(None)

    def _commit(self, value: str | None) -> None:
        self._judge()
        self.host.commit(value)
