"""Bundles in a window: driven from outside, each step shows what the script does, on this system and on a bare one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from deskstate.bundling.names import CHECK
from tests.bundling.bare_root import BareRoot
from tests.bundling.bundles import EXAMPLES, MARKS, PATIENCE_S, Build, environment, run
from tests.bundling.project import PATH
from tests.bundling.screen import Screen

pytestmark = MARKS

STEPS = {
    "counter": ["Tab", "space", "space"],
    "wizard": ["Tab", "A d a", "Tab", "space", "Tab", "Down Down Return", "Tab Tab", "space"],
    "form": ["Tab", "A d a", "Tab", "Right", "Tab", "H i", "Tab", "space"],
    "two_windows": ["Tab", "space", "ctrl+n", "Tab", "space space"],
    "errors": ["Tab", "Down Down Return", "Tab", "shift+Tab", "Down Down Down Down Down Down Return"],
}
"""Keys that are pressed one group after another; the picture after each is compared."""

Wanted = Callable[[str], list[bytes]]


@pytest.fixture(scope="session")
def wanted(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Wanted:
    """What the script of an example shows when it runs from source: at first, and after each group of keys."""
    shown: dict[str, list[bytes]] = {}

    def wanted(name: str) -> list[bytes]:
        if name not in shown:
            script = build(EXAMPLES / f"{name}.py").parent / "_internal" / "app" / f"{name}.py"  # errors show its path
            command = [sys.executable, "-m", "deskstate", str(script), "--no-reload"]
            variables = {**environment(tmp_path_factory.mktemp("home")), "PYTHONPATH": PATH}
            with Screen() as screen:
                screen.start(command, variables)
                shown[name] = [screen.opened()]
                for group in STEPS[name]:
                    screen.press(*group.split())
                    shown[name].append(screen.at_rest())
            assert len(set(shown[name])) > len(shown[name]) // 2, "the keys do next to nothing"
        return shown[name]

    return wanted


def follows(screen: Screen, command: list[str], variables: Mapping[str, str], name: str, wanted: list[bytes]) -> None:
    """The program shows the same, step by step."""
    screen.start(command, variables)
    assert screen.shows(wanted[0]), "the first picture differs"
    for group, picture in zip(STEPS[name], wanted[1:], strict=True):
        screen.press(*group.split())
        assert screen.shows(picture), f"another picture after {group!r}"


@pytest.mark.parametrize("name", STEPS)
def test_a_bundle_looks_and_acts_like_the_script(
    name: str, build: Build, screen: Screen, wanted: Wanted, tmp_path: Path
) -> None:
    program = build(EXAMPLES / f"{name}.py")
    follows(screen, [str(program)], environment(tmp_path), name, wanted(name))


@pytest.mark.parametrize("name", STEPS)
def test_it_does_so_where_there_is_no_python(
    name: str, build: Build, screen: Screen, wanted: Wanted, bare_root: BareRoot
) -> None:
    program = build(EXAMPLES / f"{name}.py")
    with bare_root.holding(program.parent):
        follows(screen, bare_root.command(program), environment(Path("/root")), name, wanted(name))


def test_one_file_does_so_too(build: Build, screen: Screen, wanted: Wanted, tmp_path: Path) -> None:
    program = build(EXAMPLES / "counter.py", "--onefile")
    follows(screen, [str(program)], environment(tmp_path), "counter", wanted("counter"))
    screen.press("ctrl+w")


def test_without_a_display_one_line_says_so(build: Build, bare_root: BareRoot) -> None:
    program = build(EXAMPLES / "counter.py")
    with bare_root.holding(program.parent):
        done = subprocess.run(
            bare_root.command(program),
            env={"HOME": "/root", "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
    assert done.returncode == 69
    assert done.stderr == (
        "counter: no window can be opened here (neither DISPLAY nor WAYLAND_DISPLAY is set). "
        "Start it where there is a display.\n"
    )


def test_nor_is_it_said_otherwise_of_a_display_that_does_not_answer(build: Build, tmp_path: Path) -> None:
    done = run(build(EXAMPLES / "counter.py"), tmp_path, DISPLAY=":987")
    assert done.returncode == 69
    assert done.stderr == (
        "counter: no window can be opened here (could not connect to display :987). "
        "Start it where there is a display.\n"
    )


def test_the_check_of_the_build_passes_where_there_is_no_python(build: Build, bare_root: BareRoot) -> None:
    program = build(EXAMPLES / "counter.py")
    with bare_root.holding(program.parent):
        done = subprocess.run(
            bare_root.command(program),
            env={**environment(Path("/root")), CHECK: "/root/picture.png"},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    picture = bare_root.folder / "root" / "picture.png"
    assert picture.stat().st_size > 1000
    picture.unlink()
