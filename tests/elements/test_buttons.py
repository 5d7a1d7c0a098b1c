"""Buttons: true for one run (section 7 of the rules)."""

from __future__ import annotations

from typing import Any

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import inputs
from tests.elements.scripts import App


def test_a_button_is_true_in_the_run_of_its_click_only(app: App) -> None:
    """Rules 7.1, 7.5."""
    seen: list[tuple[bool, bool]] = []

    def script() -> None:
        seen.append((ds.button("b", "b"), ds.session_state.b))

    app(script)
    app(script, clicked="b")
    app(script)
    assert seen == [(False, False), (True, True), (False, False)]


def test_the_callback_has_the_arguments_of_the_last_draw(app: App) -> None:
    """Rule 6.5."""
    app(lambda: ds.button("b", "b", on_click=print, args=["x"], kwargs={"end": ""}))
    element = app.element("b")
    assert (element.callback, element.args, element.kwargs, element.trigger) == (print, ("x",), {"end": ""}, True)


def test_only_a_person_can_press_a_button(app: App) -> None:
    """Rule 4.6."""

    def script() -> None:
        ds.session_state.b = True
        ds.button("b", "b")

    with pytest.raises(errors.ValueAssignmentNotAllowedError, match="'b'"):
        app(script)


def test_an_entry_from_before_the_button_existed_is_returned_once(app: App) -> None:
    """Rule 4.8."""
    seen: list[object] = []

    def script() -> None:
        if "ran" not in ds.session_state:
            ds.session_state.update(ran=True, b="hello")
        else:
            seen.append(ds.button("b", "b"))

    for _ in range(3):
        app(script)
    assert seen == ["hello", False]


def test_two_buttons_that_differ_in_nothing_are_refused(app: App) -> None:
    """Rule 3.2."""
    with pytest.raises(errors.DuplicateElementId):
        app(lambda: [ds.button("b"), ds.button("b", disabled=True)])
    app(lambda: [ds.button("b"), ds.button("b", help="h"), ds.button("b", type="primary")])


def test_a_button_cannot_stand_in_a_form(app: App) -> None:
    """Rule 8.4."""
    with pytest.raises(errors.InvalidLayoutContextError, match="form_submit_button"):
        app(lambda: ds.form("f").container().button("b"))


def test_nor_can_one_with_a_callback(app: App) -> None:
    """Rule 8.3."""

    def script() -> None:
        with ds.form("f"):
            ds.button("a", on_click=print)

    with pytest.raises(errors.InvalidFormCallbackError):
        app(script)


@pytest.mark.parametrize(
    ("shortcut", "spelled"),
    [
        *[("Ctrl+K", "ctrl+k"), ("cmd+shift+k", "ctrl+shift+k"), ("Shift + Enter", "shift+enter"), ("F5", "f5")],
        *[("a", "a"), ("Option+Esc", "alt+escape"), ("Mod+ArrowUp", "ctrl+up"), ("ctrl+ctrl+1", "ctrl+1")],
    ],
)
def test_shortcuts_have_one_spelling(app: App, shortcut: str, spelled: str) -> None:
    """Rule 7.8."""
    (element,) = app(lambda: ds.button("b", shortcut=shortcut))
    assert element.properties == inputs.Button("b", shortcut=spelled)


@pytest.mark.parametrize("shortcut", ["", "Ctrl", "C", "Ctrl+R", "Hyper+X", "a+b", "nonsense", 5])
def test_what_cannot_be_pressed_is_no_shortcut(app: App, shortcut: Any) -> None:
    """Rule 7.8."""
    with pytest.raises(errors.APIException, match="shortcut"):
        app(lambda: ds.button("b", shortcut=shortcut))


@pytest.mark.parametrize("on_click", ["rerun", "ignore", 5])
def test_a_click_calls_functions_only(app: App, on_click: Any) -> None:
    with pytest.raises(errors.APIException, match="on_click"):
        app(lambda: ds.button("b", on_click=on_click))


def test_the_former_name_of_the_width_is_understood(app: App) -> None:
    elements = app(lambda: [ds.button("a", use_container_width=True), ds.button("b", use_container_width=False)])
    assert [element.properties for element in elements] == [inputs.Button("a", width="stretch"), inputs.Button("b")]


def test_a_disabled_button_is_not_pressed(app: App) -> None:
    """Rules 4.9, 7.8."""
    seen: list[bool] = []
    app(lambda: ds.button("b", "b"))
    app(lambda: seen.append(ds.button("b", "b", disabled=True)), clicked="b")
    assert seen == [False]
