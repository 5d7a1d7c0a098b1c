"""The files that an app is made of, and forgetting modules whose source has changed (section 18 of the rules).

No Qt.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path


class Readings:
    """What the app has got of its source files, whether or not it could do with it. Any thread notes; none waits."""

    def __init__(self) -> None:
        self.files: dict[Path, bytes | None] = {}
        """The content when it was read last; None: it could not be read."""
        self.count = 0
        """Grows with each reading that has brought something else."""

    def note(self, file: Path, content: bytes | None) -> None:
        """A file was read, or could not be."""
        if self.files.get(file, b"") is not content or file not in self.files:
            self.files[file] = content
            self.count += 1


def local_modules(script: Path, names: Iterable[str] | None = None) -> dict[str, Path]:
    """Modules that were imported from the script's folder or below, with their source files.

    Args:
        script: Names the folder.
        names: Of the modules to look at; None: all.
    """
    folder = str(script.parent) + os.sep
    found: dict[str, Path] = {}
    for name in list(sys.modules) if names is None else names:
        file = getattr(sys.modules.get(name), "__file__", None)
        if (
            name != "__main__"
            and isinstance(file, str)
            and file.startswith(folder)
            and file.endswith(".py")
            and "site-packages" not in file
        ):
            found[name] = Path(file)
    return found


def forget_modules(script: Path) -> None:
    """Have the next run import the app's own modules afresh; all, as they may import one another (rule 18.2)."""
    for name in local_modules(script):
        sys.modules.pop(name, None)
