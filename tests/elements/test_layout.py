"""Containers (section 11 of the rules)."""

from __future__ import annotations

from typing import Any

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.element import Element
from deskstate.core.properties import layout
from tests.elements.scripts import App


def outline(elements: list[Element] | None) -> list[Any]:
    """Kinds of elements, with a list after each container."""
    found: list[Any] = []
    for element in elements or []:
        found.append(getattr(element.properties, "body", None) or element.properties.kind)
        if element.children is not None:
            found.append(outline(element.children))
    return found


def test_with_blocks_nest_and_end(app: App) -> None:
    """Rules 11.1, 11.2, 11.4."""

    def script() -> None:
        top = ds.container()
        with ds.container() as middle:
            ds.text("1")
            with ds.expander("e"):
                top.text("2")
                ds.text("3")
            middle.text("4")
        ds.text("5")
        with top:
            ds.text("6")

    assert outline(app(script)) == ["container", ["2", "6"], "container", ["1", "expander", ["3"], "4"], "5"]


def test_the_target_comes_back_after_an_error(app: App) -> None:
    """Rule 11.1."""

    def script() -> None:
        with pytest.raises(ZeroDivisionError), ds.container():
            raise ZeroDivisionError
        ds.text("root")

    assert outline(app(script)) == ["container", [], "root"]


def test_the_sidebar_is_the_one_of_the_run(app: App) -> None:
    """Rule 11.3."""

    def script() -> None:
        with ds.container():
            ds.sidebar.text("1")
            with ds.sidebar:
                ds.text("2")
                inside = ds.container()
        inside.text("3")

    for _ in range(2):
        assert outline(app(script)) == ["container", []]
        assert outline(app.sidebar) == ["1", "2", "container", ["3"]]


def test_a_place_for_one_element(app: App) -> None:
    """Rule 11.5."""

    def script() -> None:
        first = ds.empty()
        first.text("1")
        first.title("2")
        with ds.empty():
            ds.text("3")
            ds.text("4")
        several = ds.empty().container()
        several.text("5")
        several.text("6")
        again = ds.empty()
        again.columns(2)[1].text("7")
        again.text("8")
        ds.empty().text("9").empty()

    assert outline(app(script)) == ["2", "4", "container", ["5", "6"], "8", "empty"]


def test_an_input_that_was_replaced_keeps_its_identity(app: App) -> None:
    """Rule 11.5."""

    def script() -> None:
        place = ds.empty()
        place.text_input("a", key="a")
        place.text("b")
        ds.text_input("a")
        place.text_input("a")

    with pytest.raises(errors.DuplicateElementId):
        app(script)
    assert app.state.read("a") == ""


def test_columns_share_the_width_by_their_weights(app: App) -> None:
    """Rule 11.9."""
    (row,) = app(lambda: ds.columns([3, 1], gap="large", vertical_alignment="center", border=True))
    assert row.properties == layout.Columns(gap_px=64)
    assert [column.properties for column in row.children or []] == [
        layout.Column(weight=weight, vertical_alignment="center", border=True, gap_px=64) for weight in (0.75, 0.25)
    ]


@pytest.mark.parametrize(
    ("spec", "error"),
    [
        *[(0, errors.InvalidColumnSpecError), (-1, errors.InvalidColumnSpecError), ([], errors.InvalidColumnSpecError)],
        *[([1, 0], errors.InvalidColumnSpecError), ("ab", errors.InvalidParameterTypeError)],
        *[(1.5, errors.InvalidParameterTypeError), (None, errors.InvalidParameterTypeError)],
    ],
)
def test_a_wrong_spec_is_refused(app: App, spec: Any, error: type[Exception]) -> None:
    """Rule 11.9."""
    with pytest.raises(error):
        app(lambda: ds.columns(spec))


def test_wrong_columns_leave_nothing_behind(app: App) -> None:
    with pytest.raises(errors.ValueError, match="vertical_alignment"):
        app(lambda: ds.columns(2, vertical_alignment="middle"))  # type: ignore[arg-type] # on purpose
    assert app.main == []


@pytest.mark.parametrize(("gap", "px"), [("small", 16), ("XXLarge", 128), (None, 0), (5, 5), (0, 0)])
def test_gaps_have_names(app: App, gap: Any, px: int) -> None:
    (element,) = app(lambda: ds.container(gap=gap))
    assert element.properties == layout.Container(gap_px=px)


@pytest.mark.parametrize("gap", ["huge", -1, 1.5, [], True])
def test_a_wrong_gap_is_refused(app: App, gap: Any) -> None:
    with pytest.raises(errors.ValueError, match="gap"):
        app(lambda: ds.container(gap=gap))


def test_a_container_with_a_height_has_a_frame(app: App) -> None:
    elements = app(
        lambda: [ds.container(height=200), ds.container(height=200, border=False), ds.container(border=True)]
    )
    assert [element.properties for element in elements] == [
        layout.Container(height=200, border=True),
        layout.Container(height=200),
        layout.Container(border=True),
    ]


def test_a_row_of_elements(app: App) -> None:
    words: dict[str, Any] = {"horizontal": True, "wrap": False, "horizontal_alignment": "distribute"}
    (element,) = app(lambda: ds.container(**words, vertical_alignment="bottom"))
    assert element.properties == layout.Container(**words, vertical_alignment="bottom")
    with pytest.raises(errors.IncompatibleParametersError):
        app(lambda: ds.container(wrap=False))


def test_a_containers_key_is_no_entry(app: App) -> None:
    """Rule 3.3."""

    def script() -> None:
        ds.container(key="a")
        ds.expander("e", key="b")
        ds.tabs(["t"], key="c")
        ds.session_state.a = 1

    assert [element.key for element in app(script)] == ["a", "b", "c"]
    assert app.state.visible() == {"a": 1}


def test_whether_an_expander_is_open_is_the_windows_business(app: App) -> None:
    """Rule 11.10."""
    seen: list[bool | None] = []
    (element,) = app(lambda: seen.append(ds.expander("e", True, icon="🎉", type="step").open))
    assert element.properties == layout.Expander("e", expanded=True, icon="🎉", type="step")
    assert (seen, element.id, element.value) == ([None], None, None)


def test_an_expander_may_be_tracked(app: App) -> None:
    """Rules 11.10, 4.7."""
    seen: list[tuple[object, object]] = []

    def script() -> None:
        expander = ds.expander("e", key="e", on_change="rerun")
        seen.append((expander.open, ds.session_state.e))

    (element,) = app(script)
    assert (element.value, element.children) == (False, [])
    app(script, entered={"e": True})
    app.state.assigned["e"] = False
    app(script)
    assert seen == [(False, False), (True, True), (False, False)]


def test_tabs_are_containers_of_which_one_is_open(app: App) -> None:
    """Rule 11.10."""
    seen: list[bool | None] = []

    def script() -> None:
        for tab in ds.tabs(["a", "b"], default="b", height=200):
            tab.text("in")
            seen.append(tab.open)

    (tabs,) = app(script)
    assert tabs.properties == layout.Tabs(default=1, height=200)
    assert outline(app.main) == ["tabs", ["tab", ["in"], "tab", ["in"]]]
    assert seen == [None, None]


def test_tabs_may_be_tracked(app: App) -> None:
    """Rule 11.10."""
    seen: list[list[bool | None]] = []

    def script(labels: list[str]) -> None:
        seen.append([tab.open for tab in ds.tabs(labels, default="b", key="t", on_change=print)])

    (element,) = app(lambda: script(["a", "b"]))
    assert (element.value, element.callback) == ("b", print)
    app(lambda: script(["a", "b"]), entered={"t": "a"})
    assert app.state.visible() == {"t": "a"}
    app.state.assigned["t"] = "gone"
    app(lambda: script(["a", "b"]))
    assert app.state.visible() == {"t": "b"}
    assert seen == [[False, True], [True, False], [False, True]]


def test_another_label_makes_another_expander(app: App) -> None:
    """Rule 3.6."""
    app(lambda: ds.expander("e", key="e", on_change="rerun"))
    app(lambda: ds.expander("f", key="e", on_change="rerun"), entered={"e": True})
    assert app.state.read("e") is False


@pytest.mark.parametrize(
    ("tabs", "default", "error"),
    [
        ([], None, errors.MissingRequiredParameterError),
        (["a"], "b", errors.ValueError),
        (["a", 5], None, errors.InvalidParameterTypeError),
    ],
)
def test_wrong_tabs_are_refused(app: App, tabs: Any, default: str | None, error: type[Exception]) -> None:
    with pytest.raises(error):
        app(lambda: ds.tabs(tabs, default=default))


def test_in_a_form_no_container_has_a_callback(app: App) -> None:
    """Rules 8.3, 8.12."""
    with pytest.raises(errors.InvalidFormCallbackError):
        app(lambda: ds.form("f").expander("e", on_change=print))
    app(lambda: ds.form("f").expander("e", on_change="rerun"))


@pytest.mark.parametrize(
    "words", [{"on_change": None}, {"on_change": "later"}, {"type": "huge"}, {"label": None}, {"bind": "query-params"}]
)
def test_other_words_are_refused(app: App, words: dict[str, Any]) -> None:
    defaults: dict[str, Any] = {"label": "e"}
    with pytest.raises(errors.APIException):
        app(lambda: ds.expander(**defaults | words))
