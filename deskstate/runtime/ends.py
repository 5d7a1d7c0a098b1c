"""How a run can end.

No Qt.
"""

from __future__ import annotations

from enum import Enum

from deskstate import errors


class End(Enum):
    """How a run ended."""

    FINISHED = "finished"
    """The script came to its end."""
    STOPPED = "stopped"
    """By `ds.stop`, or by sys.exit (rule 19.7)."""
    FAILED = "failed"
    """By an exception, which is shown."""
    RERUN = "rerun"
    """By `ds.rerun`: another run follows at once."""
    SUPERSEDED = "superseded"
    """By a request that came in meanwhile."""
    UNREADABLE = "unreadable"
    """Before it began: the script cannot be compiled."""
    ABANDONED = "abandoned"
    """From the window: its Stop button, or its closing."""


class Superseded(errors.RerunRun):
    """A newer request waits."""
