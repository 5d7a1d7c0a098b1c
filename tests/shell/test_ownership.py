"""Qt deletes its widgets, in the window's thread. Python's garbage collector never does: it runs in any thread."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtWidgets import QApplication, QSpacerItem

from deskstate.shell.window import Window
from deskstate.testing.window import AppWindow
from tests.shell.test_zoom import SOURCE


def test_every_widget_stands_in_a_window(app_window: Callable[..., AppWindow]) -> None:
    app_window(SOURCE)
    alone = [widget for widget in QApplication.allWidgets() if widget.isWindow() and not isinstance(widget, Window)]
    assert [widget for widget in alone if shiboken6.ownedByPython(widget)] == []


def test_what_is_removed_is_held_until_qt_has_deleted_it(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("import deskstate as ds\nif not ds.checkbox('Hide'):\n    ds.text('here')\n")
    text = window.find(text="here").widget
    window.find(label="Hide").click()
    window.wait_for(lambda: not shiboken6.isValid(text))
    assert not window.shows("here")


def test_a_closed_window_is_held_until_qt_has_deleted_it(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("import deskstate as ds\nds.text('here')\n")
    other = window.app.open_window()
    other.close()
    assert shiboken6.isValid(other)
    window.wait_for(lambda: not shiboken6.isValid(other))


def test_no_spring_that_qt_made_is_known_to_python(app_window: Callable[..., AppWindow]) -> None:
    # Qt deletes such a spring without a word, and PySide would take what stands at its address later for the spring.
    app_window(
        "import deskstate as ds\n"
        "ds.container(border=True, width='content').text('narrow')\n"
        "ds.container(horizontal_alignment='center').text_input('Name', width=200)\n"
        "ds.metric('Sum', 3, 1)\n"
    )
    springs = [known for known in shiboken6.getAllValidWrappers() if isinstance(known, QSpacerItem)]
    assert [spring for spring in springs if not shiboken6.createdByPython(spring)] == []
