"""Where an app keeps its files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deskstate import folders

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere the environment does not decide"
)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv(folders.APP_NAME, raising=False)
    monkeypatch.delenv(folders.SCRIPT, raising=False)


def test_the_script_names_the_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(folders.SCRIPT, "/home/me/budget.py")
    assert folders.data_folder() == tmp_path / "data" / "budget"
    assert folders.log_folder() == tmp_path / "state" / "budget" / "log"
    assert folders.data_folder().is_dir()


def test_a_bundle_names_them_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(folders.SCRIPT, "/opt/x/_internal/app/app.py")
    monkeypatch.setenv(folders.APP_NAME, "Our Budget")
    assert folders.data_folder() == tmp_path / "data" / "Our Budget"
