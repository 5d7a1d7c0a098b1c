"""Wherever the keyboard has led, a ring says so that can be seen: on the page and in the sidebar, light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget

from deskstate.shell.theme import Theme
from deskstate.testing.window import AppWindow
from deskstate_widgets.look.tokens import DARK, LIGHT
from tests.widgets.colors import contrast, row_of

APP = """
import deskstate as ds
with {place}:
    ds.button("Plain")
    ds.button("Filled", type="primary")
    ds.button("Filled and laid out", type="primary", icon=":material/home:")
    ds.button("Bare", type="tertiary")
    ds.checkbox("Off")
    ds.checkbox("On", True)
    ds.toggle("Out")
    ds.toggle("In", True)
    ds.text_input("Text")
    ds.number_input("Number")
    ds.text_area("Area")
    ds.selectbox("Select", ["a"])
    ds.multiselect("Several", ["a"])
    ds.slider("Slider", 0, 10, 4)
    ds.slider("Start", 0, 10, 0)
    ds.radio("Radio", ["a", "b"], key="chosen")
    ds.radio("None", ["a", "b"], index=None)
    ds.tabs(["One", "Two"])
    with ds.expander("More"):
        ds.text("inside")
"""
LABELS = [
    *("Plain", "Filled", "Filled and laid out", "Bare", "Off", "On", "Out", "In", "Text", "Number", "Area"),
    *("Select", "Several", "Slider", "Start", "Radio", "None", "More"),
]


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("place", ["ds.container()", "ds.sidebar"])
def test_every_control_shows_a_ring_when_the_keyboard_comes(
    app_window: Callable[..., AppWindow], place: str, theme: Theme
) -> None:
    tokens = DARK if theme is Theme.DARK else LIGHT
    window = app_window(APP.format(place=place), theme=theme)
    for label in LABELS:
        found = window.find(label=label)
        control = found.control
        control.clearFocus()
        bare = _seen(found.widget)
        control.setFocus(Qt.FocusReason.TabFocusReason)
        ringed = _seen(found.widget)
        assert bare != ringed, label
        assert _has(ringed, tokens.focus), label


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("place", ["ds.container()", "ds.sidebar"])
@pytest.mark.parametrize("label", ["Filled", "Filled and laid out", "On", "In", "Radio", "Slider", "Start"])
def test_between_the_ring_and_a_fill_there_is_a_gap(
    app_window: Callable[..., AppWindow], label: str, place: str, theme: Theme
) -> None:
    tokens = DARK if theme is Theme.DARK else LIGHT
    ground = tokens.sidebar if place == "ds.sidebar" else tokens.background
    control = app_window(APP.format(place=place), theme=theme).find(label=label).control
    control.setFocus(Qt.FocusReason.TabFocusReason)
    row = row_of(_seen(control), _middle(control))
    ring = row.index(tokens.focus)
    fill = row.index(tokens.primary, ring)
    gap = min(row[ring:fill], key=lambda color: contrast(color, ground))
    assert contrast(gap, ground) < 1.2
    assert contrast(tokens.focus, gap) >= 3 <= contrast(tokens.primary, gap)


def _seen(control: QWidget) -> QImage:
    """A control as it stands on its ground."""
    window = control.window()
    return window.grab(QRect(control.mapTo(window, QPoint(0, 0)), control.size())).toImage()


def _has(picture: QImage, color: str) -> bool:
    return any(
        picture.pixelColor(x, y).name() == color for x in range(picture.width()) for y in range(picture.height())
    )


def _middle(control: QWidget) -> int:
    """The height of the middle of a mark, or of a button."""
    if isinstance(control, QAbstractButton) and control.isCheckable():
        return 12
    return 28 if control.height() == 40 else control.height() // 2
