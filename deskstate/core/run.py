"""One execution of the script: the tree that it builds.

No Qt. Script's thread.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from time import monotonic, sleep
from typing import Any, Final

import msgspec

from deskstate import errors
from deskstate.core.around import TOASTS, Around
from deskstate.core.codec import AS_IS, Codec
from deskstate.core.earlier import Line, Loose, Path
from deskstate.core.element import Element
from deskstate.core.memory import Memory
from deskstate.core.properties import layout
from deskstate.core.properties.base import Properties
from deskstate.core.properties.status import Empty
from deskstate.core.state import State

REST_S: Final = 3600.0
"""How long a thread that cannot be ended rests at a time."""
MEMO_SPARE: Final = 20_000
"""Calls that one run may add to the memory of calls before it starts afresh."""

_OVER: Final = errors.RerunRun()
"""What a run is asked when it is over."""


class Made(msgspec.Struct, eq=False, gc=False):
    """What a call with certain words comes to: made once, found again while the same words are said."""

    properties: Properties
    id: str | None = None
    default: Any = None
    codec: Codec = AS_IS
    given: bool = False
    """True when the script gave a default of its own, which an entry of `session_state` overrules (rule 4.4)."""
    around: Around | None = None
    """What is around all inside of a container, if that is something else than what is around itself."""
    copies: bool = False
    """True when the codec answers as all codecs do that say nothing else: what needs no copy is returned at once."""
    element: Element | None = None
    """What every run draws when the call has no callback: a rerun makes, frees and compares nearly nothing."""

    def __post_init__(self) -> None:
        self.copies = type(self.codec).answer is Codec.answer


class Run:
    """The state of one execution. Only its own thread changes it; others may set `asked`."""

    def __init__(
        self, number: int, state: State, memo: Memory[Made], root: layout.Root, line: Line | None = None
    ) -> None:
        self.number = number
        self.line = Line() if line is None else line
        self.state = state
        self.memo = memo
        """By function and words, as they stand in the call."""
        self.memo_limit = len(memo) + MEMO_SPARE
        self.root = Element(root, children=[])
        self.regions: dict[str, Element] = {}
        """By name; the same are the children of the root."""
        for name in tuple(self.line.regions):
            self.region(name)
        self.main = self.regions["main"]
        self.lead: dict[str, int] = {}
        """How many children of a region the callbacks have drawn, if any: paths do not count them."""
        self.before: tuple[Run, ...] = ()
        """While it goes on: the runs whose elements are still in the window."""
        self.loose: list[Loose] = []
        self.moved: dict[int, tuple[Element, Element]] = {}
        """Containers of earlier runs that it draws into and has not drawn, by `id`, and their heirs."""
        self.asked: BaseException | None = None
        """Set by another thread: what to raise at the next yield point."""
        self.waits: Callable[[], bool] | None = None
        """Says whether the newer request has to wait for something that this run is still to draw."""
        self.protected = 0
        """Greater than 0 while a newer request must wait: callbacks are not cut short."""
        self.dirty = False
        """True when something was drawn since the window was last told."""
        self.answers = 0
        """Number of the newest request that it answers."""
        self.finished = False
        self.muted = False
        """True when the run was left behind: nothing that it does counts any more."""
        self.last_warnings = 3
        """How often a muted run is asked to end before its thread is put to rest."""
        self.thread: int | None = None
        """Identifier of the thread that it runs on."""
        self.divider_colors = 0
        """How often a header asked for the next colour of its line."""
        self.toast_count = 0
        self.started_s = monotonic()

    def region(self, name: str) -> Element:
        """A part of the window, which is there from its first use on, in this run and in those that follow."""
        try:
            return self.regions[name]
        except KeyError:
            return self._open_region(name)

    def _open_region(self, name: str) -> Element:
        around = self.line.regions.setdefault(name, Around(region=name))
        made = Element(layout.Region(name), around=around, children=[], run=self.number, path=())
        region = self.regions.setdefault(name, made)
        if region is made:  # else another thread was first
            assert self.root.children is not None
            self.root.children.append(region)
        return region

    def begin_body(self) -> None:
        """Note that what is drawn so far comes from callbacks; toasts do not count, which outlive their run."""
        self.lead = {
            name: len(region.children) for name, region in self.regions.items() if region.children and name != TOASTS
        }

    def find(self, region: str, path: Path | None) -> Element | None:
        """What it has drawn in a region at a path."""
        found = self.regions.get(region)
        if found is None or path is None:
            return None
        for depth, step in enumerate(path):
            index = self.index_in(region, path[:depth], step)
            if found.children is None or index >= len(found.children):
                return None
            found = found.children[index]
        return found

    def index_in(self, region: str, path: Path | None, index: int) -> int:
        """The index of a child whose path ends in `index`, in the container at a path."""
        return index + self.lead.get(region, 0) if path == () else index

    def path_of(self, parent: Element, index: int) -> Path | None:
        """The path of a child."""
        path = parent.path
        if path is None:
            return None
        if self.lead and not path:
            index -= self.lead.get(parent.around.region, 0)
        return (*path, index)

    def touch(self) -> None:
        """Note that something was drawn."""
        self.dirty = True
        if self.finished:  # by a thread
            self.line.news()

    def end(self, *, gone: bool) -> None:
        """Note that the script has come to its end; threads may go on to draw, in the newest run.

        Args:
            gone: True when they may not.
        """
        self.finished = True
        self.before = ()
        if not gone:
            self.asked = _OVER

    def yield_point(self) -> Run:
        """End the run here if something newer waits (design: yield points).

        Returns:
            The run to draw in: for a thread that outlives its own run, the newest one.
        """
        asked = self.asked
        if asked is _OVER:
            return self.line.newest or self
        if asked is None or (isinstance(asked, errors.RerunRun) and (self.protected or (self.waits and self.waits()))):
            return self
        if not self.muted and is_unwinding(sys.exception()):  # its `finally` may say what it does
            return self
        if self.muted:
            if not self.last_warnings:  # it catches everything and goes on: let its thread rest
                while True:
                    sleep(REST_S)
            self.last_warnings -= 1
        elif isinstance(asked, errors.RerunRun):
            self.asked = None
        raise asked.with_traceback(None)

    def make(self, build: Callable[..., Made], words: tuple[Any, ...], at: tuple[Element, int] | None = None) -> Made:
        """What the call `build(*words)` comes to, remembered while the words can be hashed.

        Args:
            build: Makes it.
            words: All that it looks at.
            at: Where it is drawn. What replaces an element of this run is a step of something that changes, a text
                that grows or a counter, and is not remembered: the next step says something else.
        """
        made = build(*words)
        if at is not None and self._replaces(*at):
            return made
        memo = self.memo
        if len(memo) > self.memo_limit:
            memo.clear()
        with suppress(TypeError):  # a word that cannot be hashed
            memo.keep((build, words), made)
        return made

    @staticmethod
    def _replaces(parent: Element, index: int) -> bool:
        """True when what is drawn there takes the place of something."""
        return index >= 0 and parent.children is not None and type(parent.children[index].properties) is not Empty


def is_unwinding(error: BaseException | None) -> bool:
    """True for an exception on the way of a run that was stopped: its `finally` and `with` blocks are at work.

    Args:
        error: What is being handled.
    """
    while error is not None:
        if isinstance(error, errors.AbandonedRun):
            return True
        error = error.__context__
    return False
