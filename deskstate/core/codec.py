"""Between the value that a script knows and the one that a native widget shows; and how long the value lasts.

No Qt.
"""

from __future__ import annotations

import copy
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from deskstate.core.element import Element

ATOMS: Final = frozenset({str, int, float, bool, type(None), bytes, complex, date, time, datetime})
"""Types of values that need no copy."""


class Codec:
    """The plain one: the window shows the script's own value, any value fits, and it stays until it is changed.

    An input's own codec says what is different.
    """

    __slots__ = ()

    trigger: bool = False
    """True when the value that a person gives lasts for one run, as a click does; then it is `rest` again."""
    rest: Any = None
    """Of a trigger: what the call returns in all other runs."""
    settable: bool = True
    """False when only a person can give the value: `session_state` may not (rule 4.6)."""

    def to_window(self, value: Any) -> Any:
        """The form in which the element's record documents its value."""
        return value

    def from_window(self, shown: Any) -> Any:
        """The value that the script is given for what a person entered. Not asked for None, which is the default."""
        return shown

    def admit(self, value: Any, assigned: bool, before: Element | None = None) -> Any:
        """The value itself, or another one in its place when it does not fit this call's parameters.

        Args:
            value: What the state holds.
            assigned: True when code put it there in this run, by `session_state`.
            before: The same input as it was drawn last, with the value that the window has shown since.

        Raises:
            APIException: For an assigned value that the element refuses.
        """
        return value

    def answer(self, value: Any) -> Any:
        """What the call returns: a copy, so that a script that changes it does not change the state (rules 2.11, 4.15).

        Args:
            value: What the state holds.
        """
        kind = value.__class__
        if kind in ATOMS:
            return value
        if kind is list and ATOMS.issuperset(map(type, value)):
            return list(value)
        if kind is tuple and ATOMS.issuperset(map(type, value)):
            return value
        return copy.deepcopy(value)


class OwnCodec(Codec):
    """A codec of one call, for an input whose values are the script's own objects."""

    __slots__ = ()

    @property
    def default(self) -> Any:
        """The input's value while there is none. Asked after the call's words have been checked."""
        raise NotImplementedError


class Click(Codec):
    """Of buttons: True for one run, and only by a person."""

    __slots__ = ()

    trigger = True
    rest = False
    settable = False


AS_IS: Final = Codec()
CLICK: Final = Click()
