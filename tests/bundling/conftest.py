"""What the tests of bundles share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bundling.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project, in a folder whose name is not plain."""
    folder = tmp_path / "Müllers app"
    folder.mkdir()
    return Project(folder)
