"""Programs that a build starts end with it, and so does a build that is asked to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deskstate.bundling.processes import Interrupted, interruptible, run

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
    done = run(["/bin/sh", "-c", "pwd; echo no >&2; exit 3"], os.environ, tmp_path)
    assert (done.returncode, done.stdout) == (3, f"{tmp_path.resolve()}\nno\n")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux lists processes in /proc")
def test_what_a_program_has_started_ends_with_it(tmp_path: Path) -> None:
    with pytest.raises(subprocess.TimeoutExpired) as ended:
        run(["/bin/sh", "-c", "sleep 1000 & echo $!; wait"], os.environ, tmp_path, timeout_s=1)
    assert is_gone(int(ended.value.output))


def ask_twice(asked: signal.Signals) -> None:
    """Be interrupted, and asked to end once more while things are tidied up."""
    with interruptible():
        try:
            os.kill(os.getpid(), asked)
            time.sleep(10)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_first_signal_interrupts_and_further_ones_do_not(asked: signal.Signals) -> None:
    former = signal.getsignal(asked)
    with pytest.raises(Interrupted) as interrupted:
        ask_twice(asked)
    assert interrupted.value.number == asked
    assert signal.getsignal(asked) is former
