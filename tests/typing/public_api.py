"""The types of the public names, as type checkers see them: checked by mypy and pyright, never executed.

No Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, Literal, assert_type

import deskstate as ds
from deskstate import errors
from deskstate.elements.place import ExpanderContainer, Place, TabContainer


class Colour(Enum):
    """Options of a choice."""

    RED = 1
    BLUE = 2


def texts() -> None:
    """Commands that draw answer with their place; `write` with nothing."""
    assert_type(ds.text("a"), Place)
    assert_type(ds.markdown(5).title("b").caption("c"), Place)
    assert_type(ds.header("h", divider=True), Place)
    assert_type(ds.subheader("h", False, divider="rainbow"), Place)
    assert_type(ds.code("x", None), Place)
    assert_type(ds.divider(), Place)
    assert_type(ds.metric("m", 5, -1, "inverse"), Place)
    assert_type(ds.json({}, expanded=2), Place)
    assert_type(ds.write("a", 5), None)


def toggles() -> None:
    """Booleans."""
    assert_type(ds.button("a", on_click=print, args=("x",)), bool)
    assert_type(ds.form_submit_button(), bool)
    assert_type(ds.checkbox("a", on_change="ignore"), bool)
    assert_type(ds.toggle("a", True, "key"), bool)


def fields(text: str | None) -> None:
    """Without a text at first there may be none later."""
    assert_type(ds.text_input("a"), str)
    assert_type(ds.text_input("a", "b", 5, "key", "password"), str)
    assert_type(ds.text_input("a", None), str | None)
    assert_type(ds.text_input("a", text), str | None)
    assert_type(ds.text_area("a"), str)
    assert_type(ds.text_area("a", value=None, height="content"), str | None)


def numbers(step: float) -> None:
    """Ints give ints, floats floats; without a number at first there may be none later (rule 21.2)."""
    assert_type(ds.number_input("a"), float)
    assert_type(ds.number_input("a", 0, 10), int)
    assert_type(ds.number_input("a", 0, 10, 5, 1, "%d", "key"), int)
    assert_type(ds.number_input("a", value=5), int)
    assert_type(ds.number_input("a", max_value=5), int)
    assert_type(ds.number_input("a", step=1), int)
    assert_type(ds.number_input("a", 0.0, 1.0), float)
    assert_type(ds.number_input("a", value=0.5, step=step), float)
    assert_type(ds.number_input("a", min_value=0.0, format="%.3f", disabled=True), float)
    assert_type(ds.number_input("a", value=None), float | None)
    assert_type(ds.number_input("a", 0, 10, None), int | None)
    assert_type(ds.number_input("a", 0, value=None), int | None)
    assert_type(ds.number_input("a", value=None, step=1), int | None)
    assert_type(ds.number_input("a", 0.0, 1.0, None), float | None)


def sliders(day: date, moment: datetime, clock: time) -> None:
    """The value says what the scale is of; two of it make a range (rule 21.3)."""
    assert_type(ds.slider("a"), int)
    assert_type(ds.slider("a", 0, 10), int)
    assert_type(ds.slider("a", 0, 10, 5, 1, "%d km"), int)
    assert_type(ds.slider("a", value=0.5), float)
    assert_type(ds.slider("a", 0.0, 1.0, 0.5, 0.1), float)
    assert_type(ds.slider("a", 0, 10, (2, 8)), tuple[int, int])
    assert_type(ds.slider("a", value=[2, 8]), tuple[int, int])
    assert_type(ds.slider("a", 0.0, 1.0, (0.2, 0.8)), tuple[float, float])
    assert_type(ds.slider("a", value=(0.2, 0.8), key="k"), tuple[float, float])
    assert_type(ds.slider("a", value=day), date)
    assert_type(ds.slider("a", day, day, day, timedelta(days=7)), date)
    assert_type(ds.slider("a", value=moment, step=timedelta(hours=1)), datetime)
    assert_type(ds.slider("a", clock, clock), time)
    assert_type(ds.slider("a", value=(day, day)), tuple[date, date])
    assert_type(ds.slider("a", moment, moment, (moment, moment)), tuple[datetime, datetime])


def choices(index: int | None, names: dict[str, int]) -> None:
    """The type of the options, and None where nothing may be chosen."""
    assert_type(ds.selectbox("a", ["x", "y"]), str)
    assert_type(ds.selectbox("a", [1, 2], 1), int)
    assert_type(ds.selectbox("a", range(3), None), int | None)
    assert_type(ds.selectbox("a", names, index), str | None)
    assert_type(ds.selectbox("a", Colour, format_func=lambda colour: colour.name), Colour)
    assert_type(ds.selectbox("a", [1, 2], accept_new_options=True), int | str)
    assert_type(ds.selectbox("a", [1, 2], None, accept_new_options=True, placeholder="p"), int | str | None)
    assert_type(ds.radio("a", ["x"], horizontal=True, captions=["c"]), str)
    assert_type(ds.radio("a", Colour, None), Colour | None)
    assert_type(ds.multiselect("a", ["x"], "x"), list[str])
    assert_type(ds.multiselect("a", Colour, [Colour.RED], max_selections=1), list[Colour])
    assert_type(ds.multiselect("a", [1], accept_new_options=True), list[int | str])


def containers() -> None:
    """Places, and places that know whether they are open."""
    with ds.container(border=True, height=200, gap=None) as inside:
        assert_type(inside, Place)
    left, right = ds.columns([2, 1], gap="large")
    assert_type(left, Place)
    assert_type(right.button("a"), bool)
    assert_type(ds.columns(3), list[Place])
    assert_type(ds.tabs(["a", "b"], on_change="rerun"), list[TabContainer])
    assert_type(ds.tabs(["a"])[0].open, bool | None)
    assert_type(ds.expander("a"), ExpanderContainer)
    assert_type(ds.expander("a").open, bool | None)
    with ds.expander("a") as expander:
        assert_type(expander, ExpanderContainer)
    assert_type(ds.empty().container(), Place)
    assert_type(ds.form("f", clear_on_submit=True).text_input("a"), str)
    assert_type(ds.sidebar, Place)
    with ds.sidebar:
        assert_type(ds.sidebar.number_input("a", 0), int)


def messages() -> None:
    """Boxes, progress, spinner and toasts."""
    assert_type(ds.success("a", icon="🎉").error("b"), Place)
    assert_type(ds.exception(ValueError("a")), Place)
    assert_type(ds.progress(0.5, "half").progress(100), Place)
    assert_type(ds.toast("a", duration="long").toast("b"), Place)
    assert_type(ds.spinner("a", show_time=True), AbstractContextManager[None])


def state() -> None:
    """Entries may be anything."""
    assert_type(ds.session_state["a"], Any)
    assert_type(ds.session_state.a, Any)
    ds.session_state.a = 5
    ds.session_state[5] = "a"
    assert_type("a" in ds.session_state, bool)
    assert_type(ds.session_state.to_dict(), dict[str, Any])
    assert_type(ds.session_state.setdefault("a", 5), Any)


def ends() -> Literal[5]:
    """`rerun` and `stop` do not return."""
    if ds.button("a"):
        ds.rerun()
    if not ds.button("b"):
        ds.stop()
    return 5


def whole_window(page: Callable[[], None]) -> None:
    """Commands of the app, and its errors."""
    assert_type(ds.set_page_config("T", "🎉", "wide", 300, {"About": "a"}), None)
    try:
        page()
    except ds.errors.DuplicateElementKey as error:
        assert_type(error, errors.DuplicateElementKey)
