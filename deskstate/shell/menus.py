"""What is in the menus of a window.

GUI thread only.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from deskstate.shell.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from deskstate.shell.window import Window


def fill_file(menu: QMenu, window: Window) -> None:
    """Windows and runs."""
    _add(menu, "&New window", window.app.open_window, QKeySequence.StandardKey.New)
    menu.addSeparator()
    _add(menu, "&Rerun", window.rerun, QKeySequence(Qt.Key.Key_F5))
    _add(menu, "&Stop", window.stop, QKeySequence("Ctrl+."))
    _add(menu, "Clear cache and s&tate", window.clear_state)
    menu.addSeparator()
    _add(menu, "&Close", window.close, QKeySequence("Ctrl+W"), QKeySequence.StandardKey.Close)
    _add(menu, "&Quit", window.app.quit, QKeySequence("Ctrl+Q"), QKeySequence.StandardKey.Quit)


def fill_view(menu: QMenu, window: Window) -> None:
    """Zoom and theme."""
    keeper = window.app.theme
    _add(menu, "Zoom &in", lambda: window.zoom(1), QKeySequence.StandardKey.ZoomIn, QKeySequence("Ctrl+="))
    _add(menu, "Zoom &out", lambda: window.zoom(-1), QKeySequence.StandardKey.ZoomOut)
    _add(menu, "&Actual size", lambda: window.zoom(0), QKeySequence("Ctrl+0"))
    menu.addSeparator()
    group = QActionGroup(window)
    names = {Theme.SYSTEM: "S&ystem theme", Theme.LIGHT: "&Light theme", Theme.DARK: "&Dark theme"}
    for theme, name in names.items():
        action = _add(menu, name, partial(keeper.set, theme))
        action.setCheckable(True)
        action.setChecked(theme is keeper.theme)
        action.setData(theme)
        group.addAction(action)
    menu.aboutToShow.connect(lambda: _check(group, keeper.theme))


def fill_help(menu: QMenu, window: Window, items: Sequence[tuple[str, str | None]]) -> None:
    """What `set_page_config(menu_items=...)` gives: names with an address, and always "About"."""
    menu.clear()
    for name, address in items:
        if name != "About" and address is not None:
            _add(menu, name, partial(window.stage.open_link, address))
    if menu.actions():
        menu.addSeparator()
    _add(menu, "&About", window.about)


def _add(
    menu: QMenu,
    name: str,
    act: Callable[[], object],
    *shortcuts: QKeySequence | QKeySequence.StandardKey,
) -> QAction:
    action = QAction(menu)
    action.setText(name)
    keys: list[QKeySequence] = []
    for shortcut in shortcuts:
        more = [shortcut] if isinstance(shortcut, QKeySequence) else QKeySequence.keyBindings(shortcut)
        keys += [each for each in more if each not in keys]
    if keys:
        action.setShortcuts(keys)
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)
    return action


def _check(group: QActionGroup, theme: Theme) -> None:
    for action in group.actions():
        action.setChecked(action.data() is theme)
