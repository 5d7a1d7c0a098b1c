"""A window shows an object by reference: it changes when the fingerprint is another one, and only then."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType

import pytest
from PySide6.QtWidgets import QLabel

from deskstate.testing.window import AppWindow
from deskstate_widgets.native import Host, Native
from tests.elements import boards
from tests.shell.fresh import Fresh, rest

SCRIPT = """
    import deskstate as ds
    from tests.elements.boards import Boards, Sealed

    says = ds.text_input("Says")
    number = ds.number_input("Number", value=1)
    Boards(None).board(Sealed(says), number)
"""


class Board(Native[boards.Board]):
    """Shows what the object says."""

    def __init__(self, properties: boards.Board, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QLabel(properties.data.object.says)
        self.label = self.widget

    def update(self, new: boards.Board, old: boards.Board) -> None:
        self.label.setText(new.data.object.says)


@pytest.fixture(autouse=True)
def _board(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("deskstate_widgets.board")
    module.Board = Board  # type: ignore[attr-defined] # so the window finds it
    monkeypatch.setitem(sys.modules, module.__name__, module)


def says(window: AppWindow) -> str:
    label = next(live.widget() for live in window.lives() if live.properties.kind == "board")
    assert isinstance(label, QLabel)
    return label.text()


def test_it_is_passed_while_the_fingerprint_is_the_same(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(SCRIPT)
    window.find(label="Says").type("two").press("Return").wait()
    assert says(window) == ""


def test_it_is_updated_when_the_fingerprint_is_another(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(SCRIPT)
    window.find(label="Says").type("two").press("Return").wait()
    window.find(label="Number").press("Up").press("Return").wait()
    assert says(window) == "two"
    rest(window.window)
    fresh = Fresh(window.window)
    try:
        assert fresh.difference() == ""
    finally:
        fresh.close()
