"""An application in one file, which unpacks itself at each start."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskstate.bundling.names import CHECK
from tests.bundling.bundles import MARKS, Build, run
from tests.bundling.driven import Driven
from tests.bundling.project import Project
from tests.bundling.screen import Screen

pytestmark = MARKS

SCRIPT = """
import faulthandler
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

import deskstate as ds

def plus(number):
    return number + 1

print("RUN", flush=True)
ds.title("One file")
if ds.button("Work"):
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        print("WORKERS", list(pool.map(plus, [1, 2])), flush=True)
if "RAISE" in os.environ:
    raise ValueError("asked for")
if "CRASH" in os.environ:
    faulthandler._sigsegv()
"""


@pytest.fixture(scope="session")
def one(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program."""
    return build(Project(tmp_path_factory.mktemp("one")).put("one.py", SCRIPT), "--onefile")


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The folder that it unpacks itself into."""
    folder = tmp_path / "unpacked"
    folder.mkdir()
    return folder


def test_worker_processes_work_and_nothing_stays_unpacked(one: Path, unpacked: Path, tmp_path: Path) -> None:
    tried = run(one, tmp_path, **{CHECK: str(tmp_path / "picture.png"), "TMPDIR": str(unpacked)})
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert tried.stdout.splitlines() == ["RUN", "RUN", "WORKERS [2, 3]"]
    assert list(unpacked.iterdir()) == []


def test_two_at_a_time_do_not_disturb_each_other(one: Path, unpacked: Path, screen: Screen, tmp_path: Path) -> None:
    first = Driven(screen, one, tmp_path / "first", TMPDIR=str(unpacked))
    second = Driven(screen, one, tmp_path / "second", TMPDIR=str(unpacked))
    assert len(list(unpacked.iterdir())) == 2
    second.press("ctrl+w")
    assert second.process.wait(timeout=10) == 0
    assert len(list(unpacked.iterdir())) == 1
    first.press("Tab", "space")
    first.says("WORKERS [2, 3]")
    first.press("ctrl+w")
    assert first.process.wait(timeout=10) == 0
    assert list(unpacked.iterdir()) == []


def test_a_script_that_fails_in_the_check_is_an_exit_code(one: Path, unpacked: Path, tmp_path: Path) -> None:
    variables = {CHECK: str(tmp_path / "picture.png"), "TMPDIR": str(unpacked), "RAISE": "1"}
    tried = run(one, tmp_path, **variables)
    assert tried.returncode == 1
    assert "ValueError: asked for" in tried.stderr
    assert list(unpacked.iterdir()) == []


def test_a_crash_leaves_a_report_and_nothing_unpacked(one: Path, unpacked: Path, tmp_path: Path) -> None:
    variables = {CHECK: str(tmp_path / "picture.png"), "TMPDIR": str(unpacked)}
    assert run(one, tmp_path, **variables, CRASH="1").returncode != 0
    assert list(unpacked.iterdir()) == []
    again = run(one, tmp_path, **variables)
    assert again.returncode == 0
    [report] = (tmp_path / ".local/state/one/log").iterdir()
    assert f"one has ended by a fault before. The report is in {report}." in again.stderr
    assert "Segmentation fault" in report.read_text()
