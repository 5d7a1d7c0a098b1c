"""The menu bar of a window.

GUI thread only.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from deskstate.shell.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from deskstate.shell.window import Window


def add_menus(window: Window) -> None:
    """Give a window its File, View and Help menus."""
    bar = window.menuBar()
    app = window.app

    file = bar.addMenu("&File")
    _add(file, "&New window", app.open_window, QKeySequence.StandardKey.New)
    file.addSeparator()
    _add(file, "&Rerun", window.rerun, QKeySequence(Qt.Key.Key_F5))
    _add(file, "&Stop", window.stop, QKeySequence("Ctrl+."))
    _add(file, "Clear cache and s&tate", window.clear_state)
    file.addSeparator()
    _add(file, "&Close", window.close, QKeySequence.StandardKey.Close)

    view = bar.addMenu("&View")
    _add(view, "Zoom &in", lambda: window.zoom(1), QKeySequence.StandardKey.ZoomIn)
    _add(view, "Zoom &out", lambda: window.zoom(-1), QKeySequence.StandardKey.ZoomOut)
    _add(view, "&Actual size", lambda: window.zoom(0), QKeySequence("Ctrl+0"))
    view.addSeparator()
    group = QActionGroup(window)
    names = {Theme.SYSTEM: "Theme of the s&ystem", Theme.LIGHT: "&Light theme", Theme.DARK: "&Dark theme"}
    for theme, name in names.items():
        action = _add(view, name, partial(app.theme.set, theme))
        action.setCheckable(True)
        action.setChecked(theme is app.theme.theme)
        action.setData(theme)
        group.addAction(action)
    view.aboutToShow.connect(lambda: _check(group, app.theme.theme))

    window.help_menu = bar.addMenu("&Help")
    _add(window.help_menu, "&About", window.about)


def _add(
    menu: QMenu,
    name: str,
    act: Callable[[], object],
    shortcut: QKeySequence | QKeySequence.StandardKey | None = None,
) -> QAction:
    action = QAction(name, menu)
    if shortcut is not None:
        action.setShortcut(shortcut)
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)
    return action


def _check(group: QActionGroup, theme: Theme) -> None:
    for action in group.actions():
        action.setChecked(action.data() is theme)
