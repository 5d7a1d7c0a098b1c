"""One execution of the script: the tree that it builds, and where the next element goes.

No Qt. Script's thread. `RUN` is the one thing that a command finds without being told: the run that it belongs to.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from time import monotonic, sleep
from typing import Any, Final

import msgspec

from deskstate import errors
from deskstate.core.element import Codec, Element
from deskstate.core.memory import Memory
from deskstate.core.properties import layout
from deskstate.core.properties.base import Properties
from deskstate.core.properties.status import Empty
from deskstate.core.state import State

RUN: ContextVar[Run] = ContextVar("deskstate_run")
"""The run of the thread's script."""

REST_S: Final = 3600.0
"""How long a thread that cannot be ended rests at a time."""
MUTED_PAUSE_S: Final = 0.05
"""How long a run that was left behind, and swallows what ends it, rests at each yield point."""
MEMO_SPARE: Final = 20_000
"""Calls that one run may add to the memory of calls before it starts afresh."""

_ROOT: Final = layout.Container()


class Made(msgspec.Struct, eq=False, gc=False):
    """What a call with certain words comes to: made once, found again while the same words are said."""

    properties: Properties
    id: str | None = None
    default: Any = None
    codec: Codec | None = None
    given: bool = False
    """True when the script gave a default of its own, which an entry of `session_state` overrules (rule 4.4)."""
    element: Element | None = None
    """What every run draws when the call has no callback: a rerun makes, frees and compares nearly nothing."""


class Run:
    """The state of one execution. Only its own thread changes it; others may set `asked`."""

    def __init__(self, number: int, state: State, memo: Memory[Made], page: layout.Page) -> None:
        self.number = number
        self.state = state
        self.memo = memo
        """By function and words, as they stand in the call."""
        self.memo_limit = len(memo) + MEMO_SPARE
        self.page = Element(page, children=[])
        self.main = self._root(sidebar=False)
        self.sidebar = self._root(sidebar=True)
        self.toasts = self._root(sidebar=False)
        self.targets: list[tuple[Element, int]] = [(self.main, -1)]
        """Places whose `with` blocks are open, innermost last: a container and -1, or the index of the child there."""
        self.keys: set[str] = set()
        self.asked: BaseException | None = None
        """Set by another thread: what to raise at the next yield point."""
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

    def _root(self, *, sidebar: bool) -> Element:
        root = Element(_ROOT, children=[], sidebar=sidebar)
        assert self.page.children is not None
        self.page.children.append(root)
        return root

    def yield_point(self) -> None:
        """End the run here if something newer waits (design: yield points)."""
        asked = self.asked
        if asked is None or (self.protected and isinstance(asked, errors.RerunRun)):
            return
        if not self.muted and is_unwinding(sys.exception()):  # its `finally` may say what it does
            return
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


def current() -> Run:
    """The run that the calling thread belongs to.

    Raises:
        NoSessionError: Where no script is running for a window (rules 1.11, 16.6).
        SystemExit: In a script that was started as `python app.py`; one line on stderr says how to start it.
    """
    try:
        return RUN.get()
    except LookupError:
        pass
    if _is_plain_script():
        path = sys.argv[0] or "app.py"
        print(f"deskstate: this script needs a window. Start it with: deskstate {path}", file=sys.stderr)
        raise SystemExit(2)
    raise errors.NoSessionError(
        "This command draws in a window, and there is none here. Start the script with: deskstate app.py "
        "(in a thread of your own: run the function in a copy of the script's context, "
        "contextvars.copy_context().run(function))"
    )


def _is_plain_script() -> bool:
    """True in the main thread of a program that is a script, and that has never been near a window."""
    main = sys.modules.get("__main__")
    return (
        threading.current_thread() is threading.main_thread()
        and "deskstate.runtime" not in sys.modules
        and getattr(main, "__spec__", None) is None
        and str(getattr(main, "__file__", "")).endswith((".py", ".pyw"))
        and not hasattr(sys, "ps1")
    )
