"""From a script's path to an application that can open its windows.

GUI thread only.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

import deskstate
from deskstate.runtime.options import Options
from deskstate.runtime.script import Script
from deskstate.runtime.threads import report_errors_in_threads
from deskstate.shell.application import Application, Reload
from deskstate.shell.messages import Messages
from deskstate.shell.theme import Theme


def start(
    path: Path,
    *,
    name: str | None = None,
    icon: Path | None = None,
    theme: str = "system",
    size: tuple[int, int] | None = None,
    title: str | None = None,
    reload: Reload = Reload.NEVER,
    stable_classes: bool = True,
    enforce_serializable: bool = False,
) -> Application:
    """Make the application of a script; no window is open yet.

    Args:
        path: Of the script.
        name: Of the application, and title of windows whose script sets none; None: the script's name.
        icon: Of windows whose script sets none.
        theme: "light", "dark" or "system".
        size: Width and height of a window in px.
        title: Of all windows, whatever the script says.
        reload: What happens when a source file is saved.
        stable_classes: See `Script`.
        enforce_serializable: See `Options`.
    """
    report_errors_in_threads()
    messages = Messages(name)
    app = Application(
        Script(path, write=deskstate.write, stable_classes=stable_classes),
        Options(enforce_serializable=enforce_serializable),
        name=name,
        theme=Theme(theme),
        size=QSize(*size) if size else None,
        title=title,
        reload=reload,
    )
    if icon is not None:
        app.qt.setWindowIcon(QIcon(str(icon)))
    messages.started()
    return app
