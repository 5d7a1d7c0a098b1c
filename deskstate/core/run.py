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

_ROOT: Final = layout.Container()
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
    copies: bool = False
    """True when the codec answers as all codecs do that say nothing else: what needs no copy is returned at once."""
    element: Element | None = None
    """What every run draws when the call has no callback: a rerun makes, frees and compares nearly nothing."""

    def __post_init__(self) -> None:
        self.copies = type(self.codec).answer is Codec.answer


class Run:
    """The state of one execution. Only its own thread changes it; others may set `asked`."""

    def __init__(
        self, number: int, state: State, memo: Memory[Made], page: layout.Page, line: Line | None = None
    ) -> None:
        self.number = number
        self.line = Line() if line is None else line
        self.state = state
        self.memo = memo
        """By function and words, as they stand in the call."""
        self.memo_limit = len(memo) + MEMO_SPARE
        self.page = Element(page, children=[])
        self.main = self._root(0, sidebar=False)
        self.sidebar = self._root(1, sidebar=True)
        self.toasts = self._root(2, sidebar=False)
        self.lead: tuple[int, ...] | None = None
        """How many children of these three the callbacks have drawn, if any: paths do not count them."""
        self.before: tuple[Run, ...] = ()
        """While it goes on: the runs whose elements are still in the window."""
        self.loose: list[Loose] = []
        self.moved: dict[int, tuple[Element, Element]] = {}
        """Containers of earlier runs that it draws into and has not drawn, by `id`, and their heirs."""
        self.keys: set[str] = set()
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

    def _root(self, index: int, *, sidebar: bool) -> Element:
        root = Element(_ROOT, children=[], sidebar=sidebar, run=self.number, path=(index,))
        assert self.page.children is not None
        self.page.children.append(root)
        return root

    def root(self, index: int) -> Element:
        """Main, sidebar or toasts."""
        return (self.main, self.sidebar, self.toasts)[index]

    def find(self, path: Path) -> Element | None:
        """What it has drawn at a path."""
        if not path:
            return None
        found = self.root(path[0])
        for depth in range(1, len(path)):
            index = self.index_in(path[:depth], path[depth])
            if found.children is None or index >= len(found.children):
                return None
            found = found.children[index]
        return found

    def index_in(self, path: Path, index: int) -> int:
        """The index of a child whose path ends in `index`, in the container at a path."""
        return index if self.lead is None or len(path) != 1 else index + self.lead[path[0]]

    def path_of(self, parent: Element, index: int) -> Path:
        """The path of a child."""
        path = parent.path
        if not path:
            return ()
        if self.lead is not None and len(path) == 1:
            index -= self.lead[path[0]]
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

    def claim_key(self, key: str) -> None:
        """Take a key for an element of this run. Raises DuplicateElementKey when it is taken (rule 3.3)."""
        if key in self.keys:
            raise errors.DuplicateElementKey(key)
        self.keys.add(key)


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
