"""Where a script calls a command: what it draws there is the same in the next run, whatever its label says then.

No Qt. Asked for what has a state that only the window knows: whether it is open, where it is scrolled to.
"""

from __future__ import annotations

import sys
from types import CodeType, FrameType
from typing import NamedTuple


class Call(NamedTuple):
    """One place in a script that calls a command, with the way there."""

    script: CodeType | None
    """What the script is compiled to: places of another version cannot be compared."""
    spot: tuple[int, ...]
    """Places in the code of all functions that are under way."""
    part: int = 0
    """Of what one call draws several."""

    def is_of(self, other: Call) -> bool:
        """Whether both are of the same version of the script."""
        return self.script is other.script


def calling() -> Call:
    """The place in the script that has called the command that calls this."""
    frame: FrameType | None = sys._getframe(2)  # pyright: ignore[reportPrivateUsage] # there is no other way
    spot: list[int] = []
    script: CodeType | None = None
    while frame is not None:
        spot.append(frame.f_lasti)
        if frame.f_code.co_name == "<module>":
            script = frame.f_code
            break
        frame = frame.f_back
    return Call(script, tuple(spot))
