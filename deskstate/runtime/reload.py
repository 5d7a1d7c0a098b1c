"""The files that an app is made of, and forgetting modules whose source has changed (section 18 of the rules).

No Qt.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def local_modules(script: Path) -> dict[str, Path]:
    """Modules that were imported from the script's folder or below, with their source files."""
    folder = str(script.parent) + os.sep
    found: dict[str, Path] = {}
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
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


def source_files(script: Path) -> set[Path]:
    """The files whose saving should run the app again (rule 18.1)."""
    return {script, *local_modules(script).values()}
