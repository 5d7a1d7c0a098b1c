"""What PyInstaller must know of deskstate, found by it through the entry point `pyinstaller40`."""

from __future__ import annotations

import os


def hook_dirs() -> list[str]:
    """Folders with hooks."""
    return [os.path.dirname(__file__)]
