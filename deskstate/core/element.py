"""One element of a run's tree, and what the script said about it.

No Qt. Made by the script's thread; after it is in the tree only its children grow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from deskstate import errors
from deskstate.core.around import MAIN, Around
from deskstate.core.call import Call
from deskstate.core.codec import AS_IS, Codec
from deskstate.core.properties.base import Properties

Callback = Callable[..., object]


class Element(msgspec.Struct, eq=False, gc=False):
    """What one call of the script asked for.

    It knows its children and not its parent: without cycles a run's tree is freed as soon as the next one stands, and
    the garbage collector need not look at it.
    """

    properties: Properties
    id: str | None = None
    """State identity; None for elements that have no value."""
    key: str | None = None
    value: Any = None
    """What an input shows, in the form that its record documents."""
    default: Any = None
    """What an input's value is when nobody has given it one."""
    codec: Codec = AS_IS
    disabled: bool = False
    around: Around = MAIN
    """Of inputs and containers; a form is around itself."""
    quiet: bool = False
    """True: what a person enters waits for the next rerun that something else causes (rule 4.18)."""
    callback: Callback | None = None
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] | None = None
    children: list[Element] | None = None
    """None for elements that hold no others."""
    run: int = 0
    """Of a container: number of the run that has drawn it."""
    path: tuple[int, ...] | None = None
    """Of a container: where it stands; see `earlier`."""
    call: Call | None = None
    """Where the script has asked for it, if it has a state that only the window knows."""
    replaces: bool = False
    """True for a container in the place of something that this run had drawn there before (rule 11.5)."""
    blocks: int = 0
    """How many `with` blocks are open in a container; -1: there was one, and there is none any more."""

    @property
    def trigger(self) -> bool:
        """True for buttons: the value lasts for one run."""
        return self.codec.trigger

    def entered(self, shown: Any) -> Any:
        """The value that the script is given for what the window reports and shows: for None, the default."""
        self.value = shown
        return self.default if shown is None else self.codec.from_window(shown)

    def may_be_none(self) -> bool:
        """True for an input that can be empty."""
        try:
            return not self.trigger and self.codec.admit(None, True) is None
        except errors.APIException:
            return False

    def inputs(self) -> Iterator[Element]:
        """All inside that has a state identity, as it stands in the window: not what was drawn over."""
        for child in self.children or ():
            if child.id is not None:
                yield child
            if child.children:
                yield from child.inputs()
