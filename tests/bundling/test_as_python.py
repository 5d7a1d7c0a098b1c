"""The program of a bundle in the part of Python, for scripts that start `sys.executable`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deskstate.bundling.as_python import Call, python_call
from tests.bundling.project import PATH

RUN = "import sys\nfrom deskstate.bundling.as_python import *\nsys.exit(run_as_python(python_call(sys.argv[1:])))"


def run(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A process that plays Python."""
    command = [sys.executable, "-c", RUN, *arguments]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": PATH}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("arguments", "call"),
    [
        (["-c", "pass"], Call("-c", "pass", [])),
        (["-u", "-X", "utf8", "-W", "ignore", "-m", "json.tool", "-h"], Call("-m", "json.tool", ["-h"])),
        (["-I", "-c", "pass", "-m", "x"], Call("-c", "pass", ["-m", "x"])),
        (["-c"], None),
        (["-X"], None),
        (["gone.py"], None),
        (["report.txt"], None),
        (["--open", "report.txt"], None),
        ([], None),
    ],
)
def test_arguments_are_read_as_python_reads_them(arguments: list[str], call: Call | None) -> None:
    assert python_call(arguments) == call


def test_a_file_that_is_no_source_is_the_business_of_the_app(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    (tmp_path / "a.py").touch()
    assert python_call([str(tmp_path / "a.csv")]) is None
    assert python_call([str(tmp_path / "a.py"), "x"]) == Call("file", str(tmp_path / "a.py"), ["x"])


def test_a_file_finds_its_neighbours_and_its_arguments(tmp_path: Path) -> None:
    (tmp_path / "neighbour.py").write_text("number = 7")
    (tmp_path / "job.py").write_text("import sys, neighbour\nprint(__name__, neighbour.number, sys.argv[1:])")
    assert run(str(tmp_path / "job.py"), "a", "-c").stdout == "__main__ 7 ['a', '-c']\n"


def test_code_is_the_main_program(tmp_path: Path) -> None:
    code = "import pickle, sys\nclass A: pass\nprint(__name__, type(pickle.loads(pickle.dumps(A()))) is A, sys.argv)"
    assert run("-c", code, "x").stdout == "__main__ True ['-c', 'x']\n"


def test_a_module_is_found_where_the_process_was_started(tmp_path: Path) -> None:
    (tmp_path / "job.py").write_text("import sys\nprint(__name__, sys.argv[1:])")
    assert run("-m", "job", "x", folder=tmp_path).stdout == "__main__ ['x']\n"


def test_what_fails_ends_as_in_python() -> None:
    failed = run("-c", "raise ValueError('no')")
    assert (failed.returncode, failed.stdout) == (1, "")
    assert failed.stderr.endswith("ValueError: no\n")
    assert run("-c", "raise SystemExit(3)").returncode == 3
    assert "No module named" in run("-m", "nothing_there").stderr
