"""The bundle of the counter beside one of the hand-written Qt counter, made by PyInstaller alone. Prints JSON.

    python bundles.py [ROUNDS]

Both leave out the same parts of Qt and of Python, both are stripped, and both have `bundle_probe.py` inside. What a
build costs is compared with PyInstaller's own time for the very files that deskstate's bundle consists of. All builds
begin without PyInstaller's cache.
"""

from __future__ import annotations

import json
import lzma
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from deskstate.bundling import building
from deskstate.bundling.check import check
from deskstate.bundling.plan import Wishes, make_plan
from deskstate.bundling.programs import Programs

HERE = Path(__file__).resolve().parent
OURS = HERE / "counter_app.py"
BY_HAND = HERE / "counter_qt.py"
PROBE = HERE / "bundle_probe.py"
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
ALL_CACHES = "3"
COMPRESSION = 3
"""Of xz."""
STARTS = 5
"""Of each bundle in a round."""
TIMEOUT_S = 60
"""For a start."""
MB = 1_000_000

HAND_SPEC = """\
from pathlib import Path

from PyInstaller.depend.bindepend import get_imports

from deskstate.bundling.contents import MODULES, only_python, pruned, stripped, unused

a = Analysis([{probe!r}, {script!r}], excludes=MODULES)
no_digests = not any(entry[0] == "ssl" for entry in a.pure) and only_python(a.graph.get_code_using("hashlib"))
a.binaries = pruned(
    a.binaries,
    lambda path: [name for name, _ in get_imports(path)],
    lambda place: unused(place) or (no_digests and "_hashlib" in place),
)
a.binaries = stripped(a.binaries, Path({folder!r}))
here = {{entry[0] for entry in a.binaries}}
a.datas = [entry for entry in pruned(a.datas, lambda path: ()) if entry[2] != "SYMLINK" or entry[1] in here]
exe = EXE(PYZ(a.pure), a.scripts, name={name!r}, exclude_binaries=True, upx=False)
COLLECT(exe, a.binaries, a.datas, name={name!r}, upx=False)
"""
SAME_SPEC = """\
import json
from pathlib import Path

from PyInstaller.depend.bindepend import resolve_library_path

from deskstate.bundling.contents import MODULES, spare, stripped

with open({words!r}, encoding="utf-8") as file:
    words = json.load(file)
with open({files!r}, encoding="utf-8") as file:
    files = set(json.load(file))

a = Analysis([words["launcher"], *words["sources"]], pathex=[words["folder"]], datas=words["datas"],
             hiddenimports=words["imports"], excludes=MODULES)
a.scripts = [entry for entry in a.scripts if entry[1] not in words["sources"]]
binaries = [entry for entry in a.binaries if entry[0] in files] + spare(resolve_library_path)
binaries = stripped(binaries, Path(words["stripped"]))
datas = [entry for entry in a.datas if entry[0] in files]
exe = EXE(PYZ(a.pure), a.scripts, name=words["name"], exclude_binaries=True, upx=False)
COLLECT(exe, binaries, datas, name=words["name"], upx=False)
"""


def build_ours(folder: Path) -> tuple[Path, float, float]:
    """Do what `deskstate bundle` does.

    Returns:
        The bundle; seconds until it was built; seconds that its check took.
    """
    launcher = f"import {PROBE.stem}\n{getattr(building, '_LAUNCHER')}"  # noqa: B009 - private
    started = time.monotonic()
    plan = make_plan(Wishes(script=OURS, output=folder))
    with patch.object(building, "_LAUNCHER", launcher):
        made = building.build(plan, folder, Programs())
    built = time.monotonic()
    check(plan, made, Programs())
    return made, built - started, time.monotonic() - built


def build_same(ours: Path) -> float:
    """Seconds that PyInstaller takes for the files of our bundle, which is in its scratch folder."""
    folder = ours.parent.parent
    inside = ours / "_internal"
    files = folder / "files.json"
    files.write_text(json.dumps([file.relative_to(inside).as_posix() for file in inside.rglob("*")]))
    spec = SAME_SPEC.format(words=str(folder / "words.json"), files=str(files))
    _, seconds = run_pyinstaller(spec, folder / "same", OURS.stem)
    return seconds


def build_by_hand(folder: Path) -> Path:
    """The bundle of the hand-written counter."""
    name = BY_HAND.stem
    libraries = folder.with_name("libraries")
    libraries.mkdir()
    spec = HAND_SPEC.format(probe=str(PROBE), script=str(BY_HAND), name=name, folder=str(libraries))
    made, _ = run_pyinstaller(spec, folder, name)
    return made


def run_pyinstaller(spec: str, folder: Path, name: str) -> tuple[Path, float]:
    """Build in an empty folder; the bundle and the seconds."""
    folder.mkdir()
    file = folder / "bundle.spec"
    file.write_text(spec)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", str(file)]
    command += ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work")]
    started = time.monotonic()
    subprocess.run(
        command,
        env={**os.environ, "PYINSTALLER_CONFIG_DIR": str(folder / "cache")},
        stdout=sys.stderr,
        check=True,
    )
    return folder / "dist" / name, time.monotonic() - started


def weigh(made: Path) -> tuple[float, float]:
    """MB of a bundle, unpacked and as a tar.xz."""
    files = [file for file in made.rglob("*") if file.is_file() and not file.is_symlink()]
    with tempfile.TemporaryFile() as packed:
        with lzma.open(packed, "wb", preset=COMPRESSION) as stream, tarfile.open(fileobj=stream, mode="w") as archive:
            archive.add(made, made.name)
        return sum(file.stat().st_size for file in files) / MB, packed.tell() / MB


def start(made: Path, home: Path) -> dict[str, float]:
    """Start a bundle as colleagues do, without Python's environment; ms from there to each of its times."""
    out = home / "out.json"
    foreign = ("PYTHON", "LD_", "QT_", "XDG_", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    environment |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "BUNDLE_PROBE": str(out)}
    started_ns = time.monotonic_ns()
    subprocess.run(
        [made / made.name], env=environment, cwd=home, stderr=subprocess.DEVNULL, check=True, timeout=TIMEOUT_S
    )
    times: dict[str, int] = json.loads(out.read_text())
    return {name.replace("_ns", "_ms"): (at - started_ns) / 1e6 for name, at in times.items()}


def forget_files() -> bool:
    """Have the system read all files anew; False where that cannot be had."""
    try:
        os.sync()
        DROP_CACHES.write_text(ALL_CACHES)
    except OSError:
        return False
    return True


def measure_starts(rounds: int, made: list[Path], home: Path) -> dict[str, Any]:
    """Medians of the times of each bundle, started in turn."""

    def medians(before: Callable[[], object]) -> list[dict[str, float]]:
        taken: list[list[dict[str, float]]] = [[] for _ in made]
        for _ in range(rounds * STARTS):
            for bundle, times in zip(made, taken, strict=True):
                before()
                times.append(start(bundle, home))
        return [{name: statistics.median(each[name] for each in times) for name in times[0]} for times in taken]

    for bundle in made:
        start(bundle, home)
    warm = medians(lambda: None)
    if not forget_files():
        print("cold start: left out, only root on Linux can drop the page cache", file=sys.stderr)
        return {"warm": warm, "cold": None}
    return {"warm": warm, "cold": medians(forget_files)}


def main() -> None:
    """Build, weigh, start."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    with tempfile.TemporaryDirectory(prefix="deskstate-bench-") as name:
        folder = Path(name)
        builds: list[tuple[float, float, float]] = []
        ours = Path()
        for number in range(rounds):
            print(f"building, round {number + 1} of {rounds} …", file=sys.stderr, flush=True)
            scratch = folder / f"ours{number}"
            scratch.mkdir()
            ours, build_s, check_s = build_ours(scratch)
            builds.append((build_s, check_s, build_same(ours)))
        by_hand = build_by_hand(folder / "by_hand")
        print("weighing and starting …", file=sys.stderr, flush=True)
        home = folder / "home"
        home.mkdir()
        build_s, check_s, same_s = (statistics.median(times) for times in zip(*builds, strict=True))
        weights = [weigh(ours), weigh(by_hand)]
        starts = measure_starts(rounds, [ours, by_hand], home)
    print(json.dumps({"build_s": build_s, "check_s": check_s, "same_s": same_s, "weights": weights, **starts}))


if __name__ == "__main__":
    main()
