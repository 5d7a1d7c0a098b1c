"""The five changes a window can be asked to make, and the batch that carries them.

No Qt. Frozen values: they cross from the script's thread to the GUI thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from deskstate.core.properties.base import Properties


class Insert(msgspec.Struct, frozen=True, gc=False):
    """Make a native widget and put it before a sibling."""

    place: int
    """Number of the new native widget."""
    parent: int
    before: int
    """The sibling that follows; 0: at the end."""
    properties: Properties
    id: str | None
    """State identity; None for elements without value and key."""
    key: str | None
    value: Any
    """What an input shows."""
    quiet: bool = False
    """True: what a person enters waits for the next rerun (rule 4.18)."""


class Remove(msgspec.Struct, frozen=True, gc=False):
    """Take a native widget away, with all that is inside."""

    place: int


class Move(msgspec.Struct, frozen=True, gc=False):
    """Put a native widget before another one of its siblings."""

    place: int
    before: int
    """0: to the end."""


class Update(msgspec.Struct, frozen=True, gc=False):
    """Bring a native widget up to a new record, perhaps under a new state identity."""

    place: int
    properties: Properties
    id: str | None
    key: str | None
    quiet: bool = False


class Show(msgspec.Struct, frozen=True, gc=False):
    """Show a value that the person did not enter here."""

    place: int
    value: Any


Patch = Insert | Remove | Move | Update | Show


class Batch(msgspec.Struct, frozen=True, gc=False):
    """All changes since the batch before, in the order in which they must be made."""

    number: int
    patches: list[Patch]
    stale: tuple[int, ...] = ()
    """Places of an earlier run that the present run has not reached yet."""
    final: bool = False
    """True when the run is over."""
    answers: int = 0
    """Number of the last request that the run has taken in."""
    whole: bool = False
    """True when the window shows all that the script draws, and nothing else, after what was entered until then."""
