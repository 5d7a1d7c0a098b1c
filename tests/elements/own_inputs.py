"""Two kinds of inputs of the tests' own, whose codecs say what no input of deskstate's says.

No Qt.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from deskstate.core.codec import Codec
from deskstate.core.element import Callback
from deskstate.core.properties.base import Properties
from deskstate.core.run import Made
from deskstate.core.state import ID_PREFIX
from deskstate.elements.base import Key
from deskstate.elements.place import Place


class Messages(Codec):
    """What is sent is there for one run; in all others nothing is."""

    trigger = True
    rest = ""

    def from_window(self, shown: Any) -> Any:
        """In capitals."""
        return shown.upper()

    def answer(self, value: Any) -> Any:
        """What is sent, and how long it is."""
        return value, len(value)


class Picks(Codec):
    """What a person has picked, and nobody else; the script gets a set of it."""

    settable = False

    def answer(self, value: Any) -> Any:
        """A set, which the script may change."""
        return set(value)


class Letterbox(Properties, frozen=True, gc=False):
    """What `Inputs.letterbox` shows. Value: a text."""

    kind: ClassVar[str] = "letterbox"
    label: str


class Picker(Properties, frozen=True, gc=False):
    """What `Inputs.picker` shows. Value: a tuple of texts."""

    kind: ClassVar[str] = "picker"
    label: str


class Inputs(Place):
    """A place with two more commands."""

    __slots__ = ()

    def letterbox(self, label: str, key: Key = None, on_send: Callback | None = None) -> Any:
        """Something to send."""
        return self._ask(_letterbox, (label,), key, on_send, None, None, False)

    def picker(self, label: str, key: Key = None) -> Any:
        """Something to pick."""
        return self._ask(_picker, (label,), key, "rerun", None, None, False)


_MESSAGES: Final = Messages()
_PICKS: Final = Picks()


def _letterbox(key: str | None, *said: Any) -> Made:
    (label,) = said[-1]
    return Made(Letterbox(label), f"{ID_PREFIX}-letterbox-{key or label}", _MESSAGES.rest, _MESSAGES)


def _picker(key: str | None, *said: Any) -> Made:
    (label,) = said[-1]
    return Made(Picker(label), f"{ID_PREFIX}-picker-{key or label}", (), _PICKS)
