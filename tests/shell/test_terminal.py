"""What an error of the script says on the terminal: the lines that Python would show, and none of deskstate's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PATIENCE_S = 60
ERRORS = {
    "an exception": "def half(n):\n    return n / 0\nhalf(1)\n",
    "one after another": "try:\n    {}['name']\nexcept KeyError:\n    int('x')\n",
    "one because of another": (
        "import json\n"
        "try:\n    json.loads('{')\nexcept ValueError as error:\n    raise RuntimeError('no settings') from error\n"
    ),
    "one that hides another": "try:\n    {}['name']\nexcept KeyError:\n    raise RuntimeError('no name') from None\n",
    "a group": (
        "def failed(kind):\n    try:\n        raise kind('inner')\n    except kind as error:\n        return error\n"
        "raise ExceptionGroup('two', [failed(OSError), ExceptionGroup('deep', [failed(TypeError)])])\n"
    ),
    "a note": "error = ValueError('x')\nerror.add_note('look here')\nraise error\n",
    "an endless recursion": "def again():\n    return again()\nagain()\n",
    "a task of asyncio": (
        "import asyncio\nasync def main():\n    async with asyncio.TaskGroup() as group:\n"
        "        group.create_task(fail())\nasync def fail():\n    raise OSError('x')\nasyncio.run(main())\n"
    ),
    "a thread": "import threading\nthread = threading.Thread(target=int, args='x')\nthread.start()\nthread.join()\n",
    "source that is not Python": "if True\n    pass\n",
    "an import that fails": "import no_such_module_anywhere\n",
    "a module that is not Python": "import broken\n",
}


def said(folder: Path, *command: str) -> str:
    """What a program says on standard error."""
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder, env=variables, capture_output=True, text=True, timeout=PATIENCE_S, check=False,
    )  # fmt: skip
    return re.sub(r"repeated \d+ more times", "repeated", done.stderr)  # how deep it goes depends on who calls


def shown(folder: Path) -> str:
    return said(folder, "-m", "deskstate", str(folder / "app.py"), "--screenshot", "a.png")


def frames(text: str) -> list[tuple[str, str]]:
    """Files and functions that a traceback names."""
    return [(Path(file).name, function) for file, function in re.findall(r'File "(.+?)", line \d+, in (\S+)', text)]


@pytest.mark.parametrize("source", ERRORS.values(), ids=ERRORS.keys())
def test_an_error_reads_as_if_python_had_run_the_script(tmp_path: Path, source: str) -> None:
    """rule 19.3"""
    (tmp_path / "app.py").write_text(source)
    (tmp_path / "broken.py").write_text("a b\n")
    assert shown(tmp_path) == said(tmp_path, str(tmp_path / "app.py"))


WRONG_USE = {
    "a wrong argument": ("def wrong():\n    ds.columns(0)\nwrong()\n", ["<module>", "wrong"]),
    "in a with": ("with ds.sidebar:\n    ds.columns(0)\n", ["<module>"]),
    "after another": ("try:\n    ds.columns(0)\nexcept Exception:\n    ds.tabs([])\n", ["<module>", "<module>"]),
    "in a group": (
        "try:\n    ds.columns(0)\nexcept Exception as error:\n    raise ExceptionGroup('two', [error]) from None\n",
        ["<module>", "<module>"],
    ),
    "in a thread": (
        "import threading\nthread = threading.Thread(target=lambda: ds.text('x'))\nthread.start()\nthread.join()\n",
        ["_bootstrap_inner", "run", "<lambda>"],
    ),
}


@pytest.mark.parametrize(("source", "expected"), WRONG_USE.values(), ids=WRONG_USE.keys())
def test_a_wrong_use_shows_the_scripts_lines_only(tmp_path: Path, source: str, expected: list[str]) -> None:
    """rule 19.3"""
    (tmp_path / "app.py").write_text(f"import deskstate as ds\n{source}")
    said = shown(tmp_path)
    assert [function for _file, function in frames(said)] == expected
    assert "deskstate/" not in said.replace(os.sep, "/")


def test_how_deskstate_has_found_out_is_not_said(tmp_path: Path) -> None:
    """rule 19.3"""
    (tmp_path / "app.py").write_text(
        "import deskstate as ds\nfrom concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor() as pool:\n    pool.submit(ds.text, 'x').result()\n"
    )
    (first, *_, last) = shown(tmp_path).splitlines()
    assert first == "Traceback (most recent call last):"
    assert last.startswith("deskstate.errors.NoSessionError: ")
    assert "During handling" not in shown(tmp_path)


def test_a_callback_shows_its_own_lines_only(tmp_path: Path) -> None:
    """rule 19.3"""
    (tmp_path / "app.py").write_text(
        "import deskstate as ds\ndef pressed():\n    ds.columns(0)\nds.button('Go', on_click=pressed)\n"
    )
    code = (
        "from deskstate.testing import AppTest\napp = AppTest.from_file('app.py').run()\napp.button[0].click().run()\n"
    )
    assert frames(said(tmp_path, "-c", code)) == [("app.py", "pressed")]


def test_a_script_of_its_own_mind_about_errors_in_threads_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "import sys, threading\nthreading.excepthook = lambda given: print('mine', file=sys.stderr)\n"
        "thread = threading.Thread(target=int, args='x')\nthread.start()\nthread.join()\n"
    )
    assert shown(tmp_path) == "mine\n"
