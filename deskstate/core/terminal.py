"""A word to whoever started the program, if there is a terminal to say it on.

No Qt.
"""

from __future__ import annotations

import sys


def say(text: str, *, end: str = "\n") -> None:
    """Write to standard error; the script may have closed it, and a windowed program has none."""
    try:
        print(text, file=sys.stderr, end=end, flush=True)
    except (OSError, ValueError, AttributeError):
        return
