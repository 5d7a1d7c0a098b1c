"""An installer made by the command: put into a system without Python, used, and taken out again."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from deskstate.bundling.deb import TOOL
from deskstate.bundling.names import CHECK
from tests.bundling.bare_root import BareRoot
from tests.bundling.bundles import EXAMPLES, MARKS, PATIENCE_S, bundle, environment

pytestmark = [*MARKS, pytest.mark.skipif(shutil.which(TOOL) is None, reason=f"{TOOL} is not installed")]


def inside(root: BareRoot, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        root.command(Path(command[0])) + list(command[1:]),
        env={**environment(Path("/root")), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )


def test_a_package_installs_an_app_that_starts_and_leaves_nothing_behind(tmp_path: Path, bare_root: BareRoot) -> None:
    script = tmp_path / "counter.py"
    shutil.copy(EXAMPLES / "counter.py", script)
    picture = QImage(300, 200, QImage.Format.Format_ARGB32)
    picture.fill(0xFF3366CC)
    assert picture.save(str(tmp_path / "icon.png"))
    (tmp_path / "pyproject.toml").write_text(
        "[project]\nversion = '1.2'\n[tool.deskstate.bundle]\nname = 'Our counter'\nicon = 'icon.png'"
    )
    done = bundle(script, tmp_path / "dist", "--installer")
    assert done.returncode == 0, done.stderr
    [package] = (tmp_path / "dist").glob("*.deb")
    assert package.name.startswith("our-counter_1.2_")
    assert f"The installer is {package}\n" in done.stdout
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == ["Our counter", package.name]
    shutil.copy(package, bare_root.folder / "root")
    installed = inside(bare_root, "/usr/bin/dpkg", "--install", f"/root/{package.name}")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    started = inside(bare_root, "/usr/bin/our-counter", **{CHECK: "/root/picture.png"})
    assert (started.returncode, started.stdout, started.stderr) == (0, "", "")
    shown = bare_root.folder / "root" / "picture.png"
    assert shown.stat().st_size > 1000
    removed = inside(bare_root, "/usr/bin/dpkg", "--purge", "our-counter")
    assert removed.returncode == 0, removed.stderr
    usr = bare_root.folder / "usr"
    assert not [path for path in usr.rglob("*our-counter*") if "dpkg" not in path.parts]
    shown.unlink()
    (bare_root.folder / "root" / package.name).unlink()
