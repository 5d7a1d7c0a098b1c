"""What is said where nobody listens: Qt's warnings, and exceptions that nothing catches, on any thread.

GUI thread only.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Generator
from contextlib import contextmanager
from types import TracebackType
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

HARMLESS: Final = ("This plugin does not support ", 'Mouse event "', "Keyboard event not accepted")
"""Begins what the offscreen platform says about itself, and QTest about a widget that lets a click or a key pass."""
QUIET: Final = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


@contextmanager
def complaints() -> Generator[list[str]]:
    """Collect them in a list while the block runs."""
    said: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        if kind not in QUIET and message is not None and not message.startswith(HARMLESS):
            said.append(message)

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        said.append("".join(traceback.format_exception(kind, error, trace)))

    def note_in_thread(args: threading.ExceptHookArgs) -> None:
        said.append(f"in a thread: {args.exc_type.__name__}: {args.exc_value}")

    def note_unraisable(args: sys.UnraisableHookArgs) -> None:
        said.append(f"in {args.object!r}: {args.exc_value!r}")

    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook, threading.excepthook, sys.unraisablehook = note, note_in_thread, note_unraisable
    before = qInstallMessageHandler(listen)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
