"""What a session tells its window besides the tree.

No Qt. Frozen values: they cross from the script's thread to the GUI thread.
"""

from __future__ import annotations

import msgspec

from deskstate.core.properties.status import Traceback


class CompileFailed(msgspec.Struct, frozen=True):
    """The script cannot be read or compiled; what was shown before stays (rule 18.5)."""

    error: Traceback


class Compiled(msgspec.Struct, frozen=True):
    """The script compiles again."""


class Hung(msgspec.Struct, frozen=True):
    """A run had to be left behind."""

    where: str
    """The line at which it hung, as "app.py, line 12: time.sleep(600)"."""
    abandoned: bool
    """True when its thread goes on somewhere, mute; False when it could be ended."""


class StillRuns(msgspec.Struct, frozen=True):
    """The session was closed, and its run has not ended within a moment."""

    where: str
    """The line that it is at, as above."""
    tidies_up: bool
    """False when it is in no `try` or `with` that would do anything in the end."""


class Over(msgspec.Struct, frozen=True):
    """The run of a session that was closed has ended."""


Notice = CompileFailed | Compiled | Hung | StillRuns | Over
