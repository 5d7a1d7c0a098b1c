"""Containers as a test sees them, and the collections of what is in them.

No Qt. After a run the nodes are new; those of the run before are out of date (rule 23.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from deskstate.core.element import Element
from deskstate.core.properties.base import Properties, class_name
from deskstate.testing import inputs, nodes
from deskstate.testing.inputs import Button, Input
from deskstate.testing.nodes import AppTestError, Node

if TYPE_CHECKING:
    from deskstate.core.properties import layout
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
        return getattr(self.proto, "form_id", self._element.key)

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
        return [node for node in self if type in node.proto.called and node is not self]

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
        if name.startswith("_"):
            raise AttributeError(name)
        known = collections()
        if name in known:
            return Collection(self.get(known[name]))
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


def collections() -> dict[str, str]:
    """Names of collections, and what the elements in each are called; those of parts have the name of the whole."""
    found: dict[str, str] = {}
    kinds = Properties.__subclasses__()
    for kind in kinds:  # it grows
        kinds += kind.__subclasses__()
        found.update({name: name for name in kind.names or (kind.kind,)})
    return found | {f"{kind.kind}s": kind.kind for kind in kinds if kind.part}


def node_of(element: Element, root: AppTest) -> Node | Block:
    """The node of an element: of the class that is called as its kind, or what its record makes of it."""
    record = element.properties
    node = _own_node(record.kind) if record.native is None else None
    if node is None:
        if element.children is not None:
            node = Block
        elif element.id is None:
            node = Node
        else:
            node = Input if record.takes == "value" else Button
    return node(element, root, record.called[0])


@cache
def _own_node(kind: str) -> type[Node | Block] | None:
    name = class_name(kind)
    for room in (vars(nodes), vars(inputs), globals()):
        if name in room:
            return cast("type[Node | Block]", room[name])
    return None
