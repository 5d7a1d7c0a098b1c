"""Which data travel with an app, and which never do."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskstate.bundling.files import Data, find_data
from deskstate.bundling.problems import Problem
from deskstate.bundling.settings import read_settings
from deskstate.bundling.sources import find_sources
from tests.bundling.project import Project


def data(script: Path) -> Data:
    script = script.resolve()
    return find_data(find_sources(script).own, script, read_settings(script))


def names(project: Project, script: str) -> list[str]:
    path = project.put("app.py", script)
    return [file.relative_to(project.folder.resolve()).as_posix() for file in data(path).files]


@pytest.mark.parametrize(
    "script",
    [
        "open('data/a.csv')",
        "from pathlib import Path\nPath(__file__).parent / 'data' / 'a.csv'",
        "from pathlib import Path\nHERE = Path(__file__).parent\nPath(HERE, 'data/a.csv')",
        "import os\nos.path.join(os.path.dirname(__file__), 'data', 'a.csv')",
    ],
)
def test_a_file_that_is_named_travels(project: Project, script: str) -> None:
    project.put("data/a.csv")
    project.put("data/b.csv")
    assert "data/a.csv" in names(project, script)


def test_a_folder_travels_where_a_path_is_put_together(project: Project) -> None:
    for name in ("data/a.csv", "data/more/b.csv", "data/__pycache__/c.pyc", "other/d.csv"):
        project.put(name)
    script = "from pathlib import Path\nfor file in (Path(__file__).parent / 'data').glob('*.csv'): print(file)"
    assert names(project, script) == ["data/a.csv", "data/more/b.csv"]


def test_a_mere_word_is_no_folder(project: Project) -> None:
    project.put("data/a.csv")
    assert names(project, "print('data', '.', '..', '/', 'a' * 1000)") == []


def test_files_are_looked_for_beside_the_module_that_names_them(project: Project) -> None:
    project.put("lib/__init__.py", "NAME = 'words.txt'")
    project.put("lib/words.txt")
    assert names(project, "import lib") == ["lib/words.txt"]


def test_configuration_travels_unnamed(project: Project) -> None:
    project.put(".streamlit/config.toml")
    assert names(project, "") == [".streamlit/config.toml"]


@pytest.mark.parametrize("secret", [".streamlit/secrets.toml", ".env", "server.pem", "id_ed25519"])
def test_a_secret_never_travels_unasked(project: Project, secret: str) -> None:
    path = project.put("app.py", f"open({secret!r})")
    file = project.put(secret)
    found = data(path)
    assert found.files == []
    assert found.secret == [file.resolve()]


def test_a_glob_does_not_ask_for_secrets(project: Project) -> None:
    project.put("pyproject.toml", "[tool.deskstate.bundle]\ndata = ['conf']")
    project.put("conf/a.txt")
    project.put("conf/.env")
    assert names(project, "") == ["conf/a.txt"]


def test_a_secret_that_the_project_lists_travels(project: Project) -> None:
    project.put("pyproject.toml", "[tool.deskstate.bundle]\nsecrets = ['.env']")
    project.put(".env")
    assert names(project, "open('.env')") == [".env"]


def test_the_project_lists_more_and_leaves_out(project: Project) -> None:
    project.put(
        "pyproject.toml", "[tool.deskstate.bundle]\ndata = ['*.txt', 'assets']\nleave-out = ['b.txt', 'assets/raw']"
    )
    for name in ("a.txt", "b.txt", "assets/x.png", "assets/raw/y.psd"):
        project.put(name)
    assert names(project, "") == ["a.txt", "assets/x.png"]


def test_an_entry_that_matches_nothing_is_named(project: Project) -> None:
    project.put("pyproject.toml", "[tool.deskstate.bundle]\ndata = ['asets']")
    with pytest.raises(Problem, match="`data` of the project names 'asets'"):
        names(project, "")


def test_nothing_far_away_travels(project: Project) -> None:
    (project.folder.parent.parent / "far.txt").write_text("")
    assert names(project, f"open('../../far.txt'), open({str(project.folder.parent.parent / 'far.txt')!r})") == []


def test_a_link_travels_under_its_own_name(project: Project) -> None:
    (project.folder.parent / "elsewhere.csv").write_text("")
    project.put("data/a.csv")
    (project.folder / "data" / "b.csv").symlink_to(project.folder.parent / "elsewhere.csv")
    (project.folder / "data" / "loop").symlink_to(project.folder)
    assert names(project, "from pathlib import Path\nPath('data')") == ["data/a.csv", "data/b.csv"]


def test_three_hundred_files_travel(project: Project) -> None:
    for number in range(300):
        project.put(f"tiles/{number}.txt")
    assert len(names(project, "from pathlib import Path\nPath('tiles')")) == 300
