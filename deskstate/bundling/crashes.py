"""A report of a crash: what an application without a terminal leaves behind when it ends by an error of its own.

No Qt. An exception of the script is not a crash: the window shows it and lives on.
"""

from __future__ import annotations

import faulthandler
import os
import platform
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from deskstate import __version__
from deskstate.folders import log_folder

CRASHED: Final = 70
"""Exit code after a crash (EX_SOFTWARE of sysexits.h)."""
_OPEN: Final = "running-"
_CLOSED: Final = "crash-"
"""What names of reports begin with, while the application runs and after it has crashed."""
_KEPT: Final = 10
"""Reports that are kept, the newest."""
_LEFT_S: Final = 86_400
"""After so long an empty report is taken for one of a process that was killed."""


class Crashes:
    """Writes a report when this process ends by an error."""

    def __init__(self, name: str, version: str) -> None:
        self._name = name
        self._version = version
        self._report: Path | None = None
        self._file: TextIO | None = None

    def watch(self) -> None:
        """From now on, an exception that nobody catches, and a fault of the processor, leave a report."""
        sys.excepthook = self._uncaught
        try:
            folder = log_folder()
            self._tell_of_faults(folder)
            self._report = folder / f"{_OPEN}{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
            self._file = self._report.open("w", encoding="utf-8")
        except OSError:  # a kiosk without a home: the exit code and stderr have to do
            return
        faulthandler.enable(self._file)

    def all_is_well(self) -> None:
        """The application has ended as it should: leave nothing behind."""
        if self._file is not None and self._report is not None:
            faulthandler.disable()
            self._file.close()
            with suppress(OSError):
                self._report.unlink()

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        where = ""
        if self._file is not None and self._report is not None:
            faulthandler.disable()
            with suppress(OSError):
                self._file.write(self._head() + text)
                self._file.close()
                where = f" The report is in {_close(self._report)}."
        _say(f"{text}{self._name} has ended by an error.{where}")

    def _head(self) -> str:
        return (
            f"{self._name} {self._version}, deskstate {__version__}, Python {platform.python_version()}, "
            f"{platform.platform()}\n\n"
        )

    def _tell_of_faults(self, folder: Path) -> None:
        """Name the reports of faults: the process that has one cannot say so itself."""
        for report in folder.glob(f"{_OPEN}*.txt"):
            about = report.stat()
            if about.st_size:
                _say(f"{self._name} has ended by a fault before. The report is in {_close(report)}.")
            elif time.time() - about.st_mtime > _LEFT_S:
                report.unlink()
        for old in sorted(folder.glob(f"{_CLOSED}*.txt"))[:-_KEPT]:
            old.unlink()


def _close(report: Path) -> Path:
    return report.rename(report.with_name(report.name.replace(_OPEN, _CLOSED, 1)))


def _say(text: str) -> None:
    try:
        print(text, file=sys.stderr, flush=True)
    except (OSError, ValueError, AttributeError):  # a windowed program has none
        return
