"""What a script may leave behind in the process.

No Qt. Script's thread.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn


def end_fork() -> NoReturn:
    """End a copy of this process that the script has made by `os.fork`: it has no window, and nothing more to do."""
    with suppress(OSError, ValueError, AttributeError):  # the script closed it
        sys.stdout.flush()
    os._exit(0)


def tidy() -> None:
    """Give back what plots hold (rule 1.9)."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close("all")
