"""Makes a running app write down what stirs in it: imported by a script, it watches the windows of that process.

Script's thread, but for `Stirring`, which goes over to the GUI thread. The file is named by the variable STIRS.
"""

from __future__ import annotations

import os
import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt

from tests.shell.stirring import Stirring

FILE: Final = open(os.environ["STIRS"], "a", buffering=1, encoding="utf-8")  # noqa: SIM115 - open until the process ends


def _note(stir: str) -> None:
    FILE.write(f"{time.monotonic():.3f} {stir}\n")


def _watch() -> Stirring:
    app = QCoreApplication.instance()
    assert app is not None
    stirring = Stirring(_note)
    stirring.moveToThread(app.thread())
    QMetaObject.invokeMethod(stirring, "begin", Qt.ConnectionType.QueuedConnection)
    return stirring


STIRRING: Final = _watch()
