"""A field for a number with a minus and a plus: the value stays exactly what Python gave, whatever the display rounds.

GUI thread only.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal

from deskstate_widgets.boxes.in_view import bring_into_view
from deskstate_widgets.fields._number_words import beyond_bounds, read_number
from deskstate_widgets.fields.line_field import LineField
from deskstate_widgets.look.fonts import even_figures
from deskstate_widgets.look.symbols import INTERFACE
from deskstate_widgets.values.number_marks import marks_of
from deskstate_widgets.values.numbers import decimals_of, format_number, with_decimals
from deskstate_widgets.values.steps import Number, plus

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtGui import QKeyEvent

_LEAST_DECIMALS: Final = 2
"""Of a float that is shown without a format."""
_MOST_DIGITS: Final = 4000
"""Python refuses to write whole numbers that are longer."""
_NOT_WHOLE: Final = "Please enter a whole number."
_TOO_LARGE: Final = "This number is too large or too small."


class Reading(msgspec.Struct, frozen=True):
    """What the text in the field stands for."""

    number: Number | None
    """The number; the last one that was good while there is a problem."""
    problem: str | None = None
    """Why the text cannot be taken."""


class NumberField(LineField):
    """A line edit that holds an int, a float, or None. A text that cannot be taken stays as it is."""

    drafted = Signal(Reading)
    """What the text stands for now, after each keystroke or while a stepper is held down."""
    settled = Signal(Reading)
    """The same after Enter, when the field is left, and after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(even_figures())
        self._value: Number | None = None
        self._minimum: Number | None = None
        self._maximum: Number | None = None
        self._step: Number = 1
        self._whole = True
        self._clearable = False
        self._format: str | None = None
        self._marks = marks_of(self.locale())
        self._down = self.add_button(INTERFACE["remove"], "Less")
        self._up = self.add_button(INTERFACE["add"], "More")
        for button, count in ((self._down, -1), (self._up, 1)):
            button.setAutoRepeat(True)
            button.clicked.connect(self._step_up if count > 0 else self._step_down)
        self.edited.connect(self._edited)
        self.textChanged.connect(self._text_changed)
        self.editingFinished.connect(self.settle)

    def set_rules(
        self,
        minimum: Number | None,
        maximum: Number | None,
        step: Number,
        format: str | None,
        *,
        whole: bool,
        clearable: bool,
    ) -> None:
        """Say which numbers are allowed, how far a step goes and how the number is shown.

        Args:
            minimum: The smallest number; None: no limit.
            maximum: The largest number; None: no limit.
            step: How far a step goes.
            format: See `format_number`; None: whole numbers as they are, others with as many decimals as the step has,
                at least two, and more where the number has more.
            whole: Whether only whole numbers are allowed.
            clearable: Whether the field may be left empty.
        """
        self._minimum, self._maximum = minimum, maximum
        self._whole, self._clearable = whole, clearable
        if (format, step) != (self._format, self._step):
            self._format, self._step = format, step
            self._show_again()
        self._bar()

    def set_value(self, value: Number | None) -> None:
        """Show a number without signalling it."""
        self._value = value
        self.show_text(self._shown())
        self._bar()

    def read(self) -> Reading:
        """What the text stands for now."""
        text = self.text().strip()
        if self.text() == self.committed:
            return Reading(self._value)
        if not text:  # what may not be empty goes back to the last number
            return Reading(None if self._clearable else self._value)
        number = read_number(text, self._marks)
        if isinstance(number, str):
            return Reading(self._value, number)
        return self._judged(number)

    def settle(self) -> None:
        """Take the text as it stands, if it is a number that is allowed, and write it as numbers are shown here."""
        if self.text() != self.committed:
            reading = self.read()
            if reading.problem is None:
                self._take(reading.number)
            self.settled.emit(reading)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            bring_into_view(self)
            self._move(1 if event.key() == Qt.Key.Key_Up else -1, held=event.isAutoRepeat())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.isAutoRepeat():
            self.settled.emit(self.read())
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange:
            self._marks = marks_of(self.locale())
            self._show_again()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.make_room()

    def text_wanted_px(self) -> int:
        """All digits can be seen as long as possible: half a number is another number."""
        return max(super().text_wanted_px(), self.whole_text_px())

    def _text_changed(self) -> None:
        if not (self._down.underMouse() or self._up.underMouse()):  # no stepper goes from below the mouse that uses it
            self.make_room()

    def _edited(self) -> None:
        self.drafted.emit(self.read())

    def _judged(self, typed: Decimal) -> Reading:
        """A number that was typed, in the type of this field, if it is allowed."""
        if abs(typed.adjusted()) > _MOST_DIGITS:
            return Reading(self._value, _TOO_LARGE)
        if self._whole and typed != typed.to_integral_value():
            return Reading(self._value, _NOT_WHOLE)
        floating = float(typed)
        if not math.isfinite(floating) or (floating == 0) != (typed == 0):
            return Reading(self._value, _TOO_LARGE)
        number = int(typed) if self._whole else floating
        if not self._is_inside(number):
            return Reading(self._value, beyond_bounds(self._minimum, self._maximum, self._marks))
        return Reading(number)

    def _is_inside(self, number: Number) -> bool:
        low, high = self._minimum, self._maximum
        return (low is None or number >= low) and (high is None or number <= high)

    def _nearest(self, number: Number) -> Number:
        """The nearest number that is allowed."""
        if self._minimum is not None and number < self._minimum:
            return self._minimum
        if self._maximum is not None and number > self._maximum:
            return self._maximum
        return number

    def _step_up(self) -> None:
        self._move(1, held=self._up.isDown())

    def _step_down(self) -> None:
        self._move(-1, held=self._down.isDown())

    def _move(self, count: int, *, held: bool) -> None:
        """Go some steps on from the number in the field; from what is none, nowhere."""
        reading = self.read()
        if reading.problem is None:
            zero = self._nearest(0 if self._whole else 0.0)
            start = zero if reading.number is None else reading.number
            goal = self._nearest(plus(start, self._step, count, whole=self._whole))
            if goal != self._value or self.text() != self.committed:
                self._take(goal)
            reading = Reading(goal)
        (self.drafted if held else self.settled).emit(reading)

    def _take(self, number: Number | None) -> None:
        self._value = number
        self.rewrite(self._shown())
        self._bar()

    def _shown(self) -> str:
        """The number as it is shown here; it is read in the same way."""
        if self._value is None:
            return ""
        if self._format is None and not self._whole:
            text = with_decimals(self._value, max(_LEAST_DECIMALS, decimals_of(self._step)))
        else:
            text = format_number(self._value, self._format)
        return text.replace(".", self._marks.decimal)

    def _show_again(self) -> None:
        """The same number is shown in another way now; what is being typed is left alone."""
        if self.text() == self.committed:
            self.show_text(self._shown())

    def _bar(self) -> None:
        """Grey out the stepper that leads nowhere."""
        value = self._value
        self._down.setEnabled(value is None or self._minimum is None or value > self._minimum)
        self._up.setEnabled(value is None or self._maximum is None or value < self._maximum)
