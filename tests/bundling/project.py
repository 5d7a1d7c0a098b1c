"""A small project on the disk.

No Qt.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

PATH: Final = os.pathsep.join(entry for entry in sys.path if entry)
"""Where this process finds modules, for the environment of another one."""


class Project:
    """A folder with files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, text: str = "") -> Path:
        """Write one file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path
