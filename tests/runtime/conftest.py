"""What the tests of the runtime share."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.runtime.apps import App, Gate


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """A gate that scripts find as `builtins.gate`."""
    gate = Gate()
    monkeypatch.setattr(builtins, "gate", gate, raising=False)
    return gate


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[str], App]]:
    """Makes an app of a source; nothing has run yet."""
    apps: list[App] = []

    def make(source: str) -> App:
        path = tmp_path / "app.py"
        path.write_text(f"import deskstate as ds\n{source}")
        apps.append(App(path))
        return apps[-1]

    yield make
    for app in apps:
        app.runner.close()
