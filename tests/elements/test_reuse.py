"""A call with the same words draws the same element in every run, as long as nothing else depends on the run."""

from __future__ import annotations

import pytest

import deskstate as ds
from deskstate import errors
from tests.elements.scripts import App


def test_a_text_is_made_once(app: App) -> None:
    first = app(lambda: ds.text("a"))
    second = app(lambda: ds.text("a"))
    assert first[0] is second[0]
    assert app(lambda: ds.text("b"))[0] is not first[0]


def test_a_text_may_stand_in_two_places(app: App) -> None:
    def script() -> None:
        ds.text("a")
        ds.text("a").markdown("b")

    kinds = [element.properties.kind for element in app(script)]
    assert kinds == ["text", "markdown"]


def test_an_input_has_its_value_of_this_run(app: App) -> None:
    def script() -> None:
        ds.text_input("Name", "x", key="name")

    first = app(script)[0]
    second = app(script, entered={"name": "typed"})[0]
    assert second is first
    assert second.value == "typed"


def test_an_input_that_was_empty_has_its_default_again(app: App) -> None:
    """rule 4.10"""

    def empty() -> None:
        ds.session_state.amount = None
        ds.number_input("Amount", value=5, key="amount")

    def usual() -> None:
        ds.session_state.clear()
        ds.number_input("Amount", value=5, key="amount")

    assert app(empty)[0].default is None
    assert app(usual)[0].default == 5


def test_a_callback_belongs_to_the_call(app: App) -> None:
    """rule 6.5"""
    plain = app(lambda: ds.button("Go"))[0]
    hooked = app(lambda: ds.button("Go", on_click=print, args=(1,)))[0]
    assert hooked.callback is print
    assert hooked.args == (1,)
    assert app(lambda: ds.button("Go"))[0] is plain
    assert plain.callback is None


def test_the_same_input_twice_in_a_run_is_an_error(app: App) -> None:
    """rule 3.2"""
    app(lambda: ds.checkbox("Yes"))

    def twice() -> None:
        ds.checkbox("Yes")
        ds.checkbox("Yes")

    with pytest.raises(errors.DuplicateElementId):
        app(twice)
