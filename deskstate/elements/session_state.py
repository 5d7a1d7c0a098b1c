"""`ds.session_state`: what one window remembers from run to run (section 2 of the rules).

No Qt. Every access is a yield point (rule 2.17).
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any

from deskstate import errors
from deskstate.core.cursor import current
from deskstate.core.state import State
from deskstate.elements.base import user_key


class SessionStateProxy(MutableMapping[str | int, Any]):
    """The entries that the script made, and the values of inputs with keys.

    Keys are texts; others become texts (rule 2.3). An entry is also an attribute: `ds.session_state.count` is
    `ds.session_state["count"]` (rule 2.2). Objects are kept as they are, not as copies (rule 2.10).
    """

    __slots__ = ()

    def __getitem__(self, key: str | int) -> Any:
        return _state().read(user_key(key))

    def __setitem__(self, key: str | int, value: Any) -> None:
        _state().write(user_key(key), value)

    def __delitem__(self, key: str | int) -> None:
        _state().remove(user_key(key))

    def __contains__(self, key: object) -> bool:
        return _state().holds(user_key(str(key)))

    def __iter__(self) -> Iterator[str]:
        """The keys as they are now: an entry may be deleted meanwhile (rule 2.8)."""
        return iter(_state().visible())

    def __len__(self) -> int:
        return len(_state().visible())

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # Python and its tools ask; no script does
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError:
            raise AttributeError(errors.missing_attribute(name)) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self[name]
        except KeyError:
            raise AttributeError(errors.missing_attribute(name)) from None

    def clear(self) -> None:
        """Forget everything; inputs with keys that are drawn later in this run are at their defaults (rule 2.9)."""
        state = _state()
        for key in state.visible():
            state.remove(key)

    def to_dict(self) -> dict[str, Any]:
        """All entries and all values of inputs with keys (rule 2.7)."""
        return _state().visible()

    def __repr__(self) -> str:
        return f"session_state({_state().visible()!r})"

    def __str__(self) -> str:
        return str(_state().visible())


def _state() -> State:
    run = current()
    run.yield_point()
    return run.state
