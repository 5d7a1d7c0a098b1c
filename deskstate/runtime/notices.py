"""What a session tells its window besides the tree.

No Qt. Frozen values: they cross from the script's thread to the GUI thread.
"""

from __future__ import annotations

import msgspec

from deskstate.core.events import Event
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


class ClickLost(msgspec.Struct, frozen=True):
    """A click was dropped: the run of the edit before it has not drawn its button again, or has drawn it disabled."""

    label: str
    """Of the button, as Markdown."""
    brought: tuple[Event, ...]
    """What the request had besides the click, which the script has not taken in."""
    reached: bool
    """False when the run was ended before it could."""
    repeated: bool
    """True for the second click of two: the first one has done its work."""


class News(msgspec.Struct, frozen=True):
    """A thread has drawn something after the end of the run."""


class Requested(msgspec.Struct, frozen=True):
    """The script is to run for something that the window does not know of: from now on it asks for news."""

    number: int
    """Of the request."""


class StillRuns(msgspec.Struct, frozen=True):
    """The session was closed, and its run has not ended within a moment."""

    where: str
    """The line that it is at, as above."""
    tidies_up: bool
    """False when it is in no `try` or `with` that would do anything in the end."""


class Over(msgspec.Struct, frozen=True):
    """The run of a session that was closed has ended."""


Notice = CompileFailed | Compiled | Hung | ClickLost | News | Requested | StillRuns | Over
