"""The programs that a build starts, and what ends it early: nothing goes on behind its back.

No Qt.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Final

ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP")
"""Signals that ask a program to end, as far as the system has them: Ctrl-C, `kill`, a closed terminal."""


class Interrupted(BaseException):
    """Somebody has asked the build to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        """Of the signal."""


@contextmanager
def interruptible() -> Generator[None]:
    """Raise Interrupted inside of the `with` at the first signal that asks for an end; more of them change nothing."""
    numbers = _numbers()

    def interrupt(number: int, _frame: FrameType | None) -> None:
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)  # what is tidied up now is not to be left half done
        raise Interrupted(number)

    former = {number: signal.signal(number, interrupt) for number in numbers}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def run(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, *, timeout_s: float | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end; whatever ends the wait for it ends it too, with all that it has started.

    Returns:
        Its exit code, and what it has said, on both streams.

    Raises:
        subprocess.TimeoutExpired: With what it has said so far.
        OSError: When it cannot be started.
    """
    process: subprocess.Popen[str] | None = None
    try:
        with _undisturbed():  # half started, it could not be ended
            process = subprocess.Popen(
                command,
                env=environment,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                start_new_session=True,  # Ctrl-C in the terminal does not reach it, and it is one group
                preexec_fn=_let_through if os.name == "posix" else None,
            )
        said, _ = process.communicate(timeout=timeout_s)
    except BaseException:
        if process is not None:
            _end(process)
        raise
    return subprocess.CompletedProcess(command, process.returncode, said)


@contextmanager
def _undisturbed() -> Generator[None]:
    """Have signals that ask for an end wait for the end of the `with`."""
    if os.name == "posix":
        signal.pthread_sigmask(signal.SIG_BLOCK, _numbers())
    try:
        yield
    finally:
        if os.name == "posix":
            _let_through()


def _let_through() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _numbers())


def _numbers() -> list[int]:
    return [getattr(signal, name) for name in ENDING if hasattr(signal, name)]


def _end(process: subprocess.Popen[str]) -> None:
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    with process:  # its end is waited for
        return
