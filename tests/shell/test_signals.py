"""Ctrl-C, `kill` and a closed terminal: the first time the program ends in order, the second time at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals for one process")

PATIENCE_S = 60
TIDY = """
import atexit, os, re, tempfile, threading, time
import deskstate as ds
folder = tempfile.TemporaryDirectory(dir=".", prefix="left-")
atexit.register(print, "at exit", flush=True)
ds.text("here")
with open("out.txt", "w") as file:
    try:
        file.write("written")
        os.write(1, b"running\\n")  # at once: `print` writes a line and its end one by one, and so do two windows
        BODY
    finally:
        print("finally", flush=True)
print("idle", flush=True)
"""
HOG = "re.match(r'(a+)+$', 'a' * 40 + 'b')"
"""Never lets go of the interpreter's lock."""
IN_ORDER = "finally\nat exit\n"
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP] if sys.platform != "win32" else []


class Program:
    """A process of deskstate that runs a script."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self.folder = folder
        variables = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        self.process = subprocess.Popen(
            command, cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def says(self, line: str) -> None:
        """It has to say this next."""
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == f"{line}\n"

    def send(self, number: int) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def ends(self) -> tuple[int, str, str, float]:
        """Its exit code, what it has said on both streams, and how long it took from here."""
        started = time.monotonic()
        said, complained = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, said, complained, time.monotonic() - started

    def leftovers(self) -> list[str]:
        """Temporary folders that it has not removed."""
        return [path.name for path in self.folder.glob("left-*")]


Start = Callable[..., Program]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a script, and waits until it says that it is running."""
    programs: list[Program] = []

    def start(source: str, *options: str, command: Sequence[str] = ()) -> Program:
        (tmp_path / "app.py").write_text(source, encoding="utf-8")
        program = Program(tmp_path, [*(command or [sys.executable, "-m", "deskstate", "app.py"]), *options])
        programs.append(program)
        program.says("running")
        return program

    yield start
    for program in programs:
        program.process.kill()
        program.process.communicate()


def tidy(body: str) -> str:
    return TIDY.replace("BODY", body)


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize(
    "body",
    ["while True: time.time()", "while True: ds.text('more')", "while True: time.sleep(0.05)", "time.sleep(1.5)"],
)
def test_the_first_signal_ends_the_program_in_order(start: Start, body: str, number: int) -> None:
    program = start(tidy(body))
    program.send(number)
    code, said, complained, took_s = program.ends()
    assert (code, said, complained) == (128 + number, IN_ORDER, "")
    assert took_s < 3
    assert (program.folder / "out.txt").read_text() == "written"
    assert program.leftovers() == []


@pytest.mark.parametrize("number", SIGNALS)
def test_a_window_at_rest_ends_in_order_and_at_once(start: Start, number: int) -> None:
    program = start(tidy("pass"))
    program.says("finally")
    program.says("idle")
    program.send(number)
    code, said, complained, took_s = program.ends()
    assert (code, said, complained) == (128 + number, "at exit\n", "")
    assert took_s < 1
    assert program.leftovers() == []


def test_two_windows_end_with_their_runs(start: Start) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from deskstate.shell.signals import obeying_signals\nfrom deskstate.shell.starting import start\n"
        "app = start(Path('app.py'))\nwith obeying_signals(app):\n"
        "    app.open_window()\n    app.open_window()\n    sys.exit(app.exec())\n"
    )
    program = start(tidy("while True: time.sleep(0.05)"), command=[sys.executable, "-c", code])
    program.says("running")
    program.send(signal.SIGINT)
    code_of_end, said, complained, _took_s = program.ends()
    assert (code_of_end, said.count("finally"), said.count("at exit"), complained) == (130, 2, 2, "")
    assert program.leftovers() == []


def test_a_picture_is_given_up_in_order(start: Start) -> None:
    program = start(tidy("while True: time.sleep(0.05)"), "--screenshot", "a.png")
    program.send(signal.SIGINT)
    assert program.ends()[:3] == (130, IN_ORDER, "")
    assert program.leftovers() == []


def test_what_cannot_be_interrupted_is_waited_for_but_not_for_long(start: Start) -> None:
    program = start(tidy("time.sleep(600)"))
    program.send(signal.SIGTERM)
    code, said, complained, took_s = program.ends()
    assert (code, said, complained) == (143, "at exit\n", "")
    assert took_s < 5.5


def test_what_hangs_at_exit_is_not_waited_for_for_long(start: Start) -> None:
    program = start("import atexit, time\natexit.register(time.sleep, 600)\nprint('running', flush=True)\n")
    program.send(signal.SIGINT)
    code, _said, complained, took_s = program.ends()
    assert (code, complained) == (130, "")
    assert took_s < 5.5


@pytest.mark.parametrize("number", SIGNALS[:2])
def test_the_second_signal_ends_the_program_at_once(start: Start, number: int) -> None:
    program = start("print('running', flush=True)\ntry:\n    while True: pass\nfinally:\n    while True: pass\n")
    program.send(number)
    time.sleep(0.2)  # two signals that come at the same time are one
    program.send(number)
    code, said, complained, took_s = program.ends()
    assert (code, said, complained) == (-number, "", "")
    assert took_s < 1


def test_a_terminal_that_says_twice_that_it_is_closed_says_it_once(start: Start) -> None:
    program = start(tidy("while True: time.sleep(0.05)"))
    program.send(signal.SIGHUP)
    time.sleep(0.05)
    program.send(signal.SIGHUP)
    assert program.ends()[:3] == (129, IN_ORDER, "")


def test_a_program_that_was_told_to_outlive_its_terminal_does(start: Start) -> None:
    command = ["sh", "-c", f'trap "" HUP; exec "{sys.executable}" -m deskstate app.py']
    program = start(tidy("while True: time.sleep(0.05)"), command=command)
    program.send(signal.SIGHUP)
    time.sleep(0.3)
    program.send(signal.SIGTERM)
    assert program.ends()[:3] == (143, IN_ORDER, "")


@pytest.mark.parametrize("number", SIGNALS[:2])
def test_code_that_keeps_the_interpreters_lock_is_ended_after_five_seconds(start: Start, number: int) -> None:
    program = start(tidy(HOG))
    program.send(number)
    code, said, complained, took_s = program.ends()
    assert (code, said, complained) == (-signal.SIGKILL, "", "")
    assert 4.5 < took_s < 6


@pytest.mark.parametrize("second", SIGNALS[:2])
def test_the_second_signal_ends_such_code_at_once(start: Start, second: int) -> None:
    program = start(tidy(HOG))
    program.send(signal.SIGINT)
    time.sleep(0.2)
    program.send(second)
    code, said, complained, took_s = program.ends()
    assert (code, said, complained) == (-signal.SIGKILL, "", "")
    assert took_s < 1


def test_code_that_keeps_the_lock_in_the_end_is_ended_too(start: Start) -> None:
    program = start(
        f"import re, time\nprint('running', flush=True)\ntry:\n    while True: time.sleep(0.05)\nfinally:\n    {HOG}\n"
    )
    program.send(signal.SIGINT)
    code, said, complained, took_s = program.ends()
    assert (code, said, complained) == (-signal.SIGKILL, "", "")
    assert 4.5 < took_s < 6


WORKERS = """
import multiprocessing, os, signal, sys, time
import deskstate as ds
def work():
    time.sleep(600)
if __name__ == "__main__":
    context = multiprocessing.get_context("METHOD")
    codes = set()
    for pause_s in (0, 0, 0, 0, 0.001, 0.1):
        for end in ("terminate", "SIGINT", "SIGHUP"):
            worker = context.Process(target=work)
            worker.start()
            time.sleep(pause_s)
            if end == "terminate":
                worker.terminate()
            else:
                os.kill(worker.pid, getattr(signal, end))
            worker.join()
            codes.add(worker.exitcode)
    print("running", flush=True)
    print(sorted(codes), flush=True)
    time.sleep(0.3)
    print("alive", flush=True)
"""


@pytest.mark.skipif(sys.platform == "darwin", reason="a process with windows must not be forked there")
@pytest.mark.filterwarnings("ignore")
def test_signals_for_a_worker_process_are_its_own(start: Start) -> None:
    program = start(WORKERS.replace("METHOD", "fork"))
    program.says("[-15, -2, -1]")
    program.says("alive")
    program.send(signal.SIGTERM)
    assert program.ends()[0] == 143


def test_a_script_that_waits_for_its_child_processes_waits_for_no_other(start: Start) -> None:
    program = start(
        "import os, subprocess, time\nprint('running', flush=True)\ntime.sleep(0.5)\n"
        "child = subprocess.Popen(['true'])\nprint(os.wait()[0] == child.pid, flush=True)\n"
        "try:\n    os.wait()\nexcept ChildProcessError:\n    print('no more', flush=True)\n"
    )
    program.says("True")
    program.says("no more")


def test_a_handler_of_the_scripts_own_is_called_and_nothing_ends(start: Start) -> None:
    program = start(
        "import signal, time\nfrom PySide6.QtCore import QObject, QMetaObject, Qt, Slot\n"
        "from PySide6.QtWidgets import QApplication\n"
        "class Asker(QObject):\n    @Slot()\n    def ask(self):\n"
        "        signal.signal(signal.SIGTERM, lambda number, frame: print('mine', flush=True))\n"
        "asker = Asker()\nasker.moveToThread(QApplication.instance().thread())\n"
        "QMetaObject.invokeMethod(asker, 'ask', Qt.ConnectionType.BlockingQueuedConnection)\n"
        "print('running', flush=True)\n"
    )
    for _ in range(2):
        program.send(signal.SIGTERM)
        program.says("mine")
        time.sleep(1)  # two in a row would be taken for a second request, until it is known whose they are
    program.send(signal.SIGINT)
    assert program.ends()[0] == 130
