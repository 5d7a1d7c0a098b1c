"""What a bundle weighs."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskstate.bundling.names import MANIFEST
from deskstate.bundling.plan import Plan, Wishes, make_plan
from deskstate.bundling.sizes import LARGEST, report, weigh
from tests.bundling.project import Project


def planned(project: Project, *, onefile: bool = False) -> Plan:
    script = project.put("app.py")
    return make_plan(Wishes(script, output=project.folder / "dist", onefile=onefile))


def put(file: Path, size: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x" * size)


def test_each_file_counts_for_one_part(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    plan = planned(project)
    sizes = {
        "app": 8,
        "_internal/app/app.py": 1,
        f"_internal/{MANIFEST}": 2,
        "_internal/PySide6/Qt/lib/libQt6Core.so.6": 16,
        "_internal/libpython3.11.so.1.0": 32,
        "_internal/libz.so.1": 64,
        "_internal/pandas/lib.so": 128,
        "_internal/spare/libGL.so.1": 256,
        "_internal/deskstate_widgets/data/font.ttf": 512,
    }
    for name, size in sizes.items():
        put(plan.output / name, size)
    (plan.output / "_internal" / "libz.so").symlink_to("libz.so.1")
    parts, files = weigh(plan, plan.output)
    assert dict(parts) == {
        "deskstate: fonts and icons": 512,
        "OpenGL for systems without": 256,
        "pandas": 128,
        "libraries of the system": 64,
        "Python": 32,
        "Qt": 16,
        "the program, with all Python modules": 8,
        "the app's own files": 3,
    }
    assert dict(files) == sizes


def test_the_largest_files_are_named(project: Project) -> None:
    plan = planned(project)
    for number in range(LARGEST + 5):
        put(plan.output / "_internal" / f"lib{number}.so", 1_000_000 * (number + 1))
    said = report(plan, plan.output)
    assert said.startswith("    120.0 MB  in all\n")
    assert said.count("_internal/") == LARGEST
    assert said.splitlines()[4] == "     15.0 MB  _internal/lib14.so"


def test_one_file_is_one_part(project: Project) -> None:
    plan = planned(project, onefile=True)
    put(plan.output, 2_000_000)
    assert [tuple(part) for part in weigh(plan, plan.output)[0]] == [(plan.output.name, 2_000_000)]
