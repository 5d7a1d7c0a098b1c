"""The public names: there, typed, loaded late."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.elements import later

ROOT = Path(__file__).parents[2]


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own."""
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, cwd=ROOT, check=False)


def test_dir_lists_exactly_the_public_names() -> None:
    assert dir(ds) == ds.__all__ == sorted(ds.__all__)
    assert len(ds.__all__) == 42
    assert all(getattr(ds, name) is not None for name in ds.__all__)


def test_type_checkers_see_every_name() -> None:
    source = (ROOT / "deskstate" / "__init__.py").read_text("utf-8")
    block = source.partition("if TYPE_CHECKING:")[2].partition("\n_ON_PLACES")[0]
    declared = set(re.findall(r"^    (\w+)(?:: \w+$| = _here)", block, re.MULTILINE))
    declared |= set(re.findall(r" as (\w+)$", block, re.MULTILINE))
    assert declared - {"_here"} == set(ds.__all__)


def test_a_name_that_comes_later_says_so_in_one_line() -> None:
    with pytest.raises(AttributeError, match=r"^`ds\.dataframe` comes in a later version of deskstate\.$"):
        _ = ds.dataframe  # type: ignore[attr-defined] # on purpose
    with pytest.raises(AttributeError, match=r"^deskstate has no 'foo'\.$"):
        _ = ds.foo  # type: ignore[attr-defined] # on purpose
    assert not later.LATER & set(ds.__all__)


def test_importing_loads_neither_qt_nor_anything_else() -> None:
    """What is not looked at costs nothing."""
    script = "import sys; before = set(sys.modules); import deskstate; print(*sorted(set(sys.modules) - before))"
    assert set(python("-c", script).stdout.split()) <= {"deskstate", "__future__"}


def test_the_commands_load_no_qt() -> None:
    script = "import sys, deskstate as ds; ds.text; print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    loaded = set(python("-c", script).stdout.split())
    assert not loaded & {
        "PySide6",
        "shiboken6",
        "markdown_it",
        "pygments",
        "pandas",
        "numpy",
        "logging",
        "deskstate_widgets",
    }


def test_a_script_that_is_started_by_python_says_in_one_line_how_to_start_it(tmp_path: Path) -> None:
    """Rule 1.11."""
    for line in ("ds.title('a')", "ds.session_state.a = 1", "ds.rerun()", "with ds.sidebar: pass"):
        app = tmp_path / "app.py"
        app.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nimport deskstate as ds\n{line}\n", "utf-8")
        ended = python(str(app))
        assert (ended.returncode, ended.stdout, ended.stderr) == (
            *(2, ""),
            f"deskstate: this script needs a window. Start it with: deskstate {app}\n",
        )


def test_elsewhere_a_command_without_a_window_is_an_error() -> None:
    """Rules 1.11, 16.6."""
    ended = python("-c", "import deskstate as ds; ds.title('a')")
    assert "NoSessionError" in ended.stderr
    caught: list[BaseException] = []

    def work() -> None:
        try:
            ds.text("a")
        except errors.NoSessionError as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "deskstate app.py" in str(caught[0])
