"""Where a place of an earlier run is now.

No Qt. Script's thread, and threads that the script has started. A script may keep a place beyond its run: in
`session_state`, in a callback, in a thread. What is drawn there belongs where that place was, counted from the root:

    run 1   main: title, box: a     the script keeps the box
    run 2   main: title, box: a     what is drawn into the box of run 1 goes into the second child of main

A callback draws before there is a second child. That is loose at first, and comes behind what the box held (rule 6.7).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import msgspec

from deskstate.core.around import MAIN, Around
from deskstate.core.asks import Asks
from deskstate.core.element import Element
from deskstate.core.properties import layout
from deskstate.core.properties.status import NOTHING, Empty
from deskstate.core.terminal import say
from deskstate.core.traces import UserLine, calling_line, place

if TYPE_CHECKING:
    from deskstate.core.run import Run

At = tuple[Element, int]
"""A place in a run's tree: a container and -1 to add to it, or a container and the index of the child to draw over."""
Path = tuple[int, ...]
"""Of an element: the index of each child on the way to it in its region, whose own path is (); None is nowhere."""

_HOLDER: Final = layout.Container()


class Line:
    """The runs of one window, one after another."""

    def __init__(self, news: Callable[[], object] = lambda: None) -> None:
        """Begin before the first one.

        Args:
            news: Called when something is drawn after the end of the newest run.
        """
        self.newest: Run | None = None
        """The run in progress, or the last one."""
        self.whole: Run | None = None
        """The last one that the window shows as it is, and nothing else."""
        self.regions: dict[str, Around] = {"main": MAIN}
        """What is around all that stands in each of the window's regions, by name, in the order of their first use."""
        self.news = news
        self.asks = Asks()
        self._told: set[UserLine | None] = set()

    def standing(self) -> tuple[Run, ...]:
        """The runs whose elements may be in the window."""
        return tuple([run for run in (self.newest, self.whole) if run is not None])

    def tell_lost(self, line: UserLine | None) -> None:
        """Say on the terminal, once, that what a line of the script draws is not to be seen."""
        if line not in self._told:
            self._told.add(line)
            where = "" if line is None else f" {place(line)}:"
            say(
                f"deskstate:{where} what this draws is not shown. Its place is of an earlier run and no longer in the "
                "window: make the container in each run."
            )


class Loose(msgspec.Struct, gc=False):
    """What was drawn into a place that the run has not come to."""

    holder: Element
    """Has it for the time being."""
    path: Path
    """Of the container that it belongs into."""
    index: int
    """Where in there its first child belongs, behind those of the earlier run."""
    line: UserLine | None
    """That has drawn it."""
    whole: bool
    """True when the holder may stand there itself, as the script does not draw that container any more."""


def now(run: Run, at: At) -> At:
    """Where a place of an earlier run is in this one."""
    old, index = at
    parent = _container(run, old)
    return (parent, -1) if index < 0 else _slot(run, parent, old, index)


def settle(run: Run) -> None:
    """Put what is loose where it belongs, at the end of a run, unless the run has drawn something else there."""
    loose, run.loose = run.loose, []
    for each in loose:
        holder = each.holder
        region = holder.around.region
        target = run.find(region, each.path)
        drawn = holder.children or []
        if target is not None and target.children is not None and (not each.whole or _is_like(target, holder)):
            taken = len(target.children) - run.index_in(region, each.path, each.index)
            target.children += drawn[max(0, taken) :]
            continue
        around = run.find(region, each.path[:-1])
        siblings = around.children if each.whole and around is not None else None
        if siblings is not None and run.index_in(region, each.path[:-1], each.path[-1]) >= len(siblings):
            siblings.append(holder)
        else:
            run.line.tell_lost(each.line)


def _container(run: Run, old: Element) -> Element:
    """The container of this run that stands for one of an earlier run."""
    region = old.around.region
    if old.path == ():
        return run.region(region)
    found = None if run.protected else run.find(region, old.path)
    if found is not None and _is_like(found, old):
        return found
    moved = run.moved.get(id(old))
    if moved is not None:
        return moved[1]
    new = _revived(run, old)
    run.moved[id(old)] = (old, new)
    return new


def _revived(run: Run, old: Element) -> Element:
    """A container that this run has not drawn, put where the run is now, or loose."""
    region = old.around.region
    before = next((each for each in run.before if _is_like(each.find(region, old.path), old)), None)
    if old.path is None or before is None:
        run.line.tell_lost(calling_line())
        return _bare(old, run, None)
    if _is_in_order(run):
        outer = before.find(region, old.path[:-1])
        assert outer is not None
        around = _container(run, outer)
        found = run.find(region, old.path)
        if found is not None and _is_like(found, old):  # a column, which has come with its row
            return found
        assert around.children is not None
        index = len(around.children)
        if run.index_in(region, old.path[:-1], old.path[-1]) <= index:
            old.path = run.path_of(around, index)
            around.children.append(_bare(old, run, old.path))
            return around.children[index]
    new = _bare(old, run, old.path)
    run.loose.append(Loose(new, old.path, len(old.children or ()), calling_line(), whole=True))
    return new


def _slot(run: Run, parent: Element, old: Element, old_index: int) -> At:
    """The place of this run that stands for that of one element of an earlier run."""
    before = (old.children or [])[old_index]
    children = parent.children
    assert children is not None
    region = old.around.region
    index = run.index_in(region, old.path, old_index)
    kinds = (type(before.properties), Empty)
    if index < len(children) and not run.protected and type(children[index].properties) in kinds:
        return parent, index
    path = () if old.path is None else (*old.path, old_index)
    stood = (each.find(region, path) for each in run.before)
    if old.path is None or not any(
        found is not None and type(found.properties) is type(before.properties) for found in stood
    ):
        run.line.tell_lost(calling_line())
        return Element(_HOLDER, around=old.around, children=[Element(NOTHING)], run=run.number), 0
    if _is_in_order(run) and index <= len(children):
        children.append(Element(NOTHING))
        return parent, len(children) - 1
    holder = Element(_HOLDER, around=old.around, children=[Element(NOTHING)], run=run.number)
    run.loose.append(Loose(holder, old.path, old_index, calling_line(), whole=False))
    return holder, 0


def _bare(old: Element, run: Run, path: Path | None) -> Element:
    """A container of an earlier run without what it held; columns and tabs are not without each other."""
    inside = enumerate(old.children or ())
    parts = [
        _bare(child, run, None if path is None else (*path, index)) for index, child in inside if child.properties.part
    ]
    return msgspec.structs.replace(old, children=parts, run=run.number, path=path, replaces=False, blocks=0)


def _is_in_order(run: Run) -> bool:
    """True where the script draws from its first line to its last: not in a callback, nor in a thread."""
    return not run.protected and run.thread == threading.get_ident()


def _is_like(found: Element | None, old: Element) -> bool:
    """True for a container of the same kind."""
    return found is not None and found.children is not None and type(found.properties) is type(old.properties)
