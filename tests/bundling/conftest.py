"""What the tests of bundles share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bundling import bare_root as bare_roots
from tests.bundling.bundles import Build, bundle
from tests.bundling.project import Project
from tests.bundling.screen import Screen, missing_tools


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project, in a folder whose name is not plain."""
    folder = tmp_path / "Müllers app"
    folder.mkdir()
    return Project(folder)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds a script once."""
    programs: dict[tuple[Path, tuple[str, ...]], Path] = {}

    def build(script: Path, *options: str) -> Path:
        wanted = (script, options)
        if wanted not in programs:
            output = tmp_path_factory.mktemp("bundles")
            done = bundle(script, output, *options)
            assert done.returncode == 0, done.stdout + done.stderr
            [made] = output.iterdir()
            programs[wanted] = made / made.name if made.is_dir() else made
        return programs[wanted]

    return build


@pytest.fixture
def screen() -> Iterator[Screen]:
    """An X server of its own."""
    missing = missing_tools()
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with Screen() as screen:
        yield screen


@pytest.fixture(scope="session")
def bare_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bare_roots.BareRoot]:
    """A system without Python."""
    try:
        with bare_roots.bare_root(tmp_path_factory.mktemp("system") / "root") as root:
            yield root
    except bare_roots.NoRootError as reason:
        pytest.skip(str(reason))
