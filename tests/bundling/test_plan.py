"""What the project and the command line decide, and what is refused before anything is built."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from deskstate.bundling.command import main
from deskstate.bundling.plan import Plan, Wishes, make_plan
from deskstate.bundling.problems import Problem
from tests.bundling.project import Project


def plan(project: Project, **wishes: object) -> Plan:
    script = project.put("app.py", "import deskstate as ds\nopen('a.txt')")
    project.put("a.txt")
    return make_plan(Wishes(script, output=project.folder / "dist", **wishes))  # type: ignore[arg-type]


def test_the_script_names_the_application(project: Project) -> None:
    made = plan(project)
    assert (made.name, made.version, made.onefile, made.console) == ("app", "0.0.0", False, False)
    assert made.output == (project.folder / "dist" / "app").resolve()


def test_the_project_says_more(project: Project) -> None:
    project.put("icon.png")
    project.put(
        "pyproject.toml",
        "[project]\nversion = '1.2'\n[tool.deskstate.bundle]\nname = 'Budget'\nicon = 'icon.png'\nconsole = true\n"
        "imports = ['secretly']",
    )
    made = plan(project)
    assert (made.name, made.version, made.console) == ("Budget", "1.2", True)
    assert made.icon == (project.folder / "icon.png").resolve()
    assert "secretly" in made.imports


def test_the_command_line_wins(project: Project) -> None:
    project.put("pyproject.toml", "[tool.deskstate.bundle]\nname = 'Budget'\nversion = '3'\nonefile = true")
    made = plan(project, name="Other", version="4", onefile=False)
    assert (made.name, made.version, made.onefile) == ("Other", "4", False)


def test_files_keep_their_places_to_each_other(project: Project) -> None:
    project.put("pyproject.toml", "[tool.deskstate.bundle]\ndata = ['data']")
    project.put("data/a.csv")
    script = project.put("src/app.py")
    made = make_plan(Wishes(script))
    assert made.place(made.script) == "app/src/app.py"
    assert [made.place(file) for file in made.data] == ["app/data/a.csv"]


def test_a_named_program_travels_with_what_it_imports(project: Project) -> None:
    project.put("jobs/report.py", "import layout, colorsys\nopen('../words.txt')")
    project.put("jobs/layout.py")
    project.put("words.txt")
    project.put("template.py", "class {name}: pass")
    script = project.put("app.py", "run([sys.executable, 'jobs/report.py'])\nopen('template.py')")
    made = make_plan(Wishes(script))
    assert [made.place(file) for file in made.sources] == ["app/app.py", "app/jobs/report.py", "app/jobs/layout.py"]
    assert [made.place(file) for file in made.data] == ["app/template.py", "app/words.txt"]
    assert made.imports == ["colorsys"]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("nam = 'x'", "unknown field `nam`.*It takes name, version"),
        ("name = 3", "Expected `str"),
        ("name = 'a/b'", "'a/b' cannot be the name"),
        ("icon = 'no.png'", "there is no icon"),
        ("name = ", "Invalid"),
    ],
)
def test_a_table_that_means_nothing_is_refused(project: Project, table: str, message: str) -> None:
    project.put("pyproject.toml", f"[tool.deskstate.bundle]\n{table}")
    with pytest.raises(Problem, match=message):
        plan(project)


def test_an_icon_that_is_no_picture_is_refused(project: Project) -> None:
    with pytest.raises(Problem, match=r"must be one of \.png"):
        plan(project, icon=project.put("icon.txt"))


def test_what_stands_in_the_way_is_not_overwritten(project: Project) -> None:
    project.put("dist/app/precious.txt")
    with pytest.raises(Problem, match="exists already and is not a bundle"):
        plan(project)


def test_nor_is_another_file_by_one_file(project: Project) -> None:
    file = project.put("dist/app.exe" if sys.platform == "win32" else "dist/app", "precious")
    with pytest.raises(Problem, match="is not a bundle"):
        plan(project, onefile=True)
    file.write_bytes(b"program" + b"MEI\014\013\012\013\016" + b"rest")
    assert plan(project, onefile=True).output == file.resolve()


@pytest.mark.parametrize(
    ("system", "onefile", "output", "program"),
    [
        ("linux", False, "app", "app/app"),
        ("linux", True, "app", "app"),
        ("win32", False, "app", "app/app.exe"),
        ("win32", True, "app.exe", "app.exe"),
        ("darwin", False, "app.app", "app.app/Contents/MacOS/app"),
        ("darwin", True, "app", "app"),
    ],
)
def test_each_system_has_its_own_form_of_a_bundle(
    project: Project, monkeypatch: pytest.MonkeyPatch, system: str, onefile: bool, output: str, program: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    made = plan(project, onefile=onefile)
    assert made.output.name == output
    assert made.program(made.output).relative_to(made.output.parent).as_posix() == program


def test_a_former_bundle_is(project: Project) -> None:
    project.put("dist/app/_internal/deskstate_app.json")
    assert plan(project).output.name == "app"


def test_a_former_application_of_macos_is(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    project.put("dist/app.app/Contents/Resources/deskstate_app.json")
    assert plan(project).output.name == "app.app"


def test_a_file_is_no_output_folder(project: Project) -> None:
    project.put("dist")
    with pytest.raises(Problem, match="is not a folder"):
        plan(project)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_folder_that_cannot_be_written_to_is_refused(project: Project) -> None:
    project.folder.joinpath("dist").mkdir(mode=0o500)
    with pytest.raises(Problem, match="cannot be written to"):
        plan(project)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments, "--dry-run"]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    return said.err


def test_the_command_refuses_in_one_line(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert "there is no file" in refused(capsys, str(project.folder / "nothing.py"))
    assert "is a directory" in refused(capsys, str(project.folder))
    assert "must end in .py" in refused(capsys, str(project.put("notes.txt")))
    assert "no module named 'helprs'" in refused(capsys, str(project.put("app.py", "import helprs")))


def test_a_dry_run_says_what_would_travel(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.put("a.txt")
    project.put(".env")
    script = project.put("app.py", "import helpers\nopen('a.txt'), open('.env')")
    project.put("helpers.py", "import json, msgspec")
    output = project.folder / "out"
    assert main([str(script), "--dry-run", "--output", str(output), "--onefile"]) == 0
    said = capsys.readouterr().out
    for line in ("app/app.py", "app/helpers.py", "app/a.txt", "    msgspec", "secrets", "unpacked at every start"):
        assert line in said
    assert "    app/.env" not in said
    assert "    json" not in said
    assert not output.exists()


def test_without_pyinstaller_one_line_says_what_to_install(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PyInstaller", None)
    output = project.folder / "out"
    assert main([str(project.put("app.py")), "--output", str(output)]) == 2
    assert "pip install 'deskstate[bundle]'" in capsys.readouterr().err
    assert not output.exists()


def test_the_plan_is_the_same_from_any_folder(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first = plan(project)
    monkeypatch.chdir(project.folder)
    assert make_plan(Wishes(Path("app.py"))) == first


def test_of_many_files_a_dry_run_names_twenty(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(300):
        project.put(f"tiles/{number:03}.txt")
    script = project.put("app.py", "from pathlib import Path\nPath('tiles')")
    assert main([str(script), "--dry-run"]) == 0
    said = capsys.readouterr().out.splitlines()
    at = said.index("  data (300):")
    assert said[at + 1 : at + 22] == [*(f"    app/tiles/{number:03}.txt" for number in range(20)), "    … and 280 more"]
