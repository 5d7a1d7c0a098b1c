"""Builds that go wrong, or are stopped: a line says so, nothing half-made stays, and what was there before does."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deskstate.bundling.names import CHECK
from tests.bundling.bundles import EXAMPLES, MARKS, PATIENCE_S, Build, bundle, bundle_command, command_lines, run
from tests.bundling.project import PATH, Project
from tests.bundling.unprivileged import UNPRIVILEGED, as_anybody

pytestmark = MARKS

BUILD_S = 300
"""How long a build may take to come to some point, on a busy machine."""


def test_a_script_that_fails_on_import_leaves_the_former_bundle_alone(project: Project, build: Build) -> None:
    script = project.put("counter.py", "import deskstate as ds\nimport helper\n")
    project.put("helper.py", "import json\njson.loads('{')\n")
    former = build(EXAMPLES / "counter.py").parent
    output = project.folder / "dist"
    shutil.copytree(former, output / "counter", symlinks=True)
    done = bundle(script, output)
    assert done.returncode == 1
    first, *_, last = done.stderr.splitlines()
    assert first.startswith("deskstate bundle: no bundle was made: the new application has failed with exit code 1.")
    assert last.strip().startswith("json.decoder.JSONDecodeError: ")
    assert os.listdir(output) == ["counter"]
    assert sorted(os.listdir(project.folder)) == ["counter.py", "dist", "helper.py"]
    again = run(output / "counter" / "counter", project.folder / "home", **{CHECK: str(output / "picture.png")})
    assert again.returncode == 0, again.stderr


READER = """
from pathlib import Path
import deskstate as ds
from lib.words import TITLE

files = sorted((Path(__file__).parent / "tiles of the map").iterdir())
ds.title(TITLE)
print("FILES", len(files), sum(len(file.read_text()) for file in files))
"""


@UNPRIVILEGED
def test_a_read_only_project_with_an_awkward_path_and_300_data_files(tmp_path: Path) -> None:
    project = Project(tmp_path / "Zoë's  app $HOME (ü) 日本")
    script = project.put("the app.py", READER)
    project.put("lib/words.py", "TITLE = 'ready'")
    for number in range(300):
        project.put(f"tiles of the map/tile {number} ä.txt", "x" * number)
    folders = [project.folder, *(path for path in project.folder.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    output = tmp_path / "made for O'Neill ø"
    try:
        done = bundle(script, output, before=as_anybody())
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert os.listdir(output) == ["the app"]
    tried = run(output / "the app" / "the app", tmp_path, **{CHECK: str(tmp_path / "picture.png")})
    assert tried.returncode == 0, tried.stderr
    assert f"FILES 300 {sum(range(300))}" in tried.stdout


@pytest.mark.parametrize(
    ("asked", "where"),
    [(signal.SIGINT, "work/bundle/base_library.zip"), (signal.SIGTERM, "bundle.spec"), (signal.SIGHUP, "started")],
)
def test_a_build_that_is_stopped_leaves_nothing(asked: signal.Signals, where: str, project: Project) -> None:
    """In PyInstaller, at its start, and while the new application is tried out."""
    sign = project.folder / "started"
    script = project.put(
        "app.py",
        f"import time\nfrom pathlib import Path\nPath({str(sign)!r}).write_text('')\ntime.sleep(1000)",
    )
    output = project.folder / "dist"
    process = subprocess.Popen(
        bundle_command(script, output),
        env={**os.environ, "PYTHONPATH": PATH},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + BUILD_S
    while not (sign.exists() if where == "started" else list(output.glob(f".deskstate-*/{where}"))):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.05)
    process.send_signal(asked)
    _, said = process.communicate(timeout=PATIENCE_S)
    assert said == "deskstate bundle: stopped, no bundle was made.\n"
    assert process.returncode == 128 + asked
    sign.unlink(missing_ok=True)
    assert os.listdir(project.folder) == ["app.py"]
    assert [line for line in command_lines() if str(project.folder) in line] == []


@contextmanager
def small_drive(folder: Path) -> Generator[None]:
    """A drive with room for a part of a bundle."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"no drive can be mounted: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_drive(tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    with small_drive(drive):
        done = bundle(EXAMPLES / "counter.py", drive / "dist")
        left = os.listdir(drive)
    assert done.returncode == 1
    assert done.stderr.startswith("deskstate bundle: no bundle was made: ")
    assert "No space left on device" in done.stderr
    assert left == []


def test_a_drive_that_is_full_from_the_start(tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    with small_drive(drive):
        (drive / "filler").write_bytes(b"x" * (20 * 2**20 - 8192))
        done = bundle(EXAMPLES / "counter.py", drive / "dist")
        left = os.listdir(drive)
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith("deskstate bundle: no bundle was made: ")
    assert "No space left on device" in line
    assert left == ["filler"]
