"""What a test does to an input.

No Qt. After a run the nodes are new; those of the run before are out of date (rule 23.3).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Self, cast

from deskstate import errors
from deskstate.core.element import Element
from deskstate.core.properties import inputs
from deskstate.core.properties.namesake import namesakes
from deskstate.elements.options import is_same
from deskstate.testing.nodes import AppTestError, Node

if TYPE_CHECKING:
    from deskstate.testing.apptest import AppTest

UNSET: Final[Any] = object()
"""Instead of a value that a test has not set."""


class Input(Node):
    """An element that a person can change."""

    may_be_none = False
    """True when a person can leave it empty; setting another one to None takes back what was set."""

    def __init__(self, element: Element, root: AppTest, type: str) -> None:
        super().__init__(element, root, type)
        self._set: Any = UNSET

    @property
    def id(self) -> str:
        """Its state identity."""
        return cast("str", self._element.id)

    @property
    def form_id(self) -> str:
        """Key of the form around it, or ""."""
        return self._element.around.form or ""

    @property
    def is_set(self) -> bool:
        """True when a test has entered something since the last run."""
        return self._set is not UNSET

    @property
    def value(self) -> Any:
        """What was set since the last run, or what the app knows."""
        return self.root.state_of(self._element) if self._set is UNSET else self._set

    def set_value(self, value: Any) -> Self:
        """Enter a value; the app knows it after `run`.

        Raises:
            AppTestError: When the input is disabled.
        """
        self._assert_enabled()
        self._set = UNSET if value is None and not self.may_be_none else value
        self.root.note(self)
        return self

    def _assert_enabled(self) -> None:
        if getattr(self.proto, "disabled", False):
            label = getattr(self.proto, "label", "")
            raise AppTestError(f"The {self.type} {label!r} is disabled: a person cannot use it.")

    def entered(self) -> Any:
        """What was set, in the form in which a window reports it. Raises for a value of another type."""
        codec = self._element.codec
        with suppress(errors.ValueBelowMinError, errors.ValueAboveMaxError):  # the input settles these (rule 21.2)
            codec.admit(self._set, assigned=True)
        return codec.to_window(self._set)


class Button(Input):
    """A button; its value is what the call in the last run answered."""

    @property
    def value(self) -> Any:
        """True in the run that a click caused, or when it was clicked since."""
        return self._element.value if self._set is UNSET else self._set

    @property
    def submits(self) -> bool:
        """True for the submit button of a form."""
        return self.proto.takes == "submit"

    def click(self) -> Self:
        """Press it."""
        return self.set_value(True)


class Checkbox(Input):
    """A check box."""

    def check(self) -> Self:
        """Tick it."""
        return self.set_value(True)

    def uncheck(self) -> Self:
        """Take the tick away."""
        return self.set_value(False)


class TextInput(Input):
    """A text input."""

    may_be_none = True

    def input(self, value: str) -> Self:
        """Enter text; one that is longer than `max_chars` cannot be entered, and nothing happens."""
        return self if self.max_chars and len(value) > self.max_chars else self.set_value(value)

    @property
    def max_chars(self) -> int:
        """Limit of the text's length; 0: none."""
        return cast("inputs.TextInput", self.proto).max_chars or 0

    @property
    def autocomplete(self) -> str:
        """What the field is for, in words of HTML."""
        return cast("inputs.TextInput", self.proto).autocomplete or ""


class TextArea(TextInput):
    """A text area."""


class NumberInput(Input):
    """A number input."""

    may_be_none = True

    @property
    def min(self) -> float | int | None:
        """Smallest number."""
        return cast("inputs.NumberInput", self.proto).minimum

    @property
    def max(self) -> float | int | None:
        """Largest number."""
        return cast("inputs.NumberInput", self.proto).maximum

    def increment(self) -> Self:
        """Press +."""
        return self._step(1)

    def decrement(self) -> Self:
        """Press -."""
        return self._step(-1)

    def _step(self, direction: int) -> Self:
        record = cast("inputs.NumberInput", self.proto)
        if self.value is None:
            return self
        value = self.value + direction * record.step
        if record.maximum is not None:
            value = min(value, record.maximum)
        if record.minimum is not None:
            value = max(value, record.minimum)
        return self.set_value(value)


class Slider(Input):
    """A slider."""

    @property
    def min(self) -> Any:
        """Smallest value."""
        return self._as_value(cast("inputs.Slider", self.proto).minimum)

    @property
    def max(self) -> Any:
        """Largest value."""
        return self._as_value(cast("inputs.Slider", self.proto).maximum)

    def set_range(self, lower: Any, upper: Any) -> Self:
        """Set both ends of a range."""
        return self.set_value((lower, upper))

    def _as_value(self, number: int | float) -> Any:
        return number


class Radio(Input):
    """A radio; and what all choices have."""

    may_be_none = True

    @property
    def options(self) -> list[str]:
        """The labels of the options."""
        return list(map(str, self._labels))

    @property
    def format_func(self) -> Callable[[Any], str]:
        """Makes labels of options."""
        return cast("Callable[[Any], str]", getattr(self._element.codec, "format_func", str))

    @property
    def index(self) -> int | None:
        """Position of what is chosen, or None."""
        value = self.value
        return None if value is None else self._place(value)

    def select(self, value: Any) -> Self:
        """Choose an option."""
        return self.set_value(value)

    def select_index(self, index: int | None) -> Self:
        """Choose an option by position."""
        return self.set_value(None if index is None else self._option(index))

    def entered(self) -> Any:
        """The label of what was set. Raises ValueError when it is no option (rule 23.16)."""
        return None if self._set is None else self._checked(self._token(self._set))

    @property
    def _labels(self) -> tuple[str, ...]:
        """The labels as the window has them, which tell options apart that are labelled alike."""
        return cast("inputs.Selectbox", self.proto).options

    def _option(self, index: int) -> Any:
        return self._options()[index]

    def _options(self) -> tuple[Any, ...]:
        return cast("tuple[Any, ...]", getattr(self._element.codec, "options", self._labels))

    def _token(self, value: Any) -> str:
        """The label that the window reports for an option, or for a text."""
        label = self._label(value)
        alike = namesakes(self._labels, label)
        return next((self._labels[place] for place in alike if is_same(self._options()[place], value)), label)

    def _place(self, value: Any) -> int:
        token = self._token(value)
        return self._labels.index(token) if token in self._labels else self.options.index(token)

    def _label(self, value: Any) -> str:
        """The label of an option; a text that `format_func` cannot take is a label itself."""
        try:
            return str(self.format_func(value))
        except Exception:  # it is the script's, and knows its options only
            if isinstance(value, str):
                return value
            raise

    def _checked(self, label: str) -> str:
        if str(label) not in self.options and not getattr(self.proto, "accept_new_options", False):
            raise ValueError(f"{label!r} is not in the options {self.options}")
        return label


class Selectbox(Radio):
    """A selectbox. Without options nothing can be entered."""

    def entered(self) -> Any:
        """The label of what was set."""
        return super().entered() if self.options else None


class Multiselect(Radio):
    """A multiselect; its value is a list."""

    may_be_none = False

    @property
    def indices(self) -> list[int]:
        """Positions of what is chosen."""
        return [self._place(value) for value in self.value]

    @property
    def values(self) -> list[str]:
        """Labels of what is chosen."""
        return [self._label(value) for value in self.value]

    @property
    def max_selections(self) -> int:
        """How many may be chosen; 0: any number."""
        return cast("inputs.Multiselect", self.proto).max_selections or 0

    def select(self, value: Any) -> Self:
        """Choose one more option."""
        chosen = list(self.value)
        return self if value in chosen else self.set_value([*chosen, value])

    def unselect(self, value: Any) -> Self:
        """Give one option up; nothing happens when it is not chosen."""
        chosen = list(self.value)
        return self.set_value([each for each in chosen if each != value]) if value in chosen else self

    def entered(self) -> Any:
        """The labels of what was set."""
        return tuple(self._token(value) for value in self._set)
