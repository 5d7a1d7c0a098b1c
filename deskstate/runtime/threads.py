"""What is said of an error in a thread that the script has started.

No Qt. On the thread that ends by it.
"""

from __future__ import annotations

import threading

from deskstate import errors
from deskstate.core import traces
from deskstate.core.terminal import say


def report_errors_in_threads() -> None:
    """Report them as Python does, without the frames of deskstate; a hook that is there already stays."""
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = _report


def _report(given: threading.ExceptHookArgs) -> None:
    error = given.exc_value
    if error is None or isinstance(error, SystemExit | errors.StopRun | errors.RerunRun | errors.AbandonedRun):
        return
    name = given.thread.name if given.thread is not None else threading.get_ident()
    say(f"Exception in thread {name}:\n{traces.formatted(error)}", end="")
