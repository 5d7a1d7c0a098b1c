"""Where a run ends early: `rerun` and `stop`.

No Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NoReturn

from deskstate import errors
from deskstate.core.cursor import current
from deskstate.elements.shapes import is_a


def rerun(scope: str | int | Sequence[str | int] = "app") -> NoReturn:
    """End this run here, and run the script again at once with what `session_state` holds now (rule 15.2).

    In a callback: end the callback; the others still run, then the script (rule 6.10).

    Args:
        scope: "app": the whole script.

    Raises:
        InvalidLayoutContextError: For "fragment" and keys of fragments: they come in a later version.
    """
    run = current()
    run.yield_point()
    if scope != "app":
        _refuse(scope)
    raise errors.RerunRun


def stop() -> NoReturn:
    """End this run here. What was drawn stays, the rest is taken away (rule 15.4); in a callback: nothing more is run.

    Values in `session_state` are kept, also those of inputs that were not reached (rule 5.3). A script that catches
    what this raises is stopped again by its next command.
    """
    run = current()
    run.yield_point()
    run.asked = errors.StopRun()
    raise run.asked


def _refuse(scope: Any) -> NoReturn:
    if is_a(scope, list, tuple) and scope:
        _refuse(scope[0])
    if scope in ("", [], ()):
        raise errors.ValueError("scope", "`'app'`", got=scope)
    if not is_a(scope, str, int):
        raise errors.InvalidParameterTypeError("scope", scope, "a string")
    call = errors.code(f"ds.rerun(scope={scope!r})")
    raise errors.InvalidLayoutContextError(
        f"{call} runs a fragment again, and `ds.fragment` comes in a later version of deskstate. "
        f"Run the whole script: `ds.rerun()`."
    )
