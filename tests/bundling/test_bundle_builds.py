"""The builds themselves: equal each time, in the place of a former one, and by PyInstaller alone."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bundling.bundles import EXAMPLES, MARKS, Build, bundle, environment
from tests.bundling.project import PATH

pytestmark = MARKS


def test_a_new_build_takes_the_place_of_the_former_one_and_is_equal_to_it(tmp_path: Path, build: Build) -> None:
    former = build(EXAMPLES / "counter.py").parent
    shutil.copytree(former, tmp_path / "counter", symlinks=True)
    (tmp_path / "counter" / "old.txt").write_text("of the former one")
    done = bundle(EXAMPLES / "counter.py", tmp_path)
    assert done.returncode == 0, done.stderr
    assert differences(former, tmp_path / "counter") == []
    assert os.listdir(tmp_path) == ["counter"]


def differences(left: Path, right: Path) -> list[str]:
    """Names that are only in one of two folders, or whose files are not equal."""
    names = {path.relative_to(left) for path in left.rglob("*")} ^ {
        path.relative_to(right) for path in right.rglob("*")
    }
    files = [path.relative_to(left) for path in left.rglob("*") if path.is_file()]
    unequal = [name for name in files if not filecmp.cmp(left / name, right / name, shallow=False)]
    return sorted(map(str, [*names, *unequal]))


def test_what_the_script_does_not_use_does_not_travel(build: Build) -> None:
    inside = {path.name for path in (build(EXAMPLES / "counter.py").parent / "_internal").iterdir()}
    assert "PySide6" in inside
    assert "licences.txt" in inside
    assert not [name for name in inside if name.startswith(("libcrypto", "libssl", "libreadline"))]
    assert not inside & {"setuptools", "numpy", "numpy.libs", "pandas", "PIL", "pillow.libs", "streamlit", "pyarrow"}


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
