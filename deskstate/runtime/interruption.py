"""Raising AbandonedRun in another thread, where the script's `finally` and `with` blocks see it.

No Qt. Called on a thread that watches over the script's.
"""

from __future__ import annotations

import sys
import time
from typing import Final

from deskstate import errors
from deskstate.core.run import Run, is_unwinding
from deskstate.core.traces import is_user_frame

TRIES: Final = 20
PAUSE_S: Final = 0.001


def wait_for_a_good_moment(run: Run) -> None:
    """Before Python 3.12, let a loop go on for as long as it is between two rounds, but not for ever.

    WORKAROUND for Python 3.11: what is raised at the jump back to a loop's beginning is taken for raised just before
    it, so that a `try` that the loop is the first statement of does not see it. Drop with 3.11.
    """
    if sys.version_info >= (3, 12) or run.thread is None:
        return
    from opcode import opmap  # late: most scripts never hang

    for _ in range(TRIES):
        frame = sys._current_frames().get(run.thread)  # pyright: ignore[reportPrivateUsage] # there is no other way
        if frame is None or frame.f_code.co_code[frame.f_lasti] != opmap["JUMP_BACKWARD"]:
            return
        time.sleep(PAUSE_S)


def interrupt(thread: int) -> None:
    """Raise AbandonedRun in a thread, at its next instruction, unless it cleans up after an earlier one."""
    import ctypes  # late, as above

    if not is_unwinding(_handled(thread)):
        error = ctypes.py_object(errors.AbandonedRun)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), error)


def tidies_up(run: Run) -> bool:
    """True when the script is inside of a `try` or `with`, in any of the functions that it is in."""
    import dis  # late, as above

    parse = getattr(dis, "_parse_exception_table", None)  # there is no public way to what Python itself goes by
    frame = sys._current_frames().get(run.thread or 0)  # pyright: ignore[reportPrivateUsage] # as above
    while frame is not None and frame.f_globals.get("__name__") != "deskstate.runtime.session":
        at = frame.f_lasti
        if parse is None or (
            is_user_frame(frame.f_code.co_filename) and any(each.start <= at < each.end for each in parse(frame.f_code))
        ):
            return True
        frame = frame.f_back
    return False


def _handled(thread: int) -> BaseException | None:
    """The exception that a thread is handling."""
    found: object = sys._current_exceptions().get(thread)  # pyright: ignore[reportPrivateUsage] # there is no other way
    if isinstance(found, tuple):  # before Python 3.12
        _kind, found, _trace = found  # pyright: ignore[reportUnknownVariableType]
    return found if isinstance(found, BaseException) else None
