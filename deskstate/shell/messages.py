"""What Qt has to say goes to the terminal, without what the offscreen platform repeats; no display is one clear line.

GUI thread only, but Qt may call the handler on any thread.
"""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

from deskstate.core.exit_codes import NO_WINDOW
from deskstate.core.terminal import say

_NOISE: Final = "This plugin does not support propagateSizeHints()"
_PLATFORM: Final = "qt.qpa."
"""Category of what the platform plugins say."""


class Messages:
    """Handles the messages of Qt from now on.

    When no platform plugin can be used, Qt ends the process with several lines and SIGABRT. So what the plugins say is
    held back until the application has started, and is one line when it cannot.
    """

    def __init__(self, name: str | None = None) -> None:
        """Handle them.

        Args:
            name: Of a bundled application; None: the command `deskstate` runs.
        """
        self._name = name
        self._held: list[str] | None = []
        qInstallMessageHandler(self._handle)

    def started(self) -> None:
        """The application exists: hold nothing back any more."""
        held, self._held = self._held or [], None
        for line in held:
            say(line)

    def _handle(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message == _NOISE:
            return
        line = qFormatLogMessage(kind, context, message)
        if self._held is not None:
            if kind == QtMsgType.QtFatalMsg:
                self._give_up(message)
            if (context.category or "").startswith(_PLATFORM):
                self._held.append(line)
                return
        say(line)

    def _give_up(self, message: str) -> None:
        reason = (self._held or [message])[0].partition(": ")[2] or message.splitlines()[0]
        if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
            reason = "neither DISPLAY nor WAYLAND_DISPLAY is set"
        reason = " ".join(reason.split()).rstrip(".")
        choice = "" if self._name else ", or make a picture with --screenshot FILE.png"
        say(
            f"{self._name or 'deskstate'}: no window can be opened here ({reason}). "
            f"Start it where there is a display{choice}."
        )
        os._exit(NO_WINDOW)  # Qt would abort the process
