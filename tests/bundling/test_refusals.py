"""What cannot be bundled: one line says why, the exit code is 2, and nothing is made."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bundling.bundles import bundle
from tests.bundling.project import Project
from tests.bundling.unprivileged import UNPRIVILEGED, as_anybody

GOOD = "import deskstate as ds\nds.text('x')\n"


def contents(folder: Path) -> dict[Path, tuple[float, int]]:
    """All that is in a folder, and when it was changed."""
    return {path: ((about := path.lstat()).st_mtime, about.st_size) for path in folder.rglob("*")}


def refused(project: Project, *options: str, script: str = "app.py", before: tuple[str, ...] = ()) -> str:
    """The line, once it is certain that there is nothing else."""
    around = project.folder.parent
    former = contents(around)
    done = bundle(project.folder / script, project.folder / "dist", *options, before=before)
    assert contents(around) == former
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("deskstate bundle: ")
    [line] = done.stderr.splitlines()
    return line.removeprefix("deskstate bundle: ")


def test_no_script(project: Project) -> None:
    assert refused(project) == f"there is no file {project.folder / 'app.py'}."


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({"app.py": "import nowhere_to_be_found"}, "app.py, line 1: there is no module named 'nowhere_to_be_found'"),
        ({"app.py": "import lib.part", "lib/__init__.py": ""}, "app.py, line 1: there is no module named 'lib.part'."),
        (
            {"app.py": "\nfrom lib import nothing_there", "lib/__init__.py": ""},
            "app.py, line 2: there is no 'nothing_there' in the module 'lib'.",
        ),
        ({"app.py": "x = (\n"}, "app.py, line 1: '(' was never closed."),
        ({"app.py": "import lib", "lib.py": "def f(:\n  pass"}, "lib.py, line 1: invalid syntax."),
        ({"app.py": "", "pyproject.toml": "[tool.deskstate.bundle]\ndata = ['gone']"}, "`data` of the project names"),
        ({"app.py": "", "pyproject.toml": "[tool.deskstate.bundle\n"}, ""),
        ({"app.py": "", "dist/app/precious.txt": ""}, ""),
        ({"app.py": "", "dist": ""}, ""),
        ({"app.py": "", "dist/app": "precious"}, ""),
    ],
    ids=[
        "module",
        "part of a package",
        "name",
        "syntax",
        "syntax of a module",
        "data",
        "TOML",
        "folder",
        "file",
        "app",
    ],
)
def test_bad_input(project: Project, files: dict[str, str], line: str) -> None:
    for name, text in files.items():
        project.put(name, text)
    assert refused(project).startswith(line)


def test_a_file_that_stands_where_a_folder_is_to_be(project: Project) -> None:
    project.put("app.py", GOOD)
    project.put("dist", "a file")
    assert refused(project, "--output", str(project.folder / "dist" / "deeper")).endswith("dist is not a folder.")


@UNPRIVILEGED
@pytest.mark.parametrize("output", ["closed", "closed/deeper/still"])
def test_an_output_folder_that_cannot_be_written_to(project: Project, output: str) -> None:
    project.put("app.py", GOOD)
    closed = project.folder / "closed"
    closed.mkdir(mode=0o500)
    line = refused(project, "--output", str(project.folder / output), before=as_anybody())
    assert line == f"the folder {closed.resolve()} cannot be written to."


@UNPRIVILEGED
def test_a_script_that_may_not_be_read(project: Project) -> None:
    project.put("app.py", GOOD).chmod(0)
    assert refused(project, before=as_anybody()) == f"{project.folder / 'app.py'} may not be read."


@pytest.mark.skipif(sys.platform == "win32", reason="there, no device is a file")
def test_a_device_is_no_output_folder(project: Project) -> None:
    project.put("app.py", GOOD)
    assert refused(project, "--output", "/dev/null").endswith("/dev/null is not a folder.")
