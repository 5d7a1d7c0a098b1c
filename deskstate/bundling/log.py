"""What a program without a terminal has said: it goes to a file.

No Qt.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Final

from deskstate.folders import app_name, log_folder

LONGEST: Final = 1_000_000
"""Bytes after which a new file is begun; one former file is kept."""


def keep_log() -> None:
    """Send standard output and standard error to a file in the log folder, where the system gives neither."""
    if sys.stdout is not None and sys.stderr is not None:
        return
    with suppress(OSError):  # a kiosk without a home has no log
        file = log_folder() / f"{app_name()}.log"
        if file.exists() and file.stat().st_size > LONGEST:
            file.replace(file.with_suffix(".former.log"))
        stream = file.open("a", encoding="utf-8", errors="backslashreplace", buffering=1)
        sys.stdout = sys.stdout or stream
        sys.stderr = sys.stderr or stream
