"""What leaves one container and comes in another looks there as the person has left it: open, folded, scrolled.

GUI thread only. Of what stays in its container the widget stays. What goes to another one is made anew there; it is the
same when it has the same name, or else when it is the only one of its mark, before and after:

    name    its state identity or its key
    mark    its label; of what has none the record, and of a group also what it begins with
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any

from deskstate.core.pairs import label_of
from deskstate.shell.broken import report

if TYPE_CHECKING:
    from deskstate.shell.live import Live
    from deskstate_widgets.native import Native


class MovedViews:
    """What has left and what has come, while a run goes on: only elements whose records say `keeps_view`."""

    def __init__(self) -> None:
        self._left: dict[Hashable, list[Any]] = {}
        """Views of what was there before the run, by name or mark."""
        self._came: dict[Live, None] = {}
        self._waiting: dict[Live, Any] = {}
        """Views of what has been found again and is not made yet: it is behind a fold or a tab."""

    def left(self, live: Live) -> None:
        """Remember an element that is taken away, if it was there before the run."""
        view = self._waiting.pop(live, None)
        if live in self._came:
            del self._came[live]
            return
        if live.realised:
            view = live.native().view()
        self._left.setdefault(_name(live), []).append(view)

    def came(self, live: Live) -> None:
        """Remember an element that is new."""
        self._came[live] = None

    def made(self, live: Live, native: Native[Any]) -> None:
        """Let an element that was found again look as it did: its native widget was made."""
        if live in self._waiting:
            _restore(native, self._waiting.pop(live))

    def find_again(self, lives: Iterable[Live], *, final: bool) -> None:
        """Let what has come look as it did where it has left.

        Args:
            lives: All that is in the window now.
            final: True at the end of the run.
        """
        wanted = {name for name, views in self._left.items() if len(views) == 1 and views[0] is not None}
        if wanted:
            found = [(live, name) for live in self._came if (name := _name(live)) in wanted]
            if found:
                standing = Counter([_name(live) for live in lives if live.properties.keeps_view])
                for live, name in found:
                    if standing[name] == 1:
                        self._hand_over(live, self._left.pop(name)[0])
        if final:
            self._left.clear()
            self._came.clear()

    def _hand_over(self, live: Live, view: Any) -> None:
        del self._came[live]
        if live.realised:
            _restore(live.native(), view)
        else:
            self._waiting[live] = view


def _name(live: Live) -> Hashable:
    """Its name, or else its mark."""
    kind = live.properties.kind
    name = _own_name(live)
    if name is not None:
        return kind, name
    label = label_of(live.properties)
    if label is not None:
        return kind, None, label
    chain: list[Hashable] = [live.properties]
    while live.children:
        live = live.children[0]
        name = _own_name(live)
        chain.append(live.properties if name is None else name)
        if name is not None or label_of(live.properties) is not None:
            break
    return tuple(chain)


def _own_name(live: Live) -> str | None:
    return live.key if live.id is None else live.id


def _restore(native: Native[Any], view: Any) -> None:
    try:
        native.restore_view(view)
    except Exception as error:  # it must not take the others with it
        report(error)
