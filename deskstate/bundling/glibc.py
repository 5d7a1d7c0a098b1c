"""Which C library a bundle asks for: programs made on a new Linux do not run on older ones.

No Qt.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_ELF: Final = b"\x7fELF"
_VERSION: Final = re.compile(rb"\0GLIBC_(\d+)\.(\d+)(?:\.\d+)?(?=\0)")
"""How a library names the version of the functions that it was linked with, in its table of texts."""


def needed_glibc(folder: Path) -> str:
    """The oldest glibc that has all which the programs and libraries of a folder ask for, such as "2.34"."""
    found = {(0, 0)}
    for file in folder.rglob("*"):
        if not file.is_symlink() and file.is_file():
            found |= _asked(file)
    major, minor = max(found)
    return f"{major}.{minor}"


def _asked(file: Path) -> set[tuple[int, int]]:
    with file.open("rb") as opened:
        if opened.read(len(_ELF)) != _ELF:
            return set()
        content = opened.read()
    return {(int(major), int(minor)) for major, minor in _VERSION.findall(content)}
