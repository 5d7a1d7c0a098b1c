"""A report of a crash: what an application without a terminal leaves behind when it ends by an error of its own.

No Qt. An exception of the script is not a crash: the window shows it and lives on.
"""

from __future__ import annotations

import faulthandler
import os
import time
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from deskstate import __version__
from deskstate.core.terminal import say
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
    """Leaves a report when the block that it is around ends by an exception, or the process by a fault."""

    def __init__(self, name: str, version: str) -> None:
        self._name = name
        self._version = version
        self._report: Path | None = None
        self._file: TextIO | None = None

    def __enter__(self) -> None:
        try:
            folder = log_folder()
            self._tell_of_faults(folder)
            self._report = folder / f"{_OPEN}{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
            self._file = self._report.open("w", encoding="utf-8")
        except OSError:  # a kiosk without a home: the exit code and stderr have to do
            return
        faulthandler.enable(self._file)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            text = "".join(traceback.format_exception(error))
            where = self._end(self._head() + text)
            say(f"{text}{self._name} has ended by an error.{where}")
            raise SystemExit(CRASHED) from None
        self._end("")

    def _end(self, text: str) -> str:
        """Finish the report, or do without one when there is nothing to report; where it is, as a sentence."""
        if self._file is None or self._report is None:
            return ""
        faulthandler.disable()
        with suppress(OSError), self._file:
            self._file.write(text)
        with suppress(OSError):
            if text:
                return f" The report is in {_close(self._report)}."
            self._report.unlink()
        return ""

    def _head(self) -> str:
        import platform  # late: few starts end so

        return (
            f"{self._name} {self._version}, deskstate {__version__}, Python {platform.python_version()}, "
            f"{platform.platform()}\n\n"
        )

    def _tell_of_faults(self, folder: Path) -> None:
        """Name the reports of faults: the process that has one cannot say so itself."""
        for report in folder.glob(f"{_OPEN}*.txt"):
            about = report.stat()
            if about.st_size:
                say(f"{self._name} has ended by a fault before. The report is in {_close(report)}.")
            elif time.time() - about.st_mtime > _LEFT_S:
                report.unlink()
        for old in sorted(folder.glob(f"{_CLOSED}*.txt"))[:-_KEPT]:
            old.unlink()


def _close(report: Path) -> Path:
    return report.rename(report.with_name(report.name.replace(_OPEN, _CLOSED, 1)))
