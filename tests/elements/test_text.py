"""Texts, headings, source text and lines (section 22 of the rules)."""

from __future__ import annotations

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import text as records
from tests.elements.scripts import App


def test_the_body_loses_its_common_indentation(app: App) -> None:
    """Rule 22.4."""
    (element,) = app(lambda: ds.markdown("\n    # Title\n\n      more\n    "))
    assert element.properties == records.Markdown("# Title\n\n  more")


def test_any_object_is_shown_as_its_text(app: App) -> None:
    """Rule 22.4."""
    elements = app(lambda: [ds.text(5), ds.markdown(None), ds.title(1.5), ds.caption(b"x"), ds.code(True)])
    assert [element.properties.body for element in elements] == ["5", "None", "1.5", "b'x'", "True"]  # type: ignore[attr-defined] # all of these have one


def test_what_a_window_cannot_show_becomes_a_replacement_character(app: App) -> None:
    (element,) = app(lambda: ds.text("a\0b\ud800c"))
    assert element.properties == records.Text("a\ufffdb\ufffdc")


def test_code_loses_one_empty_line_at_each_end(app: App) -> None:
    (element,) = app(lambda: ds.code("\n\n    x = 1\n\n"))
    assert element.properties == records.Code("\n    x = 1\n", language="python")


def test_code_without_a_language_is_plain_text(app: App) -> None:
    (element,) = app(lambda: ds.code("x", None, height=None))
    assert element.properties == records.Code("x", language="plaintext")


def test_headings_have_three_levels(app: App) -> None:
    def script() -> None:
        ds.title("a", "here", icon="🎉")
        ds.header("b", False, divider="grey")
        ds.subheader("c", help="  h")

    assert [element.properties for element in app(script)] == [
        records.Heading("a", level=1, anchor="here", icon="🎉"),
        records.Heading("b", level=2, hide_anchor=True, divider="gray"),
        records.Heading("c", level=3, help="h"),
    ]


def test_lines_below_headers_take_the_next_colour_in_each_run(app: App) -> None:
    def script() -> None:
        for _ in range(7):
            ds.header("h", divider=True)

    cycle = ["blue", "green", "orange", "red", "violet", "yellow", "blue"]
    for _ in range(2):
        colors = [element.properties.divider for element in app(script)]  # type: ignore[attr-defined] # all are headings
        assert colors == cycle


@pytest.mark.parametrize("anchor", [True, 5])
def test_an_anchor_is_a_text_or_false(app: App, anchor: object) -> None:
    with pytest.raises((errors.ValueError, errors.InvalidParameterTypeError)):
        app(lambda: ds.title("a", anchor))  # type: ignore[arg-type] # on purpose


def test_a_wrong_word_is_told_with_the_right_ones(app: App) -> None:
    with pytest.raises(errors.ValueError, match=r"`divider` must be one of: `True`, `'red'`, .* It is `'pink'`"):
        app(lambda: ds.header("a", divider="pink"))  # type: ignore[arg-type] # on purpose


def test_html_cannot_be_cut_off_at_the_end_of_a_line(app: App) -> None:
    with pytest.raises(errors.IncompatibleParametersError):
        app(lambda: ds.markdown("a", True, wrap=False))


@pytest.mark.parametrize("width", [0, -5, "wide", None, 1.5])
def test_a_width_is_a_word_or_px(app: App, width: object) -> None:
    with pytest.raises(errors.InvalidWidthError):
        app(lambda: ds.text("a", width=width))  # type: ignore[arg-type] # on purpose


def test_a_handle_replaces_its_element(app: App) -> None:
    """Rule 11.6."""

    def script() -> None:
        first = ds.text("a")
        ds.text("below")
        first.markdown("b").title("c")

    assert [element.properties.kind for element in app(script)] == ["heading", "text"]


def test_the_same_words_make_the_same_record(app: App) -> None:
    first = app(lambda: ds.text("a", help="h"))[0].properties
    assert app(lambda: ds.text("a", help="h"))[0].properties is first


def test_a_command_that_raises_leaves_nothing_behind(app: App) -> None:
    with pytest.raises(errors.APIException, match="not a valid icon"):
        app(lambda: ds.title("a", icon="nonsense"))
    assert app.main == []
