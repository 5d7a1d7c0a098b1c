"""What a bundle does without: never a thing that a window loads."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from deskstate.bundling.contents import (
    MODULES,
    TAKEN,
    only_python,
    own_sources,
    pruned,
    stripped,
    taken_along,
    unused,
    without,
)
from tests.bundling.project import PATH

ROOT = Path(__file__).parents[2]
LOADED = """
import json, sys
from deskstate.cli import main
code = main([sys.argv[2], "--screenshot", sys.argv[1]])
files = sorted({line.split()[-1] for line in open("/proc/self/maps") if "/" in line})
print(json.dumps({"code": code, "files": files, "modules": sorted(sys.modules)}))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lists what a process has loaded")
@pytest.mark.parametrize("example", ["order", "annotate", "wizard", "form", "tictactoe"])
def test_no_window_loads_what_is_left_out(example: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(tmp_path / "picture.png"), str(ROOT / "examples" / f"{example}.py")],
        env={**os.environ, "PYTHONPATH": PATH},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert loaded["code"] == 0
    qt = Path(PySide6.__file__).parent
    places = [Path(file).relative_to(qt.parent).as_posix() for file in loaded["files"] if Path(file).is_relative_to(qt)]
    assert any("plugins/platforms" in place for place in places)
    assert [place for place in places if unused(place)] == []
    assert not {module.partition(".")[0] for module in loaded["modules"]} & set(MODULES)


def test_libraries_that_only_a_left_out_part_needed_go_with_it() -> None:
    binaries = [
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "tls", "BINARY"),
        ("PySide6/QtGui.abi3.so", "gui", "EXTENSION"),
        ("libssl.so.3", "ssl", "BINARY"),
        ("libcrypto.so.3", "crypto", "BINARY"),
        ("libfont.so.1", "font", "BINARY"),
        ("libpython3.11.so.1.0", "python", "BINARY"),
        ("pandas/_libs/lib.cpython-311-x86_64-linux-gnu.so", "pandas", "EXTENSION"),
        ("sound/libsndfile.so", "loaded by name", "BINARY"),
    ]
    linked = {
        "tls": ["/lib/libssl.so.3", "/lib/libfont.so.1"],
        "gui": ["/lib/libfont.so.1"],
        "ssl": ["/lib/libcrypto.so.3"],
    }
    kept = pruned(binaries, lambda path: linked.get(path, []))
    assert [entry[1] for entry in kept] == ["gui", "font", "python", "pandas", "loaded by name"]
    without_gui = pruned(
        binaries, lambda path: linked.get(path, []), lambda place: "plugins" in place or "Gui" in place
    )
    assert [entry[1] for entry in without_gui] == ["python", "pandas", "loaded by name"]


@pytest.mark.parametrize(("python", "stay"), [([], False), (["/lib/libssl.so.3"], True)])
def test_openssl_which_a_left_out_part_opens_by_name_stays_for_python_alone(python: list[str], stay: bool) -> None:
    binaries = [
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "tls", "BINARY"),
        ("python3.11/lib-dynload/_socket.so", "python", "EXTENSION"),
        ("libssl.so.3", "ssl", "BINARY"),
        ("libcrypto.so.3", "crypto", "BINARY"),
    ]
    linked = {"python": python, "ssl": ["/lib/libcrypto.so.3"]}
    kept = [entry[1] for entry in pruned(binaries, lambda path: linked.get(path, []))]
    assert kept == (["python", "ssl", "crypto"] if stay else ["python"])


@pytest.mark.parametrize(
    "kept", ["imageformats/libqjpeg.so", "imageformats/qico.dll", "platforms/libqxcb.so", "platforms/qwindows.dll"]
)
def test_what_windows_need_stays(kept: str) -> None:
    assert not unused(f"PySide6/Qt/plugins/{kept}")
    assert not unused(f"PySide6/plugins/{kept}")


@pytest.mark.skipif(shutil.which("strip") is None, reason="strip is not installed")
def test_of_all_libraries_only_pythons_are_stripped(tmp_path: Path) -> None:
    binaries = [
        ("libpython3.11.so.1.0", sys.executable, "BINARY"),
        ("libpython3.so", "libpython3.11.so.1.0", "SYMLINK"),
        ("python3.11/lib-dynload/math.so", sys.executable, "EXTENSION"),
        ("numpy.libs/libscipy_openblas64_.so", sys.executable, "BINARY"),
    ]
    done = stripped(binaries, tmp_path)
    assert [entry[::2] for entry in done] == [entry[::2] for entry in binaries]
    assert [Path(path).parent == tmp_path for _, path, _ in done] == [True, False, True, False]
    assert os.access(done[0][1], os.X_OK)


def test_openssl_counts_as_used_by_others_than_python() -> None:
    assert only_python(["random", "urllib.request"])
    assert not only_python(["random", "/home/me/app.py"])


@pytest.mark.parametrize(
    ("users", "imports", "taken"),
    [
        ({"yaml": ["msgspec.yaml"], "attr": ["attrs"], "attrs": ["msgspec._utils"]}, ["os"], [*TAKEN]),
        ({"yaml": ["msgspec.yaml", "/home/me/app.py"]}, ["yaml"], ["attr", "attrs", "tomli_w"]),
        ({"attr": ["attrs"], "attrs": ["jsonschema.validators"]}, ["jsonschema"], ["tomli_w", "yaml"]),
        ({"yaml": ["msgspec.yaml"]}, ["msgspec"], []),
    ],
)
def test_what_msgspec_alone_takes_along_stays_out(
    users: dict[str, list[str]], imports: list[str], taken: list[str]
) -> None:
    assert taken_along(lambda name: users.get(name, []), imports) == set(taken)


def test_a_package_goes_with_its_libraries_and_its_metadata() -> None:
    entries = [
        ("yaml", "y.py", "PYMODULE"),
        ("yaml.nodes", "n.py", "PYMODULE"),
        ("yaml/_yaml.so", "y.so", "EXTENSION"),
        ("attrs-26.1.0.dist-info/METADATA", "m", "DATA"),
        ("yamllint.py", "l.py", "DATA"),
    ]
    assert without(entries, {"yaml", "attrs"}) == entries[-1:]


def test_the_sources_of_the_app_travel_as_files_only(tmp_path: Path) -> None:
    own = tmp_path / "helpers.py"
    pure = [("helpers", str(own), "PYMODULE"), ("json", "/usr/lib/json.py", "PYMODULE")]
    assert own_sources(pure, [own]) == pure[1:]
