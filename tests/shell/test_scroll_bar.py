"""The page's scroll bar, in the hands of a person while the page changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar

from deskstate.testing.window import AppWindow
from deskstate_widgets.boxes.scroll_box import ScrollBox

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def bar_of(window: AppWindow) -> QScrollBar:
    box = window.window.findChild(ScrollBox)
    assert box is not None
    return box.verticalScrollBar()


def color_of(bar: QScrollBar) -> QColor:
    """Colour of what is dragged."""
    return bar.grab().toImage().pixelColor(bar.width() // 2, 30)


def test_a_bar_that_is_let_go_when_there_is_nothing_to_scroll_is_not_pressed_any_more(
    app_window: Callable[..., AppWindow],
) -> None:
    window = app_window("import deskstate as ds\nfor i in range(30):\n    ds.text(i)\n")
    window.window.resize(600, 400)
    window.wait_for(lambda: bar_of(window).isEnabled())
    bar, handle = bar_of(window), window.window.windowHandle()
    at_rest = color_of(bar)
    at = bar.mapTo(window.window, QPoint(bar.width() // 2, 20))
    QTest.mousePress(handle, LEFT, NO_KEY, at)
    assert color_of(bar) != at_rest
    window.window.resize(600, 1600)
    window.wait_for(lambda: not bar.isEnabled())
    QTest.mouseRelease(handle, LEFT, NO_KEY, at)
    QTest.mouseMove(handle, QPoint(20, 200))
    window.window.resize(600, 400)
    window.wait_for(lambda: bar.isEnabled() and not bar.underMouse())
    assert color_of(bar) == at_rest
