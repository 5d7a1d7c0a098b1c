"""`write` shows anything in the way that suits it (rule 22.1)."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from io import StringIO
from types import ModuleType
from typing import Any, cast

import numpy as np
import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import text as records
from tests.elements.scripts import App

pd: Any = pytest.importorskip("pandas")


def shown(app: App, *args: object, **kwargs: Any) -> list[tuple[str, str]]:
    """Kind and text of what `write` has drawn."""
    elements = app(lambda: ds.write(*args, **kwargs))
    return [(element.properties.kind, getattr(element.properties, "body", "")) for element in elements]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *[("a", "a"), (5, "`5`"), (1.5, "`1.5`"), (None, "`None`"), ((1, 2), "`(1, 2)`"), ({1}, "`{1}`")],
        *[(b"x", "`b'x'`"), (True, "`True`"), (range(3), "`range(0, 3)`")],
    ],
)
def test_plain_values_are_shown_in_a_line(app: App, value: object, text: str) -> None:
    """Rule 22.1."""
    assert shown(app, value) == [("markdown", text)]


def test_texts_in_a_row_are_one_text(app: App) -> None:
    """Rule 22.1."""
    assert shown(app, "a", 5, "b", [1], "c") == [("markdown", "a `5` b"), ("json", "[1]"), ("markdown", "c")]


def test_a_text_of_several_lines_is_a_block(app: App) -> None:
    class Lines:
        def __str__(self) -> str:
            return "one\n```\ntwo"

    assert shown(app, Lines()) == [("markdown", "````\none\n```\ntwo\n````")]


@pytest.mark.parametrize("value", [{"a": 1}, [1], {"a": 1}.keys(), map(str, [1]), enumerate("a")])
def test_data_are_shown_as_a_tree(app: App, value: object) -> None:
    assert [kind for kind, _ in shown(app, value)] == ["json"]


def test_an_exception_is_shown_as_one(app: App) -> None:
    """Rule 19.6."""
    assert [kind for kind, _ in shown(app, ValueError("a"))] == ["traceback"]


def test_a_file_in_memory_is_shown_as_its_text(app: App) -> None:
    assert shown(app, StringIO("# a")) == [("markdown", "# a")]


def test_a_generator_is_one_text_that_grows(app: App) -> None:
    seen: list[str] = []

    def words() -> Iterator[object]:
        for word in ("a ", "b", {"c": 1}, "d"):
            seen.append(str([getattr(each.properties, "body", "") for each in app.main]))
            yield word

    assert shown(app, words) == [("markdown", "a b"), ("json", '{"c": 1}'), ("markdown", "d")]
    assert seen == ["[]", "['a']", "['a b']", "['a b', '{\"c\": 1}']"]


def test_nothing_is_shown_for_nothing(app: App) -> None:
    assert shown(app) == []


def test_what_a_command_answered_is_not_shown_again(app: App) -> None:
    assert [kind for kind, _ in shown(app, app(lambda: ds.text("a")) and ds.sidebar)] == []


def test_html_is_shown_as_text_unless_it_is_allowed(app: App) -> None:
    app(lambda: ds.write("<b>a</b>", unsafe_allow_html=True))
    assert cast("records.Markdown", app.main[0].properties).allow_html


def test_an_object_may_describe_itself_in_html(app: App) -> None:
    class Page:
        def _repr_html_(self) -> str:
            return "<b>a</b>"

        def __str__(self) -> str:
            return "plain"

    assert shown(app, Page(), unsafe_allow_html=True) == [("markdown", "<b>a</b>")]
    assert shown(app, Page()) == [("markdown", "`plain`")]


def test_write_draws_several_things_in_a_container_but_not_over_an_element(app: App) -> None:
    app(lambda: ds.container().write("a", [1], "b"))
    assert len(app.main[0].children or ()) == 3
    with pytest.raises(errors.APIException, match="cannot draw over one element"):
        app(lambda: ds.empty().write("a", [1]))


@dataclasses.dataclass
class Datum:
    """Something with fields."""

    x: int = 1


@pytest.mark.parametrize(
    ("value", "command"),
    [
        *[(pd.DataFrame({"a": [1]}), "dataframe"), (pd.Series([1]), "dataframe"), (np.zeros(3), "dataframe")],
        *[({"a": pd.Series([1])}, "dataframe"), (sys, "help"), (print, "help"), (int, "help"), (Datum(), "help")],
        *[(object(), "help"), (len, "help")],
    ],
)
def test_what_comes_later_says_so(app: App, value: object, command: str) -> None:
    with pytest.raises(errors.APIException, match=rf"`ds\.{command}`, which comes in a later version .* Until then "):
        app(lambda: ds.write(value))


def test_charts_are_recognised_by_the_library_that_they_come_from(app: App) -> None:
    module = ModuleType("matplotlib.figure")
    figure = type("Figure", (), {"__module__": module.__name__})()
    with pytest.raises(errors.APIException, match=r"`ds\.pyplot`"):
        app(lambda: ds.write(figure))
