"""A window whose zoom changes looks as if it had been built with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
