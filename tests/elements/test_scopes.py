"""A fragment draws its elements again without the page: what belongs to the page stands meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.around import Around
from deskstate.core.cursor import current
from deskstate.core.element import Element
from deskstate.core.properties.layout import Container
from deskstate.elements.place import Place
from tests.elements.scripts import App

TWICE: list[tuple[Callable[[Place], object], type[Exception]]] = [
    (lambda place: place.checkbox("a"), errors.DuplicateElementId),
    (lambda place: place.text_input("a", key="a"), errors.DuplicateElementKey),
    (lambda place: place.container(key="b"), errors.DuplicateElementKey),
    (lambda place: place.form("f"), errors.DuplicateElementKey),
]
"""What the page has drawn, and what says so."""


def fragment(name: str = "f") -> Place:
    """A container of a fragment."""
    run = current()
    run.state.open_fragment(name)
    box = Element(Container(), around=Around(fragment=name), children=[], run=run.number)
    assert run.main.children is not None
    run.main.children.append(box)
    return Place((box, -1))


def test_what_the_page_has_drawn_stands_while_a_fragment_draws_other_widgets(app: App) -> None:
    app(lambda: [ds.text_input("a", key="a"), fragment().checkbox("b", key="b"), fragment("g").checkbox("c", key="c")])
    app(lambda: fragment().checkbox("d", key="d"), entered={"a": "x", "b": True, "c": True}, ran={"f"})
    assert app.state.visible() == {"a": "x", "c": True, "d": False}
    assert [element.key for element in app.state.drawn.values()] == ["a", "c", "d"]


def test_a_run_of_the_page_forgets_the_widgets_of_fragments_too(app: App) -> None:
    """Rule 5.1."""
    app(lambda: [fragment().checkbox("a", key="a"), fragment("g").checkbox("b", key="b")])
    app(lambda: fragment("g").checkbox("b", key="b"))
    assert app.state.visible() == {"b": False}


@pytest.mark.parametrize(("draw", "error"), TWICE)
def test_what_stands_is_not_drawn_twice(app: App, draw: Callable[[Place], object], error: type[Exception]) -> None:
    """Rules 3.2, 3.3."""

    def page() -> None:
        ds.checkbox("a")
        ds.text_input("a", key="a")
        ds.container(key="b")
        ds.form("f")

    app(page)
    with pytest.raises(error):
        app(lambda: draw(fragment()), ran={"f"})


def test_a_fragment_draws_its_own_widgets_again(app: App) -> None:
    def body() -> None:
        place = fragment()
        place.checkbox("a")
        place.container(key="b")
        place.form("f").text_input("a", key="a")

    app(body)
    app(body, ran={"f"})
    assert len(app.state.drawn) == 2


def test_a_fragment_sets_a_widget_of_the_page_and_none_that_it_has_drawn_itself(app: App) -> None:
    """Rule 2.14."""

    def set_both() -> None:
        fragment().text_input("b", key="b")
        ds.session_state.a = "set"
        ds.session_state.b = "set"

    app(lambda: ds.text_input("a", key="a"))
    with pytest.raises(errors.WidgetAlreadyInstantiatedError, match="'b'"):
        app(set_both, ran={"f"})
    app(lambda: ds.text_input("a", key="a"))
    assert app.shown("a") == "set"


def test_what_a_run_of_the_page_has_not_reached_stays_after_that_of_a_fragment(app: App) -> None:
    """Its end says nothing about the page, which still shows both."""

    def stopped() -> None:
        ds.checkbox("a", key="a")
        raise errors.StopRun

    app(lambda: [ds.checkbox("a", key="a"), ds.checkbox("b", key="b"), fragment().checkbox("c", key="c")])
    with pytest.raises(errors.StopRun):
        app(stopped)
    app(lambda: fragment().checkbox("d", key="d"), ran={"f"})
    assert app.state.visible() == {"a": False, "b": False, "d": False}
    assert [element.key for element in app.state.known.values()] == ["a", "b", "d"]
