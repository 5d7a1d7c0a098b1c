"""What a program without a terminal leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deskstate.bundling import log
from deskstate.bundling.crashes import CRASHED
from deskstate.folders import APP_NAME
from tests.bundling.project import PATH

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere the environment does not decide"
)

PROGRAM = """
import os, sys
from deskstate.bundling.crashes import Crashes
with Crashes("Budget", "1.2"):
    {body}
"""
Run = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the body of a program."""

    def run(body: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), APP_NAME: "Budget"}
        environment["PYTHONPATH"] = PATH
        command = [sys.executable, "-c", PROGRAM.format(body=body)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    return run


def reports(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "Budget" / "log").iterdir())


def test_a_good_end_leaves_nothing(tmp_path: Path, run: Run) -> None:
    assert run("pass").returncode == 0
    assert reports(tmp_path) == []


def test_an_exception_leaves_a_report_and_says_where(tmp_path: Path, run: Run) -> None:
    done = run("1 / 0")
    [report] = reports(tmp_path)
    assert done.returncode == CRASHED
    assert f"Budget has ended by an error. The report is in {report}." in done.stderr
    text = report.read_text()
    assert text.startswith("Budget 1.2, deskstate ")
    assert "ZeroDivisionError" in text


def test_a_fault_leaves_a_report_and_the_next_start_says_where(tmp_path: Path, run: Run) -> None:
    assert run("import faulthandler; faulthandler._sigsegv()").returncode < 0
    done = run("pass")
    [report] = reports(tmp_path)
    assert "Segmentation fault" in report.read_text()
    assert f"ended by a fault before. The report is in {report}." in done.stderr
    assert run("pass").stderr == ""


def test_a_killed_program_leaves_nothing_for_long(tmp_path: Path, run: Run) -> None:
    run("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    [report] = reports(tmp_path)
    os.utime(report, (1, time.time() - 2 * 86_400))
    run("pass")
    assert reports(tmp_path) == []


def test_old_reports_are_dropped(tmp_path: Path, run: Run) -> None:
    for number in range(12):
        (tmp_path / "Budget" / "log").mkdir(parents=True, exist_ok=True)
        (tmp_path / "Budget" / "log" / f"crash-2020{number:02}.txt").write_text("old")
    run("pass")
    assert [report.name for report in reports(tmp_path)] == [f"crash-2020{number:02}.txt" for number in range(2, 12)]


def test_without_a_home_it_goes_on(run: Run) -> None:
    done = run("os.environ['XDG_STATE_HOME'] = '/proc/nowhere'\n    with Crashes('B', '1'): print('on')")
    assert done.stdout == "on\n"


def test_an_exception_that_ends_nothing_is_no_crash(tmp_path: Path, run: Run) -> None:
    done = run("sys.excepthook(*[type(error := ValueError('slot')), error, None])")  # as PySide reports one of a slot
    assert done.returncode == 0
    assert "ValueError: slot" in done.stderr
    assert "has ended" not in done.stderr
    assert reports(tmp_path) == []


def test_an_end_that_is_asked_for_is_no_crash(tmp_path: Path, run: Run) -> None:
    assert run("sys.exit(3)").returncode == 3
    assert reports(tmp_path) == []


def test_without_a_terminal_what_is_said_goes_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv(APP_NAME, "Budget")
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    file = tmp_path / "Budget" / "log" / "Budget.log"
    file.parent.mkdir(parents=True)
    file.write_text("x" * (log.LONGEST + 1))
    log.keep_log()
    print("ä \ud800")
    sys.stdout.close()  # both are the same file
    assert file.read_text(encoding="utf-8") == "ä \\ud800\n"
    assert file.with_name("Budget.former.log").exists()
