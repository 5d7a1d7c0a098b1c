"""A window shows an object by reference: it changes when the fingerprint is another one, and only then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from deskstate.testing.window import AppWindow
from tests.shell.fresh import Fresh, rest

SCRIPT = """
    import deskstate as ds
    from tests.elements.boards import Boards, Sealed

    says = ds.text_input("Says")
    number = ds.number_input("Number", value=1)
    Boards(None).board(Sealed(says), number)
"""


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
