"""A small project on the disk.

No Qt.
"""

from __future__ import annotations

from pathlib import Path


class Project:
    """A folder with files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, **files: str) -> Path:
        """Write files; "__" in a name is "/", and "_dot_" is "."; the first one is answered with."""
        paths = [self.put(name.replace("__", "/").replace("_dot_", "."), text) for name, text in files.items()]
        return paths[0]

    def put(self, name: str, text: str = "") -> Path:
        """Write one file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path
