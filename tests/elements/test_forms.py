"""Forms: where they may stand, and whose keys are whose (section 8 of the rules)."""

from __future__ import annotations

from typing import Any

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import inputs, layout
from tests.elements.scripts import App


def test_a_form_is_a_container_that_its_elements_know(app: App) -> None:
    """Rule 8.14."""

    def script() -> None:
        with ds.form("f", clear_on_submit=True, border=False) as form:
            ds.columns(2)[0].text_input("a", key="a")
        form.container().checkbox("c", key="c")
        ds.checkbox("outside", key="o")

    (form, _) = app(script)
    assert form.properties == layout.Form("f", clear_on_submit=True, border=False)
    assert [app.element(key).around.form for key in "aco"] == ["f", "f", None]
    assert (app.state.page.forms, app.state.clearing) == ({"f"}, {"f"})


def test_a_submit_button_has_a_key_of_its_own(app: App) -> None:
    """Rules 2.7, 8.7."""
    seen: list[bool] = []

    def script() -> None:
        with ds.form("f"):
            seen.append(ds.form_submit_button("go"))

    app(script)
    assert app.state.visible() == {"FormSubmitter:f-go": False}
    app(script, clicked="FormSubmitter:f-go")
    assert seen == [False, True]
    assert app.element("FormSubmitter:f-go").properties == inputs.SubmitButton("go")


def test_two_submit_buttons_with_one_label_need_keys(app: App) -> None:
    """Rule 8.7."""

    def script() -> None:
        with ds.form("f"):
            ds.form_submit_button("go")
            ds.form_submit_button("go")

    with pytest.raises(errors.DuplicateElementKey, match="FormSubmitter:f-go"):
        app(script)


def test_a_submit_button_stands_in_a_form(app: App) -> None:
    """Rule 8.4."""
    with pytest.raises(errors.InvalidLayoutContextError, match=r"with ds\.form"):
        app(lambda: ds.form_submit_button("go"))


def test_a_form_cannot_stand_in_a_form(app: App) -> None:
    """Rule 8.4."""
    with pytest.raises(errors.InvalidLayoutContextError):
        app(lambda: ds.form("f").columns(2)[1].form("g"))


def test_a_container_from_outside_is_outside(app: App) -> None:
    """Rule 8.4."""

    def script() -> None:
        outside = ds.container()
        with ds.form("f"), outside:
            ds.button("b")
            ds.form("g")

    assert [element.properties.kind for element in app(script)] == ["container", "form"]


def test_the_sidebar_is_outside_of_every_form(app: App) -> None:
    """Rule 8.4."""

    def script() -> None:
        with ds.form("f"), ds.sidebar:
            ds.button("b")

    app(script)
    assert [element.around.form for element in app.sidebar] == [None]


def test_two_forms_with_one_key_are_refused(app: App) -> None:
    """Rule 8.5."""
    with pytest.raises(errors.DuplicateElementKey):
        app(lambda: [ds.form("f"), ds.form("f")])


def test_a_form_and_an_input_may_share_a_key(app: App) -> None:
    """Rule 3.3."""
    app(lambda: [ds.form("k"), ds.text_input("a", key="k")])


def test_a_forms_key_takes_no_assignment(app: App) -> None:
    """Rules 2.14, 4.6, 8.5."""

    def above() -> None:
        ds.session_state.f = 1
        ds.form("f")

    def below() -> None:
        ds.form("g")
        ds.session_state.g = 1

    with pytest.raises(errors.ValueAssignmentNotAllowedError):
        app(above)
    with pytest.raises(errors.WidgetAlreadyInstantiatedError):
        app(below)


@pytest.mark.parametrize("key", [1, None])
def test_a_forms_key_is_a_text(app: App, key: Any) -> None:
    """Rule 8.5."""
    with pytest.raises(errors.InvalidParameterTypeError):
        app(lambda: ds.form(key))


def test_only_the_submit_button_has_a_callback(app: App) -> None:
    """Rules 8.3, 8.12."""
    with pytest.raises(errors.InvalidFormCallbackError):
        app(lambda: ds.form("f").checkbox("a", on_change=print))
    app(lambda: ds.form("f").checkbox("a", on_change="ignore"))
    app(lambda: ds.form("f").form_submit_button("go", on_click=print))


def test_with_a_key_it_does_not_matter_where_an_input_stands(app: App) -> None:
    """Rule 3.7."""
    app(lambda: ds.text_input("a", key="a"))
    app(lambda: ds.form("f").text_input("a", key="a"), entered={"a": "x"})
    assert app.state.read("a") == "x"


def test_without_a_key_the_form_and_the_sidebar_make_two_inputs_of_it(app: App) -> None:
    """Rules 3.1, 3.2."""

    def script() -> None:
        ds.text_input("a")
        ds.sidebar.text_input("a")
        ds.form("f").text_input("a")
        ds.form("g").text_input("a")

    app(script)
    assert len(app.state.drawn) == 4
