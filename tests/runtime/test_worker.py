"""Worker processes know the script's functions and classes, and run nothing else of it."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

import pytest

from deskstate.runtime.worker import define
from deskstate.testing import AppTest

METHODS = [method for method in ("spawn", "forkserver", "fork") if method in multiprocessing.get_all_start_methods()]
APP = """
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from enum import Enum

import deskstate as ds

FACTOR = 3
class Color(Enum):
    RED = 1

def work(color):
    return color, color.value * FACTOR

print("run")
ds.title("Workers")
with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context({method!r})) as pool:
    for color, value in pool.map(work, [Color.RED]):
        ds.text(f"{{color is Color.RED}} {{value}}")
"""


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_workers_know_what_the_script_defines(method: str, capfd: pytest.CaptureFixture[str]) -> None:
    app = AppTest.from_string(APP.format(method=method), default_timeout=60).run().run()
    assert not app.exception
    assert app.text[0].value == "True 3"
    assert capfd.readouterr().out.count("run") == 2  # once in each run, and in no worker


def defined(tmp_path: Path, source: str) -> dict[str, Any]:
    path = tmp_path / "app.py"
    path.write_text(source, encoding="utf-8")
    names: dict[str, Any] = {}
    define(str(path), names)
    return names


@pytest.mark.parametrize(
    "source",
    ["x = 1", "x: int = 1", "a = 0\nx = a + 1", "try:\n    x = 1\nexcept NameError:\n    x = 2", "if True:\n    x = 1"],
)
def test_written_out_values_are_there(tmp_path: Path, source: str) -> None:
    assert defined(tmp_path, source)["x"] == 1


@pytest.mark.parametrize(
    "source",
    [
        "x = open('a')",
        "for x in (1,): pass",
        "if __name__ == '__main__':\n    x = print()",
        "if print():\n    x = 1",
        "y = print()\nx = y + 1",
        "with y: x = 1",
        "assert False\nx = print()",
    ],
)
def test_nothing_else_is_run(tmp_path: Path, source: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "x" not in defined(tmp_path, source)
    assert capsys.readouterr().out == ""


def test_a_function_of_a_worker_pickles_as_one_of_the_script(tmp_path: Path) -> None:
    names = defined(tmp_path, "class C: pass\ndef f(): return C")
    assert names["f"]() is names["C"]
    assert names["C"].__module__ == "__main__"
