"""What a bundle weighs, by part.

No Qt.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from deskstate.bundling.names import MANIFEST, SPARE
from deskstate.bundling.plan import APP_FOLDER, Plan

LARGEST: Final = 10
"""How many single parts are named."""
PROGRAM: Final = "the program, with all Python modules"
_MB: Final = 1_000_000
_QT: Final = frozenset({"PySide6", "shiboken6"})
_OWN: Final = frozenset({"deskstate", "deskstate_widgets"})


class Weight(NamedTuple):
    """A part and its size."""

    name: str
    size: int
    """Bytes."""


def weigh(plan: Plan, made: Path) -> tuple[list[Weight], list[Weight]]:
    """The sizes of the kinds of things in a bundle, and its largest files; both with the largest first."""
    if plan.onefile:
        whole = Weight(made.name, made.stat().st_size)
        return [whole], [whole]
    program = plan.program(made)
    kinds: dict[str, int] = {}
    files: list[Weight] = []
    for file in made.rglob("*"):
        if file.is_symlink() or not file.is_file():
            continue
        size = file.stat().st_size
        name = file.relative_to(made).as_posix()
        files.append(Weight(name, size))
        kind = PROGRAM if file == program else _kind(name.removeprefix("_internal/"))
        kinds[kind] = kinds.get(kind, 0) + size
    by_size = sorted((Weight(*each) for each in kinds.items()), key=lambda part: -part.size)
    return by_size, sorted(files, key=lambda part: -part.size)[:LARGEST]


def report(plan: Plan, made: Path) -> str:
    """The sizes as two tables in one text."""
    kinds, largest = weigh(plan, made)
    total = sum(part.size for part in kinds)
    lines = [_line("in all", total), *(_line(part.name, part.size) for part in kinds), "", "largest files:"]
    return "\n".join([*lines, *(_line(part.name, part.size) for part in largest)])


def _line(name: str, size: int) -> str:
    return f"{size / _MB:9.1f} MB  {name}"


def _kind(name: str) -> str:
    """Which part of the bundle a file belongs to."""
    first, _, rest = name.partition("/")
    if first in _QT:
        return "Qt"
    if first in _OWN:
        return "deskstate: fonts and icons"
    if first == SPARE:
        return "OpenGL for systems without"
    if first == APP_FOLDER or name == MANIFEST or first.startswith(f"{APP_FOLDER}-icon"):
        return "the app's own files"
    if first.startswith(("python3", "libpython", "base_library", "python")) or name.startswith("lib-dynload"):
        return "Python"
    if not rest:
        return "libraries of the system"
    return first
