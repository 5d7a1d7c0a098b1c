"""Check boxes and switches (rule 21.11), and what all inputs have in common."""

from __future__ import annotations

from typing import Any

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import inputs
from tests.elements.scripts import App


def test_the_default_counts_until_a_person_changes_it(app: App) -> None:
    """Rules 4.1, 4.3, 4.5, 21.11."""
    seen: list[bool] = []
    app(lambda: seen.append(ds.checkbox("a", True, key="a")))
    app(lambda: seen.append(ds.checkbox("a", True, key="a")), entered={"a": False})
    app(lambda: seen.append(ds.checkbox("a", True, key="a")))
    assert seen == [True, False, False]


def test_without_a_key_every_visible_parameter_makes_another_input(app: App) -> None:
    """Rules 3.4, 3.5."""
    variants: list[dict[str, Any]] = [{}, {"value": True}, {"help": "h"}, {"width": 100}, {"wrap": False}]
    app(lambda: [ds.toggle("a", **variant) for variant in variants])
    assert len(app.state.drawn) == len(variants)


@pytest.mark.parametrize(
    "same", [{"disabled": True}, {"label_visibility": "hidden"}, {"on_change": print}, {"args": (1,)}]
)
def test_what_cannot_be_seen_makes_no_other_input(app: App, same: dict[str, Any]) -> None:
    """Rules 3.2, 3.4."""
    with pytest.raises(errors.DuplicateElementId, match="`toggle`"):
        app(lambda: [ds.toggle("a"), ds.toggle("a", **same)])


def test_with_a_key_only_the_key_counts(app: App) -> None:
    """Rules 3.6, 3.7."""
    seen: list[bool] = []
    app(lambda: ds.toggle("a", key="k"))
    app(lambda: seen.append(ds.sidebar.toggle("b", False, "k", "help", width=100)), entered={"k": True})
    assert seen == [True]


def test_another_kind_under_the_same_key_is_another_input(app: App) -> None:
    """Rule 3.9."""
    seen: list[object] = []
    app(lambda: ds.toggle("a", True, key="k"))
    app(lambda: seen.append(ds.text_input("a", "d", key="k")))
    assert seen == ["d"]


def test_one_key_is_for_one_element(app: App) -> None:
    """Rule 3.3."""
    for script in (
        lambda: [ds.toggle("a", key="k"), ds.checkbox("b", key="k")],
        lambda: [ds.toggle("a", key=5), ds.container(key="5")],
        lambda: [ds.expander("a", key="k"), ds.toggle("a", key="k")],
    ):
        with pytest.raises(errors.DuplicateElementKey):
            app(script)


def test_keys_are_texts_and_some_are_reserved(app: App) -> None:
    """Rules 2.3, 2.5."""
    app(lambda: ds.checkbox("a", key=5))
    assert app.state.visible() == {"5": False}
    with pytest.raises(errors.ValueError, match="non-empty"):
        app(lambda: ds.checkbox("a", key=""))
    with pytest.raises(errors.APIException, match="reserved"):
        app(lambda: ds.checkbox("a", key="$$ID-x"))


@pytest.mark.parametrize(("assigned", "next_run"), [(True, True), (5, True), (0, False)])
def test_code_may_assign_booleans_and_ints(app: App, assigned: object, next_run: object) -> None:
    """Rules 2.13, 4.10."""
    seen: list[object] = []

    def script() -> None:
        if not seen:
            ds.session_state.a = assigned
        seen.append(ds.checkbox("a", key="a"))

    app(script)
    assert app.shown("a") is bool(assigned)
    app(script)
    assert [repr(each) for each in seen] == [repr(assigned), repr(next_run)]


@pytest.mark.parametrize("assigned", ["x", None, 1.5, []])
def test_code_may_assign_nothing_else(app: App, assigned: object) -> None:
    """Rule 4.10: refused in the run that assigns it, and as it is in the next."""
    seen: list[object] = []

    def script() -> None:
        if "once" not in ds.session_state:
            ds.session_state.update(once=True, a=assigned)
        seen.append(ds.checkbox("a", key="a"))

    with pytest.raises(errors.InvalidParameterTypeError):
        app(script)
    assert app.main == []
    app(script)
    assert seen == [assigned]


def test_a_disabled_input_takes_nothing_from_the_window(app: App) -> None:
    """Rule 4.9."""
    seen: list[bool] = []
    app(lambda: ds.checkbox("a", key="a"))
    app(lambda: seen.append(ds.checkbox("a", key="a", disabled=True)), entered={"a": True})
    assert seen == [False]
    assert app.main[0].disabled


@pytest.mark.parametrize(("on_change", "quiet"), [("rerun", False), (None, False), ("ignore", True)])
def test_a_change_may_wait_for_the_next_run(app: App, on_change: Any, quiet: bool) -> None:
    """Rule 4.18."""
    (element,) = app(lambda: ds.checkbox("a", on_change=on_change))
    assert (element.quiet, element.callback) == (quiet, None)


def test_another_word_for_on_change_is_refused(app: App) -> None:
    with pytest.raises(errors.ValueError, match="on_change"):
        app(lambda: ds.checkbox("a", on_change="later"))  # type: ignore[arg-type] # on purpose


def test_bind_is_refused_with_a_way_out(app: App) -> None:
    with pytest.raises(errors.APIException, match=r"ds\.session_state"):
        app(lambda: ds.checkbox("a", key="a", bind="query-params"))


def test_a_value_may_outlive_its_input(app: App) -> None:
    """Rules 5.5, 5.9."""
    seen: list[bool] = []
    app(lambda: ds.checkbox("a", key="a", persist_state="session"))
    app(lambda: ds.checkbox("a", key="a", persist_state="session"), entered={"a": True})
    app(lambda: None)
    app(lambda: seen.append(ds.checkbox("a", key="a", persist_state="session")))
    assert seen == [True]


@pytest.mark.parametrize(("persist_state", "key"), [("ever", "a"), ("page", None)])
def test_to_outlive_an_input_a_value_needs_a_key_and_a_word(app: App, persist_state: Any, key: str | None) -> None:
    """Rule 5.9."""
    with pytest.raises(errors.APIException):
        app(lambda: ds.checkbox("a", key=key, persist_state=persist_state))
    assert app.state.visible() == {}


def test_a_default_that_an_entry_overrules_is_told_once(app: App, caplog: pytest.LogCaptureFixture) -> None:
    """Rule 4.4."""

    def script() -> None:
        for key in "ab":
            ds.session_state[key] = False
            ds.checkbox(key, True, key=key)

    app(script)
    app(script)
    assert [record.getMessage()[:45] for record in caplog.records] == ["The widget with key 'a' has a default of its "]


def test_a_trivial_default_is_not_told(app: App, caplog: pytest.LogCaptureFixture) -> None:
    """Rule 4.4."""

    def script() -> None:
        ds.session_state.update(a=True, b="x", c=5, d="y", e=["y"], f=5.0)
        ds.checkbox("a", key="a")
        ds.text_input("b", key="b")
        ds.number_input("c", 0, key="c")
        ds.selectbox("d", ["x", "y"], key="d")
        ds.multiselect("e", ["x", "y"], key="e")
        ds.slider("f", 0.0, 9.0, key="f")

    app(script)
    assert caplog.records == []


def test_an_empty_label_is_told(app: App, caplog: pytest.LogCaptureFixture) -> None:
    elements = app(lambda: [ds.toggle(""), ds.checkbox(None)])  # type: ignore[arg-type] # on purpose
    assert [element.properties for element in elements] == [inputs.Toggle(""), inputs.Checkbox("")]
    assert "empty label" in caplog.text
