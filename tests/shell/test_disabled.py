"""What is disabled looks so, label and all, and can be read all the same: on the page and in the sidebar."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from deskstate.shell.theme import Theme
from deskstate.testing.window import AppWindow
from deskstate_widgets.fields.field import Field
from deskstate_widgets.look.tokens import DARK, LIGHT
from deskstate_widgets.text.help_mark import HelpMark
from tests.widgets.colors import clearest, contrast

FIELDS = """
import deskstate as ds
with {place}:
    ds.text_input("Text", disabled={disabled}, help="why")
    ds.text_input("A *rich* label", disabled={disabled})
    ds.number_input("Number", disabled={disabled})
    ds.text_area("Area", disabled={disabled})
    ds.selectbox("Select", ["a"], disabled={disabled})
    ds.multiselect("Several", ["a", "b"], ["a"], disabled={disabled})
    ds.slider("Slider", 0, 10, 4, disabled={disabled})
    ds.radio("Radio", ["a", "b"], disabled={disabled})
    ds.checkbox("Box", disabled={disabled})
    ds.checkbox("A box with *markup*", True, disabled={disabled}, help="why")
    ds.toggle("Switch", disabled={disabled})
"""
LABELS = [
    *("Text", "A rich label", "Number", "Area", "Select", "Several"),
    *("Slider", "Radio", "Box", "A box with markup", "Switch"),
]
BUTTONS = """
import deskstate as ds
for kind in ("primary", "secondary", "tertiary"):
    for disabled in (False, True):
        name = f"{kind} {disabled}"
        ds.button("Do", key=name, type=kind, disabled=disabled)
        ds.button("Do it", key=name + " icon", type=kind, disabled=disabled, icon=":material/delete:")
        ds.button("", key=name + " alone", type=kind, disabled=disabled, icon=":material/delete:")
        ds.button("Do **it**", key=name + " rich", type=kind, disabled=disabled)
        ds.button("Do it at once", key=name + " keys", type=kind, disabled=disabled, shortcut="F5")
"""


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("place", ["ds.container()", "ds.sidebar"])
def test_the_label_of_a_disabled_field_is_dim_and_readable(
    app_window: Callable[..., AppWindow], place: str, theme: Theme
) -> None:
    tokens = DARK if theme is Theme.DARK else LIGHT
    ground = tokens.sidebar if place == "ds.sidebar" else tokens.background
    for disabled in (False, True):
        window = app_window(FIELDS.format(place=place, disabled=disabled), theme=theme)
        for label in LABELS:
            seen = clearest(_label(window.find(label=label).widget), ground)
            assert (2.5 <= seen < 5) if disabled else seen > 10, (label, seen)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_disabled_button_is_dim_and_readable_whatever_stands_on_it(
    app_window: Callable[..., AppWindow], theme: Theme
) -> None:
    window = app_window(BUTTONS, theme=theme)
    for kind, more in product(("primary", "secondary", "tertiary"), ("", " icon", " alone", " rich", " keys")):
        on, off = (_button(window.find(key=f"{kind} {disabled}{more}").widget) for disabled in (False, True))
        assert on > 4.5, (kind, more)
        assert 2.5 <= off < 0.6 * on, (kind, more, off)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_disabled_fields_and_code_stand_out_in_the_sidebar(app_window: Callable[..., AppWindow], theme: Theme) -> None:
    tokens = DARK if theme is Theme.DARK else LIGHT
    script = FIELDS.format(place="ds.sidebar", disabled=True) + "    ds.code('x = 1')\n    ds.json({'a': 1})\n"
    window = app_window(script, theme=theme)
    for live in window.lives():
        if live.properties.kind in ("text_input", "number_input", "text_area", "selectbox", "multiselect"):
            field = live.widget()
            assert isinstance(field, Field)
            body = field.control
        elif live.properties.kind in ("code", "json"):
            body = live.widget()
        else:
            continue
        corner = body.grab().toImage().pixelColor(body.width() // 2, 6).name()
        assert contrast(corner, tokens.sidebar) >= 1.08, live.properties


def test_the_help_of_a_disabled_field_can_be_read(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(FIELDS.format(place="ds.container()", disabled=True))
    for label in ("Text", "A box with markup"):
        mark = window.find(label=label).widget.findChild(HelpMark)
        assert isinstance(mark, HelpMark)
        QTest.mouseMove(mark, mark.rect().center())
        window.wait_for(lambda mark=mark: "why" in mark.toolTip())  # type: ignore[misc]


def _label(field: QWidget) -> QImage:
    """The words of a field, or of a check box."""
    label = field.findChild(QLabel)
    if label is not None:
        return _picture(label)
    picture = _picture(field)
    return picture.copy(40, 0, picture.width() - 40, 24)


def _button(button: QWidget) -> float:
    """How well what stands on a button is seen on it."""
    inside = _picture(button).copy(3, 4, button.width() - 6, button.height() - 8)
    return clearest(inside, inside.pixelColor(0, 0).name())


def _picture(widget: QWidget) -> QImage:
    window = widget.window()
    return window.grab(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())).toImage()
