"""Containers as a test sees them, and the collections of what is in them.

No Qt. After a run the nodes are new; those of the run before are out of date (rule 23.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from deskstate.core.element import Element
from deskstate.core.properties import inputs, layout, status, text
from deskstate.core.properties.base import Properties
from deskstate.testing.inputs import (
    Button,
    Checkbox,
    Choice,
    Input,
    Multiselect,
    NumberInput,
    Selectbox,
    Slider,
    TextField,
)
from deskstate.testing.nodes import AppTestError, Caption, Code, ExceptionNode, Heading, Node, Progress

if TYPE_CHECKING:
    from deskstate.testing.apptest import AppTest


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
    inputs.Selectbox: Selectbox,
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
