"""Cards over the page stand in its upper right corner and show all their words, from the first moment on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from deskstate.testing.window import AppWindow

WRONG = """
import deskstate as ds
ds.write("x"
value = a_function_with_a_long_name(first_argument, second_argument, third_argument)
"""


@pytest.mark.parametrize("width_px", [360, 700, 960, 1440])
def test_the_first_error_in_a_source_stands_in_the_corner(app_window: Callable[..., AppWindow], width_px: int) -> None:
    window = app_window(WRONG, size=QSize(width_px, 600))
    window.wait_for(lambda: _corner(window) == (12, 12))
    _assert_whole(window)


def test_it_stays_there_when_the_window_changes(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(WRONG, size=QSize(700, 600))
    window.window.resize(420, 500)
    window.wait_for(lambda: _corner(window) == (12, 12))
    _assert_whole(window)
    window.app.theme.set_zoom(1.6)
    window.idle()
    assert _corner(window) == (12, 12)
    _assert_whole(window)


def _card(window: AppWindow) -> QFrame:
    card = window.window.findChild(QFrame, "deskstate-notice")
    assert isinstance(card, QFrame)
    return card


def _page(window: AppWindow) -> QWidget:
    page = window.window.centralWidget()
    assert page is not None
    return page


def _corner(window: AppWindow) -> tuple[int, int]:
    """Space at the right of the card and above it, in the page."""
    card = _card(window)
    page = _page(window)
    return page.width() - card.x() - card.width(), card.y()


def _assert_whole(window: AppWindow) -> None:
    card = _card(window)
    assert card.isVisible()
    assert _page(window).rect().contains(card.geometry())
    for label in card.findChildren(QLabel):
        if label.isVisible():
            assert card.rect().contains(QRect(label.mapTo(card, QPoint(0, 0)), label.size()))
            assert label.height() >= label.heightForWidth(label.width())
