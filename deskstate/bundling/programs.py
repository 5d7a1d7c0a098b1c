"""The programs that a build starts, and what ends it early: nothing goes on behind its back.

No Qt. Main thread only.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Final, Self

ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP")
"""Signals that ask a program to end, as far as the system has them: Ctrl-C, `kill`, a closed terminal."""

_LAST: Final = 12
"""Lines of what a program has said that are shown when it fails."""


class Interrupted(Exception):
    """Somebody has asked the build to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        """Of the signal."""


class Programs:
    """Runs one program after the other. In the `with`, a signal ends the one that runs and keeps others from starting.

    A signal never breaks off what is done here between two programs: nothing is left half written.
    """

    def __init__(self) -> None:
        self._running: subprocess.Popen[str] | None = None
        self._asked: int | None = None
        self._former: dict[int, Any] = {}

    def __enter__(self) -> Self:
        numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
        self._former = {number: signal.signal(number, self._ask) for number in numbers}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._former.items():
            signal.signal(number, handler)

    def run(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path, *, timeout_s: float | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end; what ends it early ends all that it has started, too.

        Returns:
            Its exit code, and what it has said, on both streams.

        Raises:
            Interrupted: When a signal has asked for an end, before or meanwhile.
            subprocess.TimeoutExpired: With what it has said so far.
            OSError: When it cannot be started.
        """
        self.go_on()
        with subprocess.Popen(
            command,
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,  # Ctrl-C in the terminal does not reach it, and it is one group
        ) as process:
            self._running = process
            try:
                if self._asked is not None:  # it came while the program was being started
                    _end(process)
                said, _ = process.communicate(timeout=timeout_s)
            except subprocess.TimeoutExpired:
                _end(process)
                raise
            finally:
                self._running = None
        self.go_on()
        return subprocess.CompletedProcess(command, process.returncode, said)

    def go_on(self) -> None:
        """Raise Interrupted when a signal has asked for an end."""
        if self._asked is not None:
            raise Interrupted(self._asked)

    def _ask(self, number: int, _frame: FrameType | None) -> None:
        self._asked = number
        if self._running is not None:
            _end(self._running)


def last_lines(said: str) -> str:
    """The end of what a program has said, set off."""
    return "\n".join(f"    {line}" for line in said.splitlines()[-_LAST:])


def _end(process: subprocess.Popen[str]) -> None:
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
