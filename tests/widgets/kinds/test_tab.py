"""A page behind a tab: made when it is opened, and nothing at all where nothing is inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.widgets.children import Window, block, empty, label, words_of
from tests.widgets.pages import bar_of, open_tab, tabs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_pages_are_made_when_they_are_opened(qtbot: QtBot) -> None:
    first, last = label("first"), label("last")
    child = tabs({"a": [first], "b": [last]})
    window = Window(qtbot, child)
    assert (first.realised, last.realised) == (True, False)
    open_tab(child, 1)
    window.rest()
    assert last.widget().isVisible()


def test_reveal_opens_the_tab(qtbot: QtBot) -> None:
    child = tabs({"a": [], "b": [label("two")]})
    window = Window(qtbot, child)
    child.native().reveal(child.children[1])  # type: ignore[attr-defined]
    window.rest()
    assert words_of(child.widget()) == ["two"]


def test_an_empty_page_takes_no_space(qtbot: QtBot) -> None:
    child = tabs({"a": [], "b": [label("in b")], "c": [empty()]})
    window = Window(qtbot, child)
    bar_px = bar_of(child).height() + 1
    assert window.place(child)[3] == bar_px
    open_tab(child, 1)
    window.rest()
    assert window.place(child)[3] > bar_px + 16
    open_tab(child, 2)
    window.rest()
    assert window.place(child)[3] == bar_px


def test_a_page_that_fills_up_gets_its_space(qtbot: QtBot) -> None:
    child = tabs({"a": []})
    window = Window(qtbot, child)
    bar_px = bar_of(child).height() + 1
    inside = block(40)
    child.children[0].arrange([inside])
    window.rest()
    assert window.place(child)[3] == bar_px + 16 + 40
    child.children[0].arrange([])
    window.rest()
    assert window.place(child)[3] == bar_px
