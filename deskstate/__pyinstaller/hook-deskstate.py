"""PyInstaller's hook: commands and native widgets are imported by name, on first use; fonts and icons are data."""

from __future__ import annotations

from pathlib import Path

from PyInstaller.utils.hooks import collect_data_files

import deskstate
import deskstate_widgets

DEVELOPMENT = ("deskstate.testing", "deskstate.bundling", "deskstate.__pyinstaller", "deskstate.__main__")
"""Not for applications."""


def _modules(package: str, folder: str) -> list[str]:
    root = Path(folder)
    files = (file.relative_to(root).with_suffix("") for file in root.rglob("*.py"))
    return [".".join((package, *file.parts)).removesuffix(".__init__") for file in files]


hiddenimports = [
    name
    for name in (
        *_modules("deskstate", deskstate.__path__[0]),
        *_modules("deskstate_widgets", deskstate_widgets.__path__[0]),
    )
    if not name.startswith(DEVELOPMENT)
]
excludedimports = [
    "asyncio",  # in use only where the script uses it
    "deskstate.bundling.command",
]
datas = collect_data_files("deskstate_widgets")
