"""Whole bundles: built, started where there is no Python, driven from outside like the app that they are made of."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from deskstate.bundling.names import CHECK
from tests.bundling.project import PATH
from tests.bundling.screen import Screen, missing_tools

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux"),
    pytest.mark.xdist_group("bundles"),
]

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
STEPS = {
    "counter": ["Tab", "space", "space"],
    "wizard": ["Tab", "A d a", "Tab", "space", "Tab", "Down Down Return", "Tab Tab", "space"],
    "form": ["Tab", "A d a", "Tab", "Right", "Tab", "H i", "Tab", "space"],
    "two_windows": ["Tab", "space", "ctrl+n", "Tab", "space space"],
    "errors": ["Tab", "Down Down Return", "Tab", "shift+Tab", "Down Down Down Down Down Down Return"],
}
"""Keys that are pressed one group after another; the picture after each is compared."""
BARE = os.environ.get("DESKSTATE_BARE_ROOT", "")
"""Folder of a system without Python, such as `debootstrap --variant=minbase bookworm FOLDER` makes."""

Build = Callable[..., Path]


def environment(home: Path) -> dict[str, str]:
    """What a program is started with: nothing of the tests."""
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def bundle(script: Path, output: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, "-m", "deskstate", "bundle", str(script), "--output", str(output), *arguments]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": PATH}, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds a script once; answers with the program."""
    programs: dict[Path, Path] = {}

    def build(script: Path, *arguments: str) -> Path:
        if script not in programs:
            output = tmp_path_factory.mktemp("bundles")
            done = bundle(script, output, *arguments)
            assert done.returncode == 0, done.stdout + done.stderr
            [folder] = output.iterdir()
            programs[script] = folder / folder.name
        return programs[script]

    return build


@pytest.fixture
def screen() -> Iterator[Screen]:
    """An X server of its own."""
    missing = missing_tools()
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with Screen() as screen:
        yield screen


def pictures(screen: Screen, command: list[str], variables: Mapping[str, str], keys: list[str]) -> list[bytes]:
    """What a program shows at first, and after each group of keys."""
    screen.start(command, variables)
    shown = [screen.opened()]
    for group in keys:
        screen.press(*group.split())
        shown.append(screen.at_rest())
    return shown


def follows(
    screen: Screen, command: list[str], variables: Mapping[str, str], keys: list[str], wanted: list[bytes]
) -> None:
    """The program shows the same, step by step."""
    screen.start(command, variables)
    assert screen.shows(wanted[0]), "the first picture differs"
    for group, picture in zip(keys, wanted[1:], strict=True):
        screen.press(*group.split())
        assert screen.shows(picture), f"another picture after {group!r}"


@pytest.mark.parametrize("name", STEPS)
def test_a_bundle_looks_and_acts_like_the_script(name: str, build: Build, screen: Screen, tmp_path: Path) -> None:
    program = build(EXAMPLES / f"{name}.py")
    variables = environment(tmp_path)
    script = program.parent / "_internal" / "app" / f"{name}.py"  # the window of an error shows its path
    source = [sys.executable, "-m", "deskstate", str(script), "--no-reload"]
    with Screen() as first:
        wanted = pictures(first, source, {**variables, "PYTHONPATH": PATH}, STEPS[name])
    assert len(set(wanted)) > len(wanted) // 2, "the keys do next to nothing"
    follows(screen, [str(program)], variables, STEPS[name], wanted)
    if os.path.isdir(BARE) and os.geteuid() == 0:
        place = Path(BARE, *program.parent.parts[1:])
        shutil.copytree(program.parent, place, symlinks=True)
        assert not list(Path(BARE, "usr/bin").glob("python*"))
        with Screen() as bare:
            command = ["/usr/sbin/chroot", BARE, str(program)]
            follows(bare, command, {**variables, "HOME": "/root"}, STEPS[name], wanted)
        shutil.rmtree(place)


HELPER = """
from enum import Enum

class Color(Enum):
    RED = 1

def square(number):
    return number * number

def fail():
    return 1 / 0  # a line of the helper
"""
APP = """
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import deskstate as ds
from pygments.formatters import get_formatter_by_name
from deskstate.core.traces import describe
from deskstate.folders import data_folder
from lib import helper

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
    try:
        ds.columns(0)
    except Exception as error:
        print("OWN FRAMES", describe(error).frames)
    try:
        helper.fail()
    except ZeroDivisionError as error:
        print("FRAMES", describe(error).frames)
"""


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A project with a module of its own and data, in a folder with an awkward name."""
    folder = tmp_path / "Ünsere app"
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / "helper.py").write_text(HELPER, encoding="utf-8")
    (folder / "words.txt").write_text("hello words", encoding="utf-8")
    (folder / ".env").write_text("TOKEN=1", encoding="utf-8")
    script = folder / "app.py"
    script.write_text(APP, encoding="utf-8")
    return script


def test_what_a_script_may_do_it_may_do_in_a_bundle(app: Path, tmp_path: Path) -> None:
    output = tmp_path / "dist ö"
    done = bundle(app, output, "--name", "Ünser Budget")
    assert done.returncode == 0, done.stdout + done.stderr
    app.rename(app.with_name("gone.py"))
    program = output / "Ünser Budget" / "Ünser Budget"
    picture = tmp_path / "picture.png"
    variables = {**environment(tmp_path / "home"), CHECK: str(picture)}
    run = subprocess.run(
        [str(program), "one", "two"], env=variables, cwd="/", capture_output=True, text=True, check=False, timeout=120
    )
    said = run.stdout
    assert run.returncode == 0, said + run.stderr
    assert picture.stat().st_size > 1000
    assert said.count("RUN") == 2, "a worker process ran the script"
    assert "RUN __main__ app.py ['one', 'two']" in said
    assert "WORDS hello words" in said
    assert f"DATA {tmp_path}/home/.local/share/Ünser Budget" in said
    assert "FORMATTER HTML" in said
    for method in ("fork", "spawn", "forkserver"):
        assert f"WORKERS {method} [4] [3]" in said
    assert "return 1 / 0  # a line of the helper" in said
    [own] = [line for line in said.splitlines() if line.startswith("OWN FRAMES")]
    assert "ds.columns(0)" in own
    assert "deskstate/" not in own
    assert not list(output.rglob(".env"))
    assert not list((tmp_path / "home").rglob("*crash*"))


def test_a_bundle_that_fails_is_not_kept(tmp_path: Path) -> None:
    script = tmp_path / "app.py"
    script.write_text("import deskstate as ds\nds.title('x')\nimport json\njson.loads('{')\n", encoding="utf-8")
    done = bundle(script, tmp_path / "dist")
    assert done.returncode == 1
    assert "JSONDecodeError" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["app.py"]


def test_what_the_script_does_not_import_stays_out(build: Build) -> None:
    """Pygments would take Pillow along, and that NumPy, wherever they are installed."""
    inside = build(EXAMPLES / "counter.py").parent / "_internal"
    unwanted = {"PIL", "pillow.libs", "numpy", "numpy.libs", "pandas", "libssl.so.3", "libcrypto.so.3"}
    assert {path.name for path in inside.iterdir()} & unwanted == set()


def test_two_builds_are_equal(tmp_path: Path, build: Build) -> None:
    first = build(EXAMPLES / "counter.py").parent
    done = bundle(EXAMPLES / "counter.py", tmp_path)
    assert done.returncode == 0, done.stderr
    assert _differences(first, tmp_path / "counter") == []


def _differences(left: Path, right: Path) -> list[str]:
    names = {path.relative_to(left) for path in left.rglob("*")} ^ {
        path.relative_to(right) for path in right.rglob("*")
    }
    files = [path.relative_to(left) for path in left.rglob("*") if path.is_file()]
    unequal = [name for name in files if not filecmp.cmp(left / name, right / name, shallow=False)]
    return sorted(map(str, [*names, *unequal]))


def test_pyinstaller_alone_makes_a_working_program(tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "counter.py", tmp_path / "counter.py")
    launcher = tmp_path / "launcher.py"
    launcher.write_text(
        "import os, sys\n"
        "from deskstate.cli import main\n"
        "sys.exit(main([os.path.join(sys._MEIPASS, 'counter.py'), *sys.argv[1:]]))\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--add-data", "counter.py:."]
    subprocess.run([*command, str(launcher)], cwd=tmp_path, env={**os.environ, "PYTHONPATH": PATH}, check=True)
    picture = tmp_path / "picture.png"
    program = [str(tmp_path / "dist/launcher/launcher"), "--screenshot", str(picture)]
    subprocess.run(program, env=environment(tmp_path), check=True, timeout=120)
    assert picture.stat().st_size > 1000
