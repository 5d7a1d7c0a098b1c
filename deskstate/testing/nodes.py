"""What a test reads of an element, and what it does to an input.

No Qt. After a run the nodes are new; those of the run before are out of date (rule 23.3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Self, cast

from deskstate.core.element import Element
from deskstate.core.properties import inputs, layout, status, text
from deskstate.core.properties.base import Properties

if TYPE_CHECKING:
    from deskstate.testing.apptest import AppTest

UNSET: Final[Any] = object()
"""Instead of a value that a test has not set."""


class AppTestError(Exception):
    """A test tried what a person could not do, or what is not supported."""


class Node:
    """One element of the app. Its record's fields can be read as attributes too."""

    def __init__(self, element: Element, root: AppTest, type: str) -> None:
        self._element = element
        self.root = root
        self.type = type

    @property
    def proto(self) -> Properties:
        """The element's record."""
        return self._element.properties

    @property
    def key(self) -> str | None:
        """The user's key."""
        return self._element.key

    @property
    def value(self) -> Any:
        """What the element shows."""
        return getattr(self.proto, "body", None)

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app with all that was set since the last run (rule 23.2)."""
        return self.root.run(timeout=timeout)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name in ("set_value", "click", "input", "check", "uncheck", "select", "increment", "decrement"):
            raise AppTestError(f"A {self.type} has no `{name}`: there is nothing that a person could do with it.")
        return getattr(self._element.properties, name)

    def __repr__(self) -> str:
        key = f", key={self.key!r}" if self.key is not None else ""
        return f"{self.type}({self.value!r}{key})"


class Caption(Node):
    """Markdown, a caption or a divider."""

    @property
    def is_caption(self) -> bool:
        """True for `ds.caption`."""
        return self.type == "caption"


class Heading(Node):
    """A title, header or subheader."""

    @property
    def tag(self) -> str:
        """Name of the level: "h1", "h2" or "h3"."""
        return f"h{cast('text.Heading', self.proto).level}"


class Code(Node):
    """A block of source text."""

    @property
    def show_line_numbers(self) -> bool:
        """True when lines are numbered."""
        return cast("text.Code", self.proto).line_numbers


class Progress(Node):
    """A progress bar."""

    @property
    def value(self) -> int:
        """0 to 100."""
        return cast("status.Progress", self.proto).percent


class ExceptionNode(Node):
    """An exception that the app shows."""

    @property
    def value(self) -> str:
        """The message."""
        return cast("status.Traceback", self.proto).message

    @property
    def message(self) -> str:
        """The message."""
        return self.value

    @property
    def stack_trace(self) -> list[str]:
        """The frames, formatted."""
        return list(cast("status.Traceback", self.proto).frames)


class Input(Node):
    """An element that a person can change."""

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
        return self._element.form or ""

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
        self._set = value
        self.root.note(self)
        return self

    def _assert_enabled(self) -> None:
        if getattr(self.proto, "disabled", False):
            label = getattr(self.proto, "label", "")
            raise AppTestError(f"The {self.type} {label!r} is disabled: a person cannot use it.")

    def entered(self) -> Any:
        """What was set, in the form in which a window reports it."""
        codec = self._element.codec
        return self._set if codec is None else codec.to_window(self._set)


class Button(Input):
    """A button; its value is what the call in the last run answered."""

    @property
    def value(self) -> Any:
        """True in the run that a click caused, or when it was clicked since."""
        return self._element.value if self._set is UNSET else self._set

    @property
    def submits(self) -> bool:
        """True for the submit button of a form."""
        return cast("inputs.Button", self.proto).submits

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


class TextField(Input):
    """A text input or a text area."""

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


class NumberInput(Input):
    """A number input."""

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


class Choice(Input):
    """A selectbox, radio or multiselect."""

    @property
    def options(self) -> list[str]:
        """The labels of the options."""
        return list(cast("inputs.Selectbox", self.proto).options)

    @property
    def format_func(self) -> Callable[[Any], str]:
        """Makes labels of options."""
        return cast("Callable[[Any], str]", getattr(self._element.codec, "format_func", str))

    @property
    def index(self) -> int | None:
        """Position of what is chosen, or None."""
        value = self.value
        return None if value is None else self.options.index(self._label(value))

    def select(self, value: Any) -> Self:
        """Choose an option."""
        return self.set_value(value)

    def select_index(self, index: int | None) -> Self:
        """Choose an option by position."""
        return self.set_value(None if index is None else self._option(index))

    def entered(self) -> Any:
        """The label of what was set. Raises ValueError when it is no option (rule 23.16)."""
        return None if self._set is None else self._checked(self._label(self._set))

    def _option(self, index: int) -> Any:
        options = getattr(self._element.codec, "options", self.options)
        return options[index]

    def _label(self, value: Any) -> str:
        return value if isinstance(value, str) and value in self.options else str(self.format_func(value))

    def _checked(self, label: str) -> str:
        if label not in self.options and not getattr(self.proto, "accept_new_options", False):
            raise ValueError(f"{label!r} is not in the options {self.options}")
        return label


class Multiselect(Choice):
    """A multiselect; its value is a list."""

    @property
    def indices(self) -> list[int]:
        """Positions of what is chosen."""
        return [self.options.index(self._label(value)) for value in self.value]

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
        """Give one option up."""
        return self.set_value([each for each in self.value if each != value])

    def entered(self) -> Any:
        """The labels of what was set."""
        return tuple(self._label(value) for value in self._set)


class Block:
    """A container, with a collection for each kind of element in it."""

    def __init__(self, element: Element, root: AppTest, type: str) -> None:
        self._element = element
        self.root = root
        self.type = type
        self.children: dict[int, Node | Block] = {
            index: node_of(child, root) for index, child in enumerate(element.children or ())
        }

    @property
    def proto(self) -> Properties:
        """The container's record."""
        return self._element.properties

    @property
    def key(self) -> str | None:
        """The user's key."""
        if isinstance(self.proto, layout.Form):
            return self.proto.form_id
        return self._element.key

    def __len__(self) -> int:
        return len(self.children)

    def __iter__(self) -> Iterator[Node | Block]:
        """The container itself and all that is in it, in script order."""
        yield self
        for child in self.children.values():
            if isinstance(child, Block):
                yield from child
            else:
                yield child

    def __getitem__(self, index: int) -> Node | Block:
        return self.children[index]

    def get(self, type: str) -> list[Any]:
        """All elements of a type, in script order, for example "button" or "expander"."""
        if type == "form_submit_button":
            return [node for node in self if isinstance(node, Button) and node.submits]
        return [node for node in self if node.type == type and node is not self]

    def get_by_key(self, key: str) -> Any:
        """The one element with a key.

        Raises:
            KeyError: When there is none.
            AppTestError: When there are several.
        """
        found = [node for node in self if node.key == key and node is not self]
        if not found:
            raise KeyError(key)
        if len(found) > 1:
            raise AppTestError(f"There are {len(found)} elements with key {key!r}.")
        return found[0]

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app with all that was set since the last run."""
        return self.root.run(timeout=timeout)

    def __getattr__(self, name: str) -> Any:
        if name in COLLECTIONS:
            return Collection(self.get(COLLECTIONS[name]))
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._element.properties, name)

    def __repr__(self) -> str:
        return f"{self.type}({list(self.children.values())!r})"


class Column(Block):
    """One of `ds.columns`."""

    @property
    def gap(self) -> str | None:
        """Name of the gap between the columns; None for no gap."""
        from deskstate.elements.checks import GAPS_PX

        width = cast("layout.Column", self.proto).gap_px
        return next((name for name, px in GAPS_PX.items() if px == width), None)


class Collection(Sequence[Any]):
    """Elements of one type; called with a key it answers with that one."""

    def __init__(self, nodes: list[Any]) -> None:
        self._nodes = nodes

    def __len__(self) -> int:
        return len(self._nodes)

    @property
    def len(self) -> int:
        """How many there are."""
        return len(self._nodes)

    def __getitem__(self, index: Any) -> Any:
        return Collection(self._nodes[index]) if isinstance(index, slice) else self._nodes[index]

    def __call__(self, key: str) -> Any:
        for node in self._nodes:
            if node.key == key:
                return node
        raise KeyError(key)

    def __eq__(self, other: object) -> bool:
        return self._nodes == (other._nodes if isinstance(other, Collection) else other)

    __hash__ = None  # type: ignore[assignment] # compared by content

    @property
    def values(self) -> list[Any]:
        """The value of each."""
        return [node.value for node in self._nodes]

    def __repr__(self) -> str:
        return repr(self._nodes)


_ALERTS: Final = ("error", "warning", "info", "success")
_HEADINGS: Final = {1: "title", 2: "header", 3: "subheader"}
_INPUTS: Final[Mapping[type[Properties], type[Input]]] = {
    inputs.Checkbox: Checkbox,
    inputs.Toggle: Input,
    inputs.TextInput: TextField,
    inputs.TextArea: TextField,
    inputs.NumberInput: NumberInput,
    inputs.Slider: Slider,
    inputs.Selectbox: Choice,
    inputs.Radio: Choice,
    inputs.Multiselect: Multiselect,
}
_NODES: Final[Mapping[type[Properties], type[Node]]] = {
    text.Code: Code,
    status.Progress: Progress,
}
COLLECTIONS: Final = {
    name: name
    for name in (
        *("caption", "code", "divider", "exception", "header", "json", "markdown", "metric", "progress", "subheader"),
        *("text", "title", "toast", "spinner", *_ALERTS),
        *("button", "form_submit_button", "checkbox", "multiselect", "number_input", "radio", "selectbox", "slider"),
        *("text_area", "text_input", "toggle"),
        *("container", "expander", "form"),
    )
} | {"columns": "column", "tabs": "tab"}
"""Names of collections, and the type of element in each."""


def node_of(element: Element, root: AppTest) -> Node | Block:
    """The node of an element."""
    record = element.properties
    if element.children is not None:
        if isinstance(record, layout.Column):
            return Column(element, root, "column")
        return Block(element, root, record.kind)
    kind = type(record)
    if isinstance(record, text.Markdown):
        return Caption(element, root, "caption" if record.caption else "markdown")
    if isinstance(record, text.Heading):
        return Heading(element, root, _HEADINGS[record.level])
    if isinstance(record, status.Alert):
        return Node(element, root, record.level)
    if isinstance(record, status.Traceback):
        return ExceptionNode(element, root, "exception")
    if isinstance(record, inputs.Button):
        return Button(element, root, "button")
    if kind in _INPUTS:
        return _INPUTS[kind](element, root, record.kind)
    return _NODES.get(kind, Node)(element, root, record.kind)
