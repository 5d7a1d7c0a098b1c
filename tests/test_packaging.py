"""What the repository and the packages made from it must look like, and what a light import must not load."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

import dev_commands
import dev_environment
import dev_system

ROOT = Path(__file__).resolve().parent.parent
SOURCE_ROOTS = ("packaging", "tests", "examples", "widgets")
TOP_LEVEL = frozenset(
    {"README.md", "LICENSE", "pyproject.toml", "deskstate", "widgets", "examples", "tests", "packaging"}
)
BUILD_OUTPUT = frozenset({"build", "dist"})

COUNT_REFERENCES = """
import json, sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Source(QObject):
    fired = Signal()

application = QApplication([])
label, source, rounds = QLabel("a"), Source(), 100
calls = {
    "processEvents": (application.processEvents, None),
    "setText": (lambda: label.setText("x"), None),
    "isEnabled": (label.isEnabled, True),
    "isVisible": (label.isVisible, False),
    "emit": (source.fired.emit, True),
}
drift = {}
for name, (call, singleton) in calls.items():
    before = sys.getrefcount(singleton)
    for _ in range(rounds):
        call()
    drift[name] = (sys.getrefcount(singleton) - before) / rounds
print(json.dumps(drift))
"""


@pytest.fixture(scope="session")
def project() -> dict[str, Any]:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(pyproject["project"])


def run_python(code: str) -> str:
    """What the code prints in an interpreter of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("folder", SOURCE_ROOTS)
def test_a_source_root_is_not_a_package(folder: str) -> None:
    assert not list((ROOT / folder).glob("__init__.py*"))


def test_the_top_level_holds_only_what_a_reader_expects() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - TOP_LEVEL - BUILD_OUTPUT == set()


def test_the_folder_called_packaging_does_not_shadow_the_package() -> None:
    assert run_python("import packaging.version as v; print(v.Version('1.0'))").strip() == "1.0"


def test_the_version_is_the_same_everywhere(project: dict[str, Any]) -> None:
    assert run_python("import deskstate; print(deskstate.__version__)").strip() == project["version"]


def test_the_wheel_holds_the_two_packages_and_nothing_else(project: dict[str, Any], tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"deskstate", "deskstate_widgets", f"deskstate-{project['version']}.dist-info"}
    assert {"deskstate/py.typed", "deskstate_widgets/py.typed"} <= set(names)
    bundled = [path.relative_to(ROOT) for path in (ROOT / "widgets").rglob("*LICENSE*")]
    licences = {name.partition(".dist-info/licenses/")[2] for name in names}
    assert licences >= {"LICENSE", *(path.as_posix() for path in bundled)}


@pytest.mark.parametrize(
    ("python", "version", "allowed"),
    [
        ("3.11", "6.7.3", False),
        ("3.11", "6.8.1", False),
        ("3.11", "6.8.2", True),
        ("3.11", "6.11.3", True),
        ("3.11", "6.12.0", False),
        ("3.12", "6.12.0", True),
        ("3.12", "6.13.0", False),
    ],
)
def test_versions_of_qt_with_grave_faults_are_excluded(
    project: dict[str, Any], python: str, version: str, allowed: bool
) -> None:
    requirements = [Requirement(line) for line in project["dependencies"] if line.startswith("PySide6")]
    (one,) = [it for it in requirements if it.marker is not None and it.marker.evaluate({"python_version": python})]
    assert one.specifier.contains(version) is allowed


def test_qt_calls_keep_the_reference_counts_of_singletons() -> None:
    """PySide6 6.12 before Python 3.12 loses one per call, and the interpreter ends when None has none left."""
    drift: dict[str, float] = json.loads(run_python(COUNT_REFERENCES))
    assert {name: value for name, value in drift.items() if abs(value) > 0.2} == {}


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("deskstate", ["PySide6", "shiboken6", "pandas", "numpy", "markdown_it", "pygments"]),
        ("deskstate.testing.apptest", ["PySide6", "shiboken6"]),
        ("deskstate.testing.plugin", ["PySide6", "shiboken6"]),  # loaded at the start of every pytest run
    ],
)
def test_a_light_import_stays_light(module: str, absent: list[str]) -> None:
    loaded = json.loads(run_python(f"import json, sys, {module}; print(json.dumps(list(sys.modules)))"))
    assert sorted(set(loaded) & set(absent)) == []


def test_lowest_versions_are_the_lower_bounds_of_what_users_install(tmp_path: Path) -> None:
    pyproject = tmp_path / "pyproject.toml"
    pyproject.write_text(
        "[project]\n"
        "dependencies = [\"Qt-Base>=6.8,<6.12; python_version < '3.12'\", 'markdown_it.py>=3']\n"
        "[project.optional-dependencies]\n"
        "test = ['pytest>=8']\n"
        "dev = ['x[test]', 'ruff>=0.12']\n",
        encoding="utf-8",
    )
    assert dev_environment.lowest_versions(pyproject) == [
        "Qt-Base==6.8; python_version < '3.12'",
        "markdown_it.py==3",
        "pytest==8",
    ]


@pytest.mark.parametrize(
    ("variables", "platform", "visible"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_recognised(variables: dict[str, str], platform: str, visible: bool) -> None:
    assert dev_commands.has_display(variables, platform) is visible


def test_without_the_libraries_of_qt_the_command_names_all_packages_that_they_are_in() -> None:
    code = "import sys; sys.modules['PySide6'] = None; from deskstate.cli import main; main(['examples/counter.py'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 69
    assert len(done.stderr.splitlines()) == 1
    said = set(done.stderr.rstrip(".\n").split("apt install ")[1].split())
    assert said == set(dev_system.ALWAYS.values())


def test_a_missing_app_is_one_line_and_sets_nothing_up(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        dev_commands.main(["run", "no_such_app.py"])
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == "dev.py: error: there is no file 'no_such_app.py'"


def test_pytest_does_not_rewrite_deskstate_itself(request: pytest.FixtureRequest) -> None:
    hook = request.config.pluginmanager.rewrite_hook
    marked: set[str] = getattr(hook, "_must_rewrite", set())
    assert not {"deskstate", "deskstate_widgets"} & marked


def has_all_but(*missing: str) -> Callable[[str], bool]:
    """A system with all libraries but these."""
    return lambda library: library not in missing


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is nothing to install")
@pytest.mark.parametrize(
    ("slow", "named"), [(False, "Xvfb"), (True, "Xvfb, debootstrap, import, objcopy, xdotool")], ids=["usual", "slow"]
)
def test_where_tools_of_the_tests_cannot_be_installed_they_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], slow: bool, named: str
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(dev_system, "can_load", has_all_but())
    dev_system.ensure_tests(slow=slow)
    [line] = capsys.readouterr().err.splitlines()
    assert line == f"Some tests are skipped, as this system lacks {named}."


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is nothing to install")
def test_what_a_window_needs_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(dev_system, "can_load", has_all_but("libxcb-cursor.so.0"))
    assert dev_system.missing_for_windows() == {"libxcb-cursor.so.0": "libxcb-cursor0", "Xvfb": "xvfb"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is nothing to install")
def test_where_they_are_there_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for program in (*dev_system.WINDOW_TESTS, *dev_system.SLOW_TESTS):
        (tmp_path / program).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dev_system, "can_load", has_all_but())
    dev_system.ensure_tests(slow=True)
    assert capsys.readouterr() == ("", "")
