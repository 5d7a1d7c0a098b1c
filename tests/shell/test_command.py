"""The command, as a person types it in a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from deskstate import __version__

PATIENCE_S = 60
USAGE = 2
NO_WINDOW = 69
"""Exit codes, as the README has them: wrong usage; no window can be opened on this computer."""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(**changes: str | None) -> dict[str, str]:
    variables: dict[str, str | None] = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **changes}
    return {name: value for name, value in variables.items() if value is not None}


@pytest.fixture
def command(tmp_path: Path) -> Run:
    """Runs `python -m deskstate` with these arguments in the test's folder."""

    def run(*arguments: str, **variables: str | None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "deskstate", *arguments],
            cwd=tmp_path, env=environment(**variables), capture_output=True, text=True, timeout=PATIENCE_S, check=False,
        )  # fmt: skip

    return run


@pytest.fixture
def app(tmp_path: Path) -> Path:
    path = tmp_path / "app.py"
    path.write_text("import deskstate as ds\nds.title('Hello')\n", encoding="utf-8")
    return path


def test_a_screenshot_is_written(command: Run, app: Path, tmp_path: Path) -> None:
    done = command("app.py", "--screenshot", "a.png", "--size", "640x480", "--theme", "dark")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    picture = QImage(str(tmp_path / "a.png"))
    assert (picture.width(), picture.height()) == (640, 480)
    assert picture.pixelColor(320, 470).lightness() < 60


def test_a_script_that_raises_is_pictured_and_reported(command: Run, app: Path, tmp_path: Path) -> None:
    """rule 19.3"""
    command("app.py", "--screenshot", "good.png", "--theme", "light")
    app.write_text("import deskstate as ds\nds.title('Hello')\n1 / 0\n", encoding="utf-8")
    done = command("app.py", "--screenshot", "bad.png", "--theme", "light")
    assert done.returncode == 1
    assert done.stderr.startswith("Traceback")
    assert done.stderr.endswith("ZeroDivisionError: division by zero\n")
    assert QImage(str(tmp_path / "bad.png")) != QImage(str(tmp_path / "good.png"))


def test_a_script_that_does_not_compile_is_pictured_and_reported(command: Run, app: Path, tmp_path: Path) -> None:
    """rule 18.5"""
    app.write_text("import deskstate as ds\nif True\n", encoding="utf-8")
    done = command("app.py", "--screenshot", "bad.png")
    assert done.returncode == 1
    assert "SyntaxError" in done.stderr
    assert not QImage(str(tmp_path / "bad.png")).isNull()


def test_a_picture_that_cannot_be_written_is_said(command: Run, app: Path) -> None:
    done = command("app.py", "--screenshot", "no/such/folder/a.png")
    assert done.returncode == 1
    assert done.stderr == "deskstate: cannot write the picture no/such/folder/a.png\n"


def test_the_script_finds_itself_and_its_arguments(command: Run, app: Path, tmp_path: Path) -> None:
    """rules 1.3, 1.10"""
    app.write_text("import sys\nprint(sys.argv, __file__, __name__, sys.path[0])\n", encoding="utf-8")
    done = command("app.py", "--screenshot", "a.png", "--", "in.csv", "--theme", "--")
    assert done.stdout == f"['app.py', 'in.csv', '--theme', '--'] {app} __main__ {tmp_path}\n"


def test_what_a_script_imports_is_not_read_as_text_as_well(command: Run, app: Path) -> None:
    """PySide reads the source of all that is imported after it, which takes an app with pandas 100 ms and 30 MB."""
    app.write_text("import colorsys, linecache\nprint(colorsys.__file__ in linecache.cache)\n", encoding="utf-8")
    done = command("app.py", "--screenshot", "a.png")
    assert (done.stdout, done.stderr) == ("False\n", "")


def test_the_garbage_collector_looks_through_the_scripts_objects_only(command: Run, app: Path) -> None:
    app.write_text("import gc\nprint(gc.isenabled(), gc.get_freeze_count() > 10_000)\n", encoding="utf-8")
    assert command("app.py", "--screenshot", "a.png").stdout == "True True\n"


def test_the_version_is_printed(command: Run) -> None:
    done = command("--version")
    assert (done.returncode, done.stdout) == (0, f"deskstate {__version__}\n")


def test_help_says_all_and_does_not_load_qt(command: Run) -> None:
    done = command("--help", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    for option in (
        "app.py",
        "--screenshot",
        "--size",
        "--theme",
        "--title",
        "--version",
        "--help",
        "--ask-reload",
        " -- ",
    ):
        assert option in done.stdout
    assert "PySide6" not in done.stderr


def refused(done: subprocess.CompletedProcess[str], code: int = USAGE) -> str:
    """The one line with which a command was refused."""
    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.startswith("deskstate: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_a_missing_file_is_refused(command: Run) -> None:
    assert "no file missing.py" in refused(command("missing.py"))


def test_a_directory_is_refused(command: Run, tmp_path: Path) -> None:
    (tmp_path / "folder.py").mkdir()
    assert "folder.py is a directory" in refused(command("folder.py"))


def test_what_is_not_python_is_refused(command: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("words")
    assert "notes.txt is not a Python file" in refused(command("notes.txt"))


@pytest.mark.parametrize(
    "content", [b"name = '\xe4\xf6'\n", b"\x7fELF\x02\x01\x01\x00\x00\xff", b"# coding: nonsense\n"]
)
def test_what_is_not_text_is_refused(command: Run, app: Path, content: bytes) -> None:
    app.write_bytes(content)
    assert "app.py is not text in UTF-8" in refused(command("app.py"))


def test_a_binary_file_that_is_ascii_is_refused(command: Run, app: Path) -> None:
    app.write_bytes(b"\x00\x01\x02abc\x00")
    assert "app.py is not text in UTF-8" in refused(command("app.py"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(command: Run, app: Path) -> None:
    app.chmod(0)
    assert "app.py may not be read" in refused(command("app.py"))


def test_a_path_through_a_file_is_refused(command: Run, app: Path) -> None:
    assert "app.py/app.py cannot be read" in refused(command("app.py/app.py"))


def test_a_wrong_size_is_refused(command: Run, app: Path) -> None:
    done = command("app.py", "--size", "big")
    assert done.returncode == 2
    assert "'big' is not a size such as 960x720" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("display", [None, ":987"])
def test_without_a_display_one_line_says_what_to_do(command: Run, app: Path, display: str | None) -> None:
    done = command("app.py", DISPLAY=display, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    line = refused(done, NO_WINDOW)
    assert "no window can be opened here" in line
    assert "--screenshot FILE.png" in line


def test_without_qt_one_line_says_what_to_do(command: Run, app: Path, tmp_path: Path) -> None:
    """Its exit code tells it from wrong usage, too."""
    without = tmp_path / "without" / "PySide6"
    without.mkdir(parents=True)
    (without / "__init__.py").write_text("raise ImportError('libEGL.so.1: cannot open shared object file')")
    done = command("app.py", PYTHONPATH=os.pathsep.join([str(without.parent), *sys.path]))
    line = refused(done, NO_WINDOW)
    assert "Qt cannot be loaded: libEGL.so.1: cannot open shared object file." in line


def test_help_and_readme_name_the_exit_codes(command: Run) -> None:
    said = " ".join(command("--help").stdout.split())
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    for code in (0, 1, USAGE, NO_WINDOW):
        assert f"{code} " in said.partition("Exit codes:")[2]
        assert f"| {code} |" in readme


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_an_application_says_so_in_its_own_name(app: Path) -> None:
    code = "from pathlib import Path; from deskstate.shell.starting import start; start(Path('app.py'), name='Budget')"
    variables = environment(DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=app.parent, env=variables, capture_output=True, text=True, timeout=PATIENCE_S, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (NO_WINDOW, "")
    assert done.stderr == (
        "Budget: no window can be opened here (neither DISPLAY nor WAYLAND_DISPLAY is set). "
        "Start it where there is a display.\n"
    )


def test_a_screenshot_needs_no_display(command: Run, app: Path, tmp_path: Path) -> None:
    done = command("app.py", "--screenshot", "a.png", DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    assert done.returncode == 0
    assert (tmp_path / "a.png").exists()


def test_started_as_a_plain_script_it_says_how_to_start_it(app: Path, tmp_path: Path) -> None:
    """rule 1.11"""
    done = subprocess.run(
        [sys.executable, "app.py"],
        cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=PATIENCE_S, check=False,
    )  # fmt: skip
    assert refused(done) == "deskstate: this script needs a window. Start it with: deskstate app.py\n"


# Of a script in a `try` or `with` see test_signals.
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize("hang", ["while True: pass", "time.sleep(600)", ""], ids=["endless loop", "sleep", "idle"])
def test_ctrl_c_ends_the_program(app: Path, tmp_path: Path, hang: str) -> None:
    app.write_text(
        f"import time\nimport deskstate as ds\nds.text('here')\nprint('running', flush=True)\n{hang}\n",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [sys.executable, "-m", "deskstate", "app.py"],
        cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == "running\n"
        started = time.monotonic()
        program.send_signal(signal.SIGINT)
        code = program.wait(PATIENCE_S)
        assert time.monotonic() - started < 2
        assert code in (-signal.SIGINT, 130)
        assert program.stderr.read() == ""


def test_a_stuck_script_does_not_keep_the_program_alive(app: Path, tmp_path: Path) -> None:
    """rule 16.9"""
    app.write_text(
        "import threading, deskstate as ds\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from PySide6.QtCore import QTimer, QMetaObject\n"
        "ds.text('here')\n"
        "QMetaObject.invokeMethod(QApplication.instance(), 'closeAllWindows')\n"
        "while True: pass\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "deskstate", "app.py"],
        cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=PATIENCE_S, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
