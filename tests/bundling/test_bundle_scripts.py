"""What a script does from source it does in a bundle."""

from __future__ import annotations

import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deskstate.bundling.names import CHECK
from tests.bundling.bundles import MARKS, Build, bundle, run
from tests.bundling.driven import Driven
from tests.bundling.project import Project
from tests.bundling.screen import PATIENCE_S, Screen

ASKED_S = 1.5
"""After that the window of a script that does not end has asked what to do; no program outside of it can see that."""

pytestmark = MARKS

HELPER = """
from enum import Enum

class Color(Enum):
    RED = 1

def square(number):
    return number * number

def fail():
    return 1 / 0  # a line of the helper
"""
JOB = """
import sys
from lib import helper
print("JOB", __name__, helper.square(5), sys.argv[1:])
"""
APP = """
import multiprocessing
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import deskstate as ds
from deskstate.core.traces import describe
from deskstate.folders import data_folder
from lib import helper
from pygments.formatters import get_formatter_by_name

def plus(number):
    return number + 1

print("RUN", __name__, Path(__file__).name, sys.argv[1:])
ds.title("All of it")
ds.text(Path(__file__).with_name("words.txt").read_text())
if ds.button("Go"):
    print("WORDS", open("words.txt").read())
    print("DATA", data_folder())
    print("FORMATTER", get_formatter_by_name("html").name)
    for method in ("fork", "spawn", "forkserver"):
        with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
            print("WORKERS", method, list(pool.map(helper.square, [2])), list(pool.map(plus, [2])))
    for call in (["-c", "print('CODE', __name__)"], ["-m", "job", "module"], ["-u", "job.py", "file"]):
        print(subprocess.run([sys.executable, *call], capture_output=True, text=True).stdout)
    try:
        ds.columns(0)
    except Exception as error:
        print("OWN FRAMES", describe(error).frames)
    try:
        helper.fail()
    except ZeroDivisionError as error:
        print("FRAMES", describe(error).frames)
"""


def test_what_a_script_may_do_it_may_do_in_a_bundle(project: Project, tmp_path: Path) -> None:
    project.put("lib/helper.py", HELPER)
    project.put("job.py", JOB)
    project.put("words.txt", "hello words")
    project.put(".env", "TOKEN=1")
    app = project.put("app.py", APP)
    output = tmp_path / "dist ö"
    done = bundle(app, output, "--name", "Ünser Budget")
    assert done.returncode == 0, done.stdout + done.stderr
    app.rename(app.with_name("gone.py"))
    picture = tmp_path / "picture.png"
    program = output / "Ünser Budget" / "Ünser Budget"
    tried = run(program, tmp_path / "home", "one", "two", **{CHECK: str(picture)})
    said = tried.stdout
    assert tried.returncode == 0, said + tried.stderr
    assert picture.stat().st_size > 1000
    assert said.count("RUN") == 2, "another process ran the script"
    assert "RUN __main__ app.py ['one', 'two']" in said
    assert "WORDS hello words" in said
    assert f"DATA {tmp_path}/home/.local/share/Ünser Budget" in said
    assert "FORMATTER HTML" in said
    for method in ("fork", "spawn", "forkserver"):
        assert f"WORKERS {method} [4] [3]" in said
    for line in ("CODE __main__", "JOB __main__ 25 ['module']", "JOB __main__ 25 ['file']"):
        assert f"{line}\n" in said
    assert "return 1 / 0  # a line of the helper" in said
    [own] = [line for line in said.splitlines() if line.startswith("OWN FRAMES")]
    assert "ds.columns(0)" in own
    assert "deskstate/" not in own
    assert not list(output.rglob(".env"))
    assert not list((tmp_path / "home").rglob("*crash*"))


STUCK = """
import time
import deskstate as ds

print("RUN", flush=True)
ds.title("Stuck")
if ds.button("Count"):
    ds.session_state.count = ds.session_state.get("count", 0) + 1
    print("COUNTED", ds.session_state.count, flush=True)
if ds.button("Loop"):
    print("LOOPS", flush=True)
    while True:
        pass
if ds.button("Sleep"):
    print("SLEEPS", flush=True)
    time.sleep(1000)
"""


@pytest.fixture(scope="session")
def stuck(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of a script that can get stuck."""
    return build(Project(tmp_path_factory.mktemp("stuck")).put("stuck.py", STUCK))


@pytest.fixture(params=[("Tab", "LOOPS"), ("Tab Tab", "SLEEPS")], ids=["loop", "sleep"])
def stuck_at(request: pytest.FixtureRequest, stuck: Path, screen: Screen, tmp_path: Path) -> tuple[Driven, int]:
    """The program while its script is stuck, and how many buttons stand before the one that was pressed."""
    way, word = request.param
    driven = Driven(screen, stuck, tmp_path)
    driven.press("Tab", *way.split(), "space")
    driven.says(word)
    return driven, len(way.split())


def test_a_stuck_script_is_stopped_and_takes_a_click_again(stuck_at: tuple[Driven, int]) -> None:
    driven, before = stuck_at
    driven.press("ctrl+period")
    driven.press(*["shift+Tab"] * before, "space")
    driven.says("COUNTED 1")
    driven.press("space")
    driven.says("COUNTED 2")


def test_closing_the_window_of_a_stuck_script_ends_the_program(stuck_at: tuple[Driven, int], tmp_path: Path) -> None:
    """A loop ends by itself; after a sleep of a second the window asks, and is told to end now."""
    driven, _ = stuck_at
    until = time.monotonic() + PATIENCE_S
    while driven.process.poll() is None and time.monotonic() < until:
        driven.press("ctrl+w")
        time.sleep(ASKED_S)
        if driven.process.poll() is None:
            driven.press("shift+Tab", "Return")
    assert driven.process.wait(timeout=5) == 0
    assert not list(tmp_path.rglob("*crash*"))
    assert not list(tmp_path.rglob("running*"))


def test_the_program_ends_with_the_last_of_its_windows(stuck: Path, screen: Screen, tmp_path: Path) -> None:
    driven = Driven(screen, stuck, tmp_path)
    driven.press("Tab", "space")
    driven.says("COUNTED 1")
    driven.press("ctrl+n")
    assert screen.has_windows(2)
    driven.press("ctrl+w")
    assert screen.has_windows(1)
    driven.press("space")
    driven.says("COUNTED 2")
    driven.press("ctrl+w")
    assert driven.process.wait(timeout=5) == 0


def test_nothing_is_reloaded(stuck: Path, screen: Screen, tmp_path: Path) -> None:
    driven = Driven(screen, stuck, tmp_path)
    [script] = stuck.parent.rglob("stuck.py")
    before = driven.said()
    with changed(script):
        time.sleep(2)  # from source it takes a fraction of that
        assert driven.said() == before


@contextmanager
def changed(file: Path) -> Generator[None]:
    text = file.read_text()
    file.write_text(f"{text}\nprint('RELOADED', flush=True)\n")
    yield
    file.write_text(text)


SCIENCE = """
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

import deskstate as ds
from deskstate.folders import data_folder

table = pd.DataFrame({"day": pd.date_range("2026-01-01", periods=4), "sold": np.arange(4) ** 2})
total = table.groupby(table["day"].dt.day_name())["sold"].sum()
ds.title("Science")
ds.text(total.to_string())
print("TOTAL", int(total.sum()), np.linalg.norm(np.array([3.0, 4.0])))
figure, axes = plt.subplots()
axes.plot(table["day"], table["sold"])
figure.savefig(data_folder() / "figure.png")
"""


def test_numpy_pandas_and_matplotlib_work_in_a_bundle(build: Build, project: Project, tmp_path: Path) -> None:
    for name in ("numpy", "pandas", "matplotlib"):
        pytest.importorskip(name)
    program = build(project.put("science.py", SCIENCE))
    tried = run(program, tmp_path, **{CHECK: str(tmp_path / "picture.png")})
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "TOTAL 14 5.0" in tried.stdout
    assert (tmp_path / ".local/share/science/figure.png").read_bytes().startswith(b"\x89PNG")
    inside = {path.name for path in program.parent.rglob("*")}
    assert "numpy" in inside
    assert not inside & {"tkinter", "streamlit"}, "what the script does not use"
    assert os.path.getsize(tmp_path / "picture.png") > 1000
