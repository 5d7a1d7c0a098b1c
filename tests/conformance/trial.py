"""One random app in both engines: does it do alike, and if not, what is the shortest one that does not.

No Qt. Not in soak.py: its processes must find these functions while scripts take the name `__main__`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.conformance.compare import compare, report
from tests.conformance.generator import App, app
from tests.conformance.shrink import shrink


@dataclass(frozen=True)
class Result:
    """What came of one seed."""

    seed: int
    where: str = ""
    """The kind of place where the engines part; empty when they do not."""
    crash: str = ""
    """What the harness itself raised."""


def attempt(seed: int) -> Result:
    """Run the app of a seed in both engines."""
    one = app(seed)
    try:
        return Result(seed, _place(one))
    except Exception as error:  # a broken harness must not hide the other seeds
        return Result(seed, crash=f"{type(error).__name__}: {error}")


def shortest(seed: int) -> str:
    """Tell the shortest app that parts where the app of a seed does."""
    one = app(seed)
    place = _place(one)
    short = shrink(one, lambda shorter: _place(shorter) == place)
    return f"\n=== seed {seed}{report(short.script, short.steps, compare(short.script, short.steps))}"


def _place(one: App) -> str:
    """Where, in general: `main[3 form][0 slider].value` -> `slider.value`."""
    found = compare(one.script, one.steps)
    if not found:
        return ""
    path = found[0].path
    element, _, name = path.rpartition(".")
    if name and element:
        return f"{element.rpartition(' ')[2].rstrip(']')}.{name}"
    return re.sub(r"\[.*\]", "", path)
