"""The native widget of `ds.slider`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from deskstate.core.properties import inputs
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.fields.field import Field
from deskstate_widgets.native import Native
from deskstate_widgets.sliders.track import Track, Values
from deskstate_widgets.values.number_marks import marks_of
from deskstate_widgets.values.numbers import format_number
from deskstate_widgets.values.steps import Number, Steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstate_widgets.native import Host


class Slider(Native[inputs.Slider]):
    """One number or a range of two on a track; committed when a handle is let go, and at each key."""

    def __init__(self, properties: inputs.Slider, host: Host) -> None:
        super().__init__(properties, host)
        self._track = Track()
        self._field = self.widget = Field(self._track, host.open_link)
        self._committed: Values = ()
        self._track.moved.connect(host.draft)
        self._track.settled.connect(self._commit)
        self._show(properties)

    def update(self, new: inputs.Slider, old: inputs.Slider) -> None:
        self._show(new)
        if new.width != old.width:
            self.host.relayout()

    def show_value(self, value: Values) -> None:
        self._committed = tuple(sorted(value))
        self._track.set_values(self._committed)

    def focus(self) -> None:
        self._track.setFocus()

    def _show(self, properties: inputs.Slider) -> None:
        self._field.describe(properties.label, properties.help, properties.label_visibility)
        steps = Steps(properties.minimum, properties.maximum, properties.step)
        self._track.set_scale(steps, words_for(properties.data_type, properties.format))
        self._field.set_enabled(not properties.disabled)
        apply_width(self.widget, properties.width)

    def _commit(self, values: Values) -> None:
        if values != self._committed:
            self._committed = values
            self.host.commit(values)


def words_for(data_type: str, format: str) -> Callable[[Number], str]:
    """How a slider of some data type says a value."""
    if data_type in ("date", "time", "datetime"):
        from deskstate_widgets.values.dates import format_moment, moment  # late: most sliders are of numbers

        return lambda value: format_moment(moment(int(value)), format, data_type)
    marks = marks_of(QLocale())
    return lambda value: format_number(value, format, marks)
