"""What a person enters is on the screen: the page scrolls back to it, and only when it must."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

PAGE = """
import deskstate as ds
for i in range(10):
    ds.text(f"above {{i}}")
{element}
for i in range(200):
    ds.text(f"below {{i}}")
"""


def page_of(window: AppWindow) -> QScrollArea:
    area = window.window.findChild(QScrollArea)
    assert area is not None
    return area


def is_in_view(window: AppWindow, control: QWidget) -> bool:
    area = page_of(window)
    top = control.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + control.height() <= area.viewport().height()


@pytest.mark.parametrize(
    ("element", "key"),
    [
        ("ds.text_input('It', 'abc')", "x"),
        ("ds.text_input('It', 'abc')", "Delete"),
        ("ds.text_input('It', 'abc')", "Ctrl+V"),
        ("ds.text_area('It', 'abc')", "x"),
        ("ds.number_input('It', value=5)", "7"),
        ("ds.number_input('It', value=5)", "Up"),
        ("ds.selectbox('It', ['a', 'b', 'x'])", "x"),
        ("ds.selectbox('It', ['a', 'b', 'x'])", "Space"),
        ("ds.multiselect('It', ['a', 'b', 'x'])", "x"),
        ("ds.slider('It', 0, 100, 50)", "Right"),
        ("ds.radio('It', ['a', 'b', 'x'])", "Down"),
    ],
)
def test_the_first_key_that_edits_scrolls_back(app_window: Open, element: str, key: str) -> None:
    window = app_window(PAGE.format(element=element))
    QGuiApplication.clipboard().setText("pasted")
    found = window.find(label="It")
    found.focus()
    control = found.control
    page_of(window).verticalScrollBar().setValue(1500)
    assert not is_in_view(window, control)
    window.press(key)
    window.wait_for(lambda: is_in_view(window, control))


def test_page_down_scrolls_the_page_and_typing_scrolls_back(app_window: Open) -> None:
    window = app_window(PAGE.format(element="ds.text_input('It')"))
    found = window.find(label="It")
    found.focus()
    control = found.control
    for _ in range(4):
        window.press("PageDown")
    assert not is_in_view(window, control)
    window.press("Left")
    assert not is_in_view(window, control), "nothing is edited yet"
    window.press("a")
    assert is_in_view(window, control)
    assert found.shown_text == "a"


def test_typing_in_view_scrolls_nothing(app_window: Open) -> None:
    window = app_window(PAGE.format(element="ds.text_input('It')"))
    found = window.find(label="It")
    found.focus()
    bar = page_of(window).verticalScrollBar()
    bar.setValue(60)
    window.press("a").press("b")
    assert bar.value() == 60


def test_in_a_container_that_scrolls_both_scroll_back(app_window: Open) -> None:
    inside = "    ds.text_input('It')\n    for i in range(50): ds.text(f'inside {i}')"
    window = app_window(PAGE.format(element=f"with ds.container(height=200):\n{inside}"))
    found = window.find(label="It")
    found.focus()
    control = found.control
    inner = control.parentWidget()
    while not isinstance(inner, QScrollArea):
        assert inner is not None
        inner = inner.parentWidget()
    inner.verticalScrollBar().setValue(500)
    page_of(window).verticalScrollBar().setValue(1500)
    window.press("a")
    assert is_in_view(window, control)
    assert inner.verticalScrollBar().value() < 100


def test_a_text_area_that_grows_keeps_its_cursor_in_view(app_window: Open) -> None:
    window = app_window(PAGE.format(element="ds.text_area('It', height='content')"))
    found = window.find(label="It")
    found.focus()
    control = found.control
    for _ in range(60):
        window.press("Return")
    viewport = page_of(window).viewport()
    assert control.height() > viewport.height()
    bottom = control.mapTo(viewport, QPoint(0, control.height())).y()
    assert 0 < bottom <= viewport.height()
