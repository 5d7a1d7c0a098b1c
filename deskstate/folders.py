"""Where an app keeps its files on the computer that it runs on: a folder per app and person, where the system wants it.

A bundled app must not write beside its script, and need not be able to. No Qt.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

APP_NAME: Final = "DESKSTATE_APP_NAME"
"""Environment variable with the name of a bundled application, for its worker processes, too."""
SCRIPT: Final = "DESKSTATE_SCRIPT"
"""Environment variable with the path of the script."""


def app_name() -> str:
    """The application's name: that of the bundle, or of the script while it is developed."""
    return os.environ.get(APP_NAME) or Path(os.environ.get(SCRIPT) or sys.argv[0] or "deskstate").stem


def data_folder() -> Path:
    """The folder for what the app is to find again: on Linux, ~/.local/share/NAME. It is made if need be.

    Raises:
        OSError: When it cannot be made.
    """
    from platformdirs import user_data_path  # late: few apps ask

    return user_data_path(app_name(), appauthor=False, ensure_exists=True)


def log_folder() -> Path:
    """The folder for logs, where a bundled app leaves reports of crashes: on Linux, ~/.local/state/NAME/log.

    It is made if need be.

    Raises:
        OSError: When it cannot be made.
    """
    from platformdirs import user_log_path  # late, as above

    return user_log_path(app_name(), appauthor=False, ensure_exists=True)
