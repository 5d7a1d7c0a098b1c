"""The native widget of `ds.number_input`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstate.core.properties import inputs
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.fields.field import Field
from deskstate_widgets.fields.number_field import NumberField, Reading
from deskstate_widgets.native import Native

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_MISSING: Final = "Please fill in this field."


class NumberInput(Native[inputs.NumberInput]):
    """A number; committed on Enter, when it is left, and at each step."""

    def __init__(self, properties: inputs.NumberInput, host: Host) -> None:
        super().__init__(properties, host)
        self._number = NumberField()
        self._field = self.widget = Field(self._number, host.open_link)
        self._committed: int | float | None = None
        self._required = False
        self._problem: str | None = None
        self._number.drafted.connect(self._draft)
        self._number.settled.connect(self._commit)
        self._number.returnPressed.connect(self._entered)
        self._show(properties)

    def update(self, new: inputs.NumberInput, old: inputs.NumberInput) -> None:
        self._show(new)
        self._reconsider()
        if new.width != old.width:
            self.host.relayout()

    def show_value(self, value: int | float | None) -> None:
        self._committed = value
        self._number.set_value(value)
        self._judge(Reading(value))
        self._field.show_note(None)

    def focus(self) -> None:
        self._number.setFocus()

    def show_problem(self) -> None:
        """Say below the field why a form cannot be sent."""
        self._field.show_note(self._problem)

    def _show(self, properties: inputs.NumberInput) -> None:
        self._field.describe(
            properties.label, properties.help, properties.label_visibility, required=properties.required
        )
        self._required = properties.required
        self._number.set_icon(properties.icon)
        self._number.setPlaceholderText(properties.placeholder)
        self._field.set_enabled(not properties.disabled)
        self._number.set_rules(
            properties.minimum,
            properties.maximum,
            properties.step,
            properties.format,
            whole=not properties.is_float,
            clearable=properties.clearable,
        )
        apply_width(self.widget, properties.width)

    def _reconsider(self) -> None:
        """The rules have changed: what was wrong in the field may be right now."""
        was_wrong, reading = self._problem is not None, self._number.read()
        self._judge(reading)
        if self._field.has_note:
            self._field.show_note(self._problem)
        if was_wrong and self._problem is None:
            self.host.draft(reading.number)

    def _judge(self, reading: Reading) -> None:
        """Find out whether the number may be submitted, and tell the window when that changed."""
        problem = reading.problem or (_MISSING if self._required and reading.number is None else None)
        if problem != self._problem:
            self._problem = problem
            self.host.problem(problem)
        if problem is None:
            self._field.show_note(None)

    def _draft(self, reading: Reading) -> None:
        self._judge(reading)
        self.host.draft(reading.number if self._problem is None else self._committed)

    def _commit(self, reading: Reading) -> None:
        self._judge(reading)
        self._field.show_note(self._problem)
        if self._problem is None and reading.number != self._committed:
            self._committed = reading.number
            self.host.commit(reading.number)

    def _entered(self) -> None:
        self._number.settle()
        self._field.show_note(self._problem)
        if self._problem is None:
            self.host.submit()
