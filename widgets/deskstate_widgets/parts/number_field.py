"""A field for a number with a minus and a plus: the value stays exactly what Python gave, whatever the display rounds.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from deskstate_widgets.parts.fonts import even_figures
from deskstate_widgets.parts.line_field import LineField
from deskstate_widgets.parts.number_words import number_from
from deskstate_widgets.parts.printf import format_number
from deskstate_widgets.parts.rich_symbols import INTERFACE
from deskstate_widgets.parts.steps import Number, nearest_whole, plus

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class NumberField(LineField):
    """A line edit that holds an int, a float, or None."""

    drafted = Signal(object)
    """The number that the text stands for now, after each keystroke or while a stepper is held down."""
    settled = Signal(object)
    """The number, after Enter, when the field is left, and after each step."""

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
        self._down = self.add_button(INTERFACE["remove"], "Less")
        self._up = self.add_button(INTERFACE["add"], "More")
        for button, count in ((self._down, -1), (self._up, 1)):
            button.setAutoRepeat(True)
            button.clicked.connect(self._step_up if count > 0 else self._step_down)
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self.settle)

    @property
    def value(self) -> Number | None:
        """The number that is committed, or stepped to."""
        return self._value

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
        """Say which numbers are allowed, how far a step goes and how the number is shown."""
        self._minimum, self._maximum, self._step = minimum, maximum, step
        self._whole, self._clearable = whole, clearable
        if format != self._format:
            self._format = format
            if self.text() == self.committed:
                self._show()
        self._bar()

    def set_value(self, value: Number | None) -> None:
        """Show a number without signalling it."""
        self._value = value
        self._show()
        self._bar()

    def settle(self) -> None:
        """Take the text as it stands: the nearest allowed number; what is not a number gives way to the last one."""
        if self.text() != self.committed:
            self._value = self._meant()
            self._show()
            self._bar()
            self.settled.emit(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self._move(1 if event.key() == Qt.Key.Key_Up else -1, held=event.isAutoRepeat())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.isAutoRepeat():
            self.settled.emit(self._value)
        super().keyReleaseEvent(event)

    def _edited(self) -> None:
        self.drafted.emit(self._meant())

    def _meant(self) -> Number | None:
        """The number that is committed if the person leaves the field now."""
        text = self.text().strip()
        if not text and (self._clearable or self._value is None):
            return None
        if text == self.committed:
            return self._value
        comma_is_decimal = self.locale().decimalPoint() == ","
        number = number_from(text, comma_is_decimal=comma_is_decimal)
        return self._value if number is None else self._allowed(number)

    def _allowed(self, number: Number) -> Number:
        number = nearest_whole(number) if self._whole else float(number)
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
        start = self._meant()
        if start is None:
            start = self._allowed(0)
        goal = self._allowed(plus(start, self._step, count, whole=self._whole))
        if goal != self._value or self.text() != self.committed:
            self._value = goal
            self._show()
            self._bar()
        (self.drafted if held else self.settled).emit(self._value)

    def _show(self) -> None:
        self.show_text("" if self._value is None else format_number(self._value, self._format))

    def _bar(self) -> None:
        """Grey out the stepper that leads nowhere."""
        value = self._value
        self._down.setEnabled(value is None or self._minimum is None or value > self._minimum)
        self._up.setEnabled(value is None or self._maximum is None or value < self._maximum)
