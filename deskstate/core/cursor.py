"""Where the calling thread draws: the one thing that a command finds without being told.

No Qt. A cursor is a value: a `with` block sets another one for its own thread or task, so that those that run in copies
of one context leave each other alone.
"""

from __future__ import annotations

import sys
import threading
from contextvars import ContextVar

import msgspec

from deskstate import errors
from deskstate.core.earlier import At
from deskstate.core.run import Run


class Cursor(msgspec.Struct, frozen=True, eq=False, gc=False):
    """The run that a thread belongs to, and the place that it draws in."""

    run: Run
    at: At
    """Of the innermost `with` block that is open."""
    outer: Cursor | None = None
    """Around that block; None outside of all of them."""


CURSOR: ContextVar[Cursor] = ContextVar("deskstate_cursor")


def start(run: Run) -> Cursor:
    """Where a run begins."""
    return Cursor(run, (run.main, -1))


def here() -> Cursor:
    """The cursor of the calling thread.

    Raises:
        NoSessionError: Where no script is running for a window (rules 1.11, 16.6).
        SystemExit: In a script that was started as `python app.py`; one line on stderr says how to start it.
    """
    try:
        return CURSOR.get()
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


def current() -> Run:
    """The run that the calling thread belongs to. Raises as `here` does."""
    return here().run


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
