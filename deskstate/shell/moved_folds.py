"""Expanders that leave one container and come in another: they are as open as the person has left them.

GUI thread only. Of what stays in its container the widget stays. What goes to another one is made anew there; it is the
same when it has the same key, or else when its label stands there once before and once after.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from deskstate.core.properties import layout
from deskstate.shell.broken import Broken

if TYPE_CHECKING:
    from deskstate.shell.live import Live
    from deskstate_widgets.expander import Expander

_Name = tuple[str | None, str]


class MovedFolds:
    """What has left and what has come, while a run goes on."""

    def __init__(self) -> None:
        self._left: dict[_Name, list[tuple[layout.Expander, bool]]] = {}
        self._came: dict[Live, None] = {}

    def left(self, live: Live) -> None:
        """Remember an element that is taken away, if it is an expander that was there before the run."""
        if live in self._came:
            del self._came[live]
        elif live.id is None and (fold := _expander(live)) is not None:
            self._left.setdefault(_name(live), []).append((cast("layout.Expander", live.properties), fold.is_open))

    def came(self, live: Live) -> None:
        """Remember an element that is new."""
        if live.id is None and isinstance(live.properties, layout.Expander):
            self._came[live] = None

    def find_again(self, lives: Iterable[Live], *, final: bool) -> None:
        """Open and close what has come as it was where it has left.

        Args:
            lives: All that is in the window now.
            final: True at the end of the run.
        """
        if self._left and self._came:
            standing = [_name(live) for live in lives if isinstance(live.properties, layout.Expander)]
            for live in self._came:
                former = self._left.get(_name(live), [])
                if len(former) == 1 and standing.count(_name(live)) == 1:
                    properties, is_open = former.pop()
                    fold = _expander(live) if properties == live.properties and is_open != properties.expanded else None
                    if fold is not None:
                        fold.reopen(is_open)
        if final:
            self._left.clear()
            self._came.clear()


def _name(live: Live) -> _Name:
    properties = cast("layout.Expander", live.properties)
    return live.key, "" if live.key is not None else properties.label


def _expander(live: Live) -> Expander | None:
    """Its expander; None for what is none, cannot be shown or was not made yet."""
    if not isinstance(live.properties, layout.Expander) or not live.realised:
        return None
    native = live.native()
    return None if isinstance(native, Broken) else cast("Expander", native)
