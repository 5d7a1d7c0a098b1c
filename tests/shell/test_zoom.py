"""A window whose zoom changes looks as if it had been built with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from deskstate.testing.window import AppWindow
from tests.shell.fresh import Fresh, rest

SOURCE = """
import deskstate as ds
ds.title("Title")
ds.header("Header", divider="red")
ds.markdown("A **bold** text with `code` that is long enough to need more lines than one, I should think", help="Help")
ds.caption("caption")
ds.code("a = 1\\nfor i in x: pass", line_numbers=True)
ds.success("well done", icon="🔥")
ds.text("text")
ds.metric("Sold", 1234, 5, border=True)
ds.json({"a": 1})
ds.radio("Radio", ["a", "b"], captions=["one", "two"])
ds.progress(40, "*so*")
ds.exception(ValueError("what"))
ds.multiselect("Some", ["a", "b"], ["a"])
ds.expander("More", expanded=True).write("in")
ds.slider("Number", 0, 5, 2, help="Help")
ds.tabs(["a", "b"])[0].text("x")
ds.text_area("Lines")
ds.selectbox("One", ["x"])
ds.toggle("Toggle")
"""

FIELDS = """
import deskstate as ds
ds.button("Plain")
ds.button("Filled", type="primary", icon=":material/home:")
ds.button("Bare", type="tertiary")
ds.text_input("Text", "abc", icon=":material/home:")
ds.number_input("Number")
ds.text_area("Area", "abc")
ds.selectbox("Select", ["a"])
ds.multiselect("Several", ["a", "b"], ["a"])
ds.tabs(["One", "Two"])
with ds.expander("More"):
    ds.text("inside")
"""


@pytest.mark.parametrize("steps", [(1, 1, 1), (-1, -1), (1, 1, 0)], ids=["larger", "smaller", "there and back"])
def test_a_zoomed_window_looks_like_a_fresh_one(app_window: Callable[..., AppWindow], steps: tuple[int, ...]) -> None:
    window = app_window(SOURCE)
    for step in steps:
        window.window.zoom(step)
        window.idle()
    rest(window.window)
    fresh = Fresh(window.window)
    try:
        assert fresh.difference() == ""
    finally:
        fresh.close()


def test_headings_and_code_grow_with_the_zoom(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(SOURCE)
    before = [window.find(text=words).widget.height() for words in ("Title", "caption", "for i in x")]
    for _ in range(4):
        window.window.zoom(1)
    after = [window.find(text=words).widget.height() for words in ("Title", "caption", "for i in x")]
    assert all(large_px > 1.2 * small_px for large_px, small_px in zip(after, before, strict=True))


def test_zooming_in_and_out_again_leads_to_the_same_sizes(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("import deskstate as ds\nds.button('Press')\nds.selectbox('One', ['x'])")
    theme = window.app.theme
    window.window.zoom(1)
    zoom, font_px = theme.zoom, window.window.font().pixelSize()
    for steps in (*6 * [1], *6 * [-1], *20 * [-1], *26 * [1]):
        window.window.zoom(steps)
    while theme.zoom > zoom * 1.01:
        window.window.zoom(-1)
    assert (theme.zoom, window.window.font().pixelSize()) == (zoom, font_px)


@pytest.mark.parametrize("level", [-3, -2, -1, 0, 1, 2, 3, 4])
def test_the_focus_moves_nothing_at_any_zoom(app_window: Callable[..., AppWindow], level: int) -> None:
    window = app_window(FIELDS)
    window.window.resize(900, 1600)
    for _ in range(abs(level)):
        window.window.zoom(1 if level > 0 else -1)
    window.idle()
    for label in ("Plain", "Filled", "Bare", "Text", "Number", "Area", "Select", "Several", "One", "More"):
        found = window.find(label=label)
        found.control.clearFocus()
        inside = [found.widget, *(each for each in found.widget.findChildren(QWidget) if each.isVisible())]
        bare = _sizes(inside)
        found.control.setFocus(Qt.FocusReason.TabFocusReason)
        assert _sizes(inside) == bare, label


@pytest.mark.parametrize("level", [-3, -1, 1, 2, 3, 4, 5])
def test_a_button_with_room_is_as_wide_as_its_label_wants_at_any_zoom(
    app_window: Callable[..., AppWindow], level: int
) -> None:
    labels = ["Log in", "Go", "Save it", "Increment", "Ok"]
    window = app_window(f"import deskstate as ds\nfor label in {labels}:\n    ds.button(label)\n")
    for _ in range(abs(level)):
        window.window.zoom(1 if level > 0 else -1)
    window.idle()
    buttons = [part(window, label) for label in labels]
    assert [button.text() for button in buttons] == labels
    assert [button.width() for button in buttons] == [button.sizeHint().width() for button in buttons]


def part(window: AppWindow, label: str) -> QPushButton:
    button = window.find(label=label).control
    assert isinstance(button, QPushButton)
    return button


def _sizes(widgets: list[QWidget]) -> list[object]:
    """What they ask for, within their limits, and what they get."""
    return [(type(each).__name__, *_asked(each), each.minimumSize(), each.geometry()) for each in widgets]


def _asked(widget: QWidget) -> list[QSize]:
    least, most = widget.minimumSize(), widget.maximumSize()
    return [size.expandedTo(least).boundedTo(most) for size in (widget.sizeHint(), widget.minimumSizeHint())]
