"""Boxes, exceptions, progress, spinner and toasts."""

from __future__ import annotations

from typing import Any

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import status as records
from tests.elements.scripts import App


def test_boxes_have_four_levels(app: App) -> None:
    elements = app(lambda: [ds.success("a"), ds.info("a"), ds.warning("a"), ds.error("a", title="T")])
    assert [element.properties for element in elements] == [
        records.Alert("a", level="success"),
        records.Alert("a", level="info"),
        records.Alert("a", level="warning"),
        records.Alert("a", level="error", title="T"),
    ]


@pytest.mark.parametrize(
    ("body", "icon", "rest"),
    [
        *[("🚀 go", "🚀", "go"), ("👍🏽 - ok", "👍🏽", "ok"), (":material/home: in", ":material/home:", "in")],
        *[
            ("1 go", None, "1 go"),
            ("é go", None, "é go"),
            (":material/no_such_icon: x", None, ":material/no_such_icon: x"),
        ],
    ],
)
def test_an_icon_at_the_begin_of_the_body_becomes_the_boxes_icon(
    app: App, body: str, icon: str | None, rest: str
) -> None:
    (element,) = app(lambda: ds.info(body))
    assert element.properties == records.Alert(rest, icon=icon)


def test_an_icon_of_its_own_leaves_the_body_alone(app: App) -> None:
    (element,) = app(lambda: ds.info("🚀 go", icon="🎉"))
    assert element.properties == records.Alert("🚀 go", icon="🎉")


@pytest.mark.parametrize("icon", ["nonsense", ":rocket:", "🚀🚀", ":material/no_such_icon:"])
def test_a_wrong_icon_is_refused(app: App, icon: str) -> None:
    """Rule 22.3."""
    with pytest.raises(errors.APIException, match="is not a valid icon"):
        app(lambda: ds.info("a", icon=icon))


@pytest.mark.parametrize("icon", ["🚀", "🇩🇪", "👨‍👩‍👧", "1️⃣", "❤️", ":material/thumb_up:", "spinner", " 🚀 "])
def test_icons(app: App, icon: str) -> None:
    (element,) = app(lambda: ds.info("a", icon=icon))
    assert element.properties == records.Alert("a", icon=icon.strip())


def test_an_exception_is_drawn_with_the_scripts_own_lines(app: App) -> None:
    """Rule 19.6."""

    def script() -> None:
        try:
            raise KeyError("k")
        except KeyError as error:
            ds.exception(error, width=300)

    (element,) = app(script)
    record = element.properties
    assert isinstance(record, records.Traceback)
    assert (record.type_name, record.width, len(record.frames)) == ("KeyError", 300, 1)


@pytest.mark.parametrize(
    ("value", "percent"),
    [(0, 0), (50, 50), (100, 100), (0.0, 0), (0.5, 50), (1.0, 100), (0.333, 33), (1.0 + 1e-10, 100)],
)
def test_progress_counts_to_100_in_ints_and_to_1_in_floats(app: App, value: float, percent: int) -> None:
    """Rule 21.17."""
    (element,) = app(lambda: ds.progress(value, "t"))
    assert element.properties == records.Progress(percent, text="t")


@pytest.mark.parametrize("value", [-1, 101, -0.1, 1.1])
def test_progress_out_of_range_is_refused(app: App, value: float) -> None:
    """Rule 21.17."""
    with pytest.raises(errors.ValueOutOfRangeError):
        app(lambda: ds.progress(value))


@pytest.mark.parametrize("value", ["x", None, True])
def test_progress_of_something_else_is_refused(app: App, value: Any) -> None:
    """Rule 21.17."""
    with pytest.raises(errors.InvalidParameterTypeError):
        app(lambda: ds.progress(value))


def test_progress_moves_in_its_place_and_can_be_taken_away(app: App) -> None:
    """Rule 11.6."""

    def script() -> None:
        bar = ds.progress(0)
        ds.text("below")
        bar.progress(50, "half")
        if ds.session_state.get("done"):
            bar.empty()

    assert app(script)[0].properties == records.Progress(50, text="half")
    app.state.entries["done"] = True
    assert app(script)[0].properties == records.Empty()


def test_a_spinner_stands_there_while_its_block_runs(app: App) -> None:
    """Rule 16.10."""
    seen: list[str] = []

    def script() -> None:
        with ds.spinner("wait", show_time=True):
            ds.text("in")
            seen.extend(element.properties.kind for element in app.main)

    assert [element.properties.kind for element in app(script)] == ["empty", "text"]
    assert seen == ["spinner", "text"]


def test_a_spinner_goes_when_its_block_raises(app: App) -> None:
    """Rule 16.10."""

    def script() -> None:
        with ds.spinner():
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        app(script)
    assert [element.properties.kind for element in app.main] == ["empty"]


def test_a_spinner_in_a_place_for_one_element_gives_way(app: App) -> None:
    def script() -> None:
        with ds.empty(), ds.spinner():
            ds.text("now")

    assert [element.properties.kind for element in app(script)] == ["text"]


def test_toasts_are_numbered_so_that_equal_words_are_new_ones(app: App) -> None:
    """Rule 22.7."""

    def script() -> None:
        ds.toast("a", icon="🎉", duration="long")
        ds.sidebar.toast("a", duration=7)
        with ds.container():
            ds.toast("a", duration="infinite")

    app(script)
    assert app.toasts == [
        records.Toast("a", icon="🎉", duration_s=10.0, serial=1001),
        records.Toast("a", duration_s=7.0, serial=1002),
        records.Toast("a", duration_s=None, serial=1003),
    ]
    app(script)
    assert [toast.serial for toast in app.toasts] == [2001, 2002, 2003]


def test_a_toast_is_changed_by_its_handle(app: App) -> None:
    app(lambda: ds.toast("a").toast("b").toast("c"))
    assert app.toasts == [records.Toast("c", serial=1001)]


@pytest.mark.parametrize("duration", ["forever", 0, -1, 1.5])
def test_a_wrong_duration_is_refused(app: App, duration: Any) -> None:
    with pytest.raises(errors.ValueError, match="duration"):
        app(lambda: ds.toast("a", duration=duration))


def test_a_toast_needs_a_message(app: App) -> None:
    with pytest.raises(errors.MissingRequiredParameterError):
        app(lambda: ds.toast(""))
