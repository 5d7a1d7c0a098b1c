"""When the sidebar is there, and what it makes of a look that is designed for the page: headings, another ground."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel

from deskstate.shell.theme import Theme
from deskstate.testing.window import AppWindow
from deskstate_widgets.frame.root_frame import RootFrame
from deskstate_widgets.look.tokens import DARK, LIGHT

HEADINGS = """
import deskstate as ds
for name, place in (("page", ds.container()), ("side", ds.sidebar)):
    place.title(f"{name} title")
    place.header(f"{name} *header*")
    place.subheader(f"{name} subheader")
    with place.expander(f"{name} more", expanded=True):
        ds.title(f"{name} inside")
    place.markdown(f"# {name} h1\\n\\n## {name} h2\\n\\n### {name} h3\\n\\n{name} text")
"""
SLIDER = """
import deskstate as ds
ds.sidebar.slider("Slider", 0, 10, 4)
"""


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_headings_are_smaller_there(app_window: Callable[..., AppWindow], zoom: float) -> None:
    window = app_window(HEADINGS)
    window.app.theme.set_zoom(zoom)
    window.idle()
    for heading, least_px in (("title", 30), ("header", 24), ("subheader", 19), ("inside", 30)):
        page, side = (_font_px(window, f"{name} {heading}") for name in ("page", "side"))
        assert page >= least_px * zoom
        assert page * 0.68 < side < page * 0.9, heading
    for kind in ("h1", "h2", "h3"):
        page, side = (_font_px(window, f"{name} {kind}") for name in ("page", "side"))
        assert page * 0.68 < side < page * 0.9, kind
    assert _font_px(window, "side text") == _font_px(window, "page text")


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_halo_of_a_slider_has_the_colour_of_the_sidebar(app_window: Callable[..., AppWindow], theme: Theme) -> None:
    window = app_window(SLIDER, theme=theme)
    tokens = DARK if theme is Theme.DARK else LIGHT
    track = window.find(label="Slider").control
    picture = window.window.grab(QRect(track.mapTo(window.window, QPoint(0, 0)), track.size())).toImage()
    groove = [picture.pixelColor(x, 28).name() for x in range(picture.width())]
    assert tokens.sidebar in groove
    assert tokens.background not in groove


def test_it_comes_with_what_is_first_drawn_into_it_and_goes_with_the_last(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("import deskstate as ds\nif ds.checkbox('Aside'):\n    ds.sidebar.text('here')")
    (frame,) = window.window.findChildren(RootFrame)
    for shown in (True, False, True):
        window.find(label="Aside").click().wait()
        assert frame.sidebar.isVisible() is shown


def _font_px(window: AppWindow, text: str) -> int:
    """Size of the letters of a text, as Qt draws them."""
    for label in window.window.findChildren(QLabel):
        document = label.findChild(QTextDocument)
        if document is not None and text in document.toPlainText():
            block = document.begin()
            while text not in block.text():
                block = block.next()
            found = block.begin().fragment().charFormat().font().pixelSize()
            return found if found > 0 else label.font().pixelSize()
        if label.text() == text:
            return label.font().pixelSize()
    raise AssertionError(text)
