"""How sessions behave. No Qt."""

from __future__ import annotations

import msgspec


class Options(msgspec.Struct, frozen=True):
    """How sessions behave, for all windows of an app."""

    enforce_serializable: bool = False
    """True: after each run everything in session_state must be picklable (rule 2.19)."""
