"""Programs that a build starts end with it, and so does a build that is asked to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from deskstate.bundling.programs import Interrupted, Programs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and groups of processes are of POSIX")


def is_gone(process: int) -> bool:
    """Wait until a process has ended."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":  # it has ended, and nobody has asked how
            return True
        time.sleep(0.05)
    return False


def test_the_exit_code_and_all_that_is_said_is_known(tmp_path: Path) -> None:
    done = Programs().run(["/bin/sh", "-c", "pwd; echo no >&2; exit 3"], os.environ, tmp_path)
    assert (done.returncode, done.stdout) == (3, f"{tmp_path.resolve()}\nno\n")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux lists processes in /proc")
def test_what_a_program_has_started_ends_with_it(tmp_path: Path) -> None:
    with pytest.raises(subprocess.TimeoutExpired) as ended:
        Programs().run(["/bin/sh", "-c", "sleep 1000 & echo $!; wait"], os.environ, tmp_path, timeout_s=1)
    assert is_gone(int(ended.value.output))


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_program_that_runs(asked: signal.Signals, tmp_path: Path) -> None:
    former = signal.getsignal(asked)
    with Programs() as programs, pytest.raises(Interrupted) as interrupted:
        programs.run(["/bin/sh", "-c", f"kill -{asked.value} {os.getpid()}; sleep 1000"], os.environ, tmp_path)
    assert interrupted.value.number == asked
    assert signal.getsignal(asked) is former


def test_a_signal_between_two_programs_breaks_off_nothing_and_the_next_is_not_started(tmp_path: Path) -> None:
    with Programs() as programs:
        programs.run(["/bin/true"], os.environ, tmp_path)
        os.kill(os.getpid(), signal.SIGINT)
        tmp_path.joinpath("written").touch()
        with pytest.raises(Interrupted):
            programs.run(["/bin/sh", "-c", "touch started"], os.environ, tmp_path)
    assert os.listdir(tmp_path) == ["written"]


@pytest.mark.parametrize("delay_ms", [0, 0.2, 0.5, 1, 2, 3, 5, 8])
def test_a_signal_while_a_program_is_being_started_ends_it(delay_ms: float, tmp_path: Path) -> None:
    kill = threading.Timer(delay_ms / 1000, os.kill, (os.getpid(), signal.SIGTERM))
    with Programs() as programs:
        kill.start()
        with pytest.raises(Interrupted):
            programs.run(["/bin/sh", "-c", "sleep 1000"], os.environ, tmp_path)
        kill.join()
