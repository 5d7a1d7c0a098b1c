"""Make a failing app shorter: fewer lines, fewer steps, while the engines still part.

No Qt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tests.conformance.generator import App

_TRIMS = (
    r", help='h'",
    r", args=\([^()]*(?:\([^()]*\))?[^()]*\)",
    r", disabled=[^,)]+",
    r", on_change='ignore'",
    r", on_\w+=cb\d",
    r", kwargs=\{[^}]*\}",
    r", persist_state='\w+'",
)


def shrink(app: App, fails: Callable[[App], bool], *, tries: int = 400) -> App:
    """The shortest app that was found by leaving out parts.

    Args:
        app: One that fails.
        fails: Tells whether a shorter one still does.
        tries: How often to ask at most.
    """
    progress = True
    while progress and tries > 0:
        progress = False
        for shorter in _shorter(app):
            if tries <= 0:
                break
            if not _is_python(shorter.script):
                continue
            tries -= 1
            if fails(shorter):
                app, progress = shorter, True
                break
    return app


def _is_python(script: str) -> bool:
    try:
        compile(script, "shorter", "exec")
    except SyntaxError:
        return False
    return True


def _shorter(app: App) -> Iterator[App]:
    """Smaller apps, those first from which most is gone."""
    steps = app.steps
    for size in (8, 4, 2, 1):
        for start in range(len(steps) - size, -1, -1):
            yield App(app.script, steps[:start] + steps[start + size :])
    lines = app.script.split("\n")
    for first in range(len(lines)):
        end = _end_of_block(lines, first)
        yield App(_repaired(lines[:first] + lines[end:]), steps)
        if end > first + 1:  # keep what is in the block
            inner = [line[4:] for line in lines[first + 1 : end]]
            yield App(_repaired(lines[:first] + inner + lines[end:]), steps)
    for pattern in _TRIMS:
        for number, line in enumerate(lines):
            for match in re.finditer(pattern, line):
                trimmed = line[: match.start()] + line[match.end() :]
                yield App("\n".join([*lines[:number], trimmed, *lines[number + 1 :]]), steps)


def _end_of_block(lines: list[str], first: int) -> int:
    """The line after a statement, with all that belongs to it."""
    depth = _depth(lines[first])
    end = first + 1
    while end < len(lines) and (_depth(lines[end]) > depth or lines[end].strip().startswith(("else:", "except "))):
        if _depth(lines[end]) < depth:
            break
        end += 1
    return end


def _repaired(lines: list[str]) -> str:
    """The lines, with `pass` in blocks that lost their last statement."""
    whole: list[str] = []
    for number, line in enumerate(lines):
        whole.append(line)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if line.endswith(":") and _depth(following) <= _depth(line):
            whole.append(" " * (_depth(line) + 4) + "pass")
    return "\n".join(whole)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
