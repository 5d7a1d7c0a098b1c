"""The menu bar of a window.

GUI thread only.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from deskstate.shell.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deskstate.shell.window import Window


class HelpMenu:
    """The Help menu, with what the app itself offers there."""

    def __init__(self, window: Window) -> None:
        self._window = window
        # WORKAROUND: as of PySide6 6.9, a menu that is kept becomes invalid when its menu bar's Python object goes.
        self._menu = QMenu("&Help", window)
        window.menuBar().addMenu(self._menu)
        self.show_items(())

    def show_items(self, items: Sequence[tuple[str, str | None]]) -> None:
        """Offer what `set_page_config(menu_items=...)` gives: names with an address, and always "About"."""
        self._menu.clear()
        for name, address in items:
            if name != "About" and address is not None:
                _add(self._menu, name, partial(self._window.stage.open_link, address))
        if self._menu.actions():
            self._menu.addSeparator()
        _add(self._menu, "&About", self._window.about)


def add_menus(window: Window) -> HelpMenu:
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
    _add(file, "&Close", window.close, QKeySequence("Ctrl+W"), QKeySequence.StandardKey.Close)

    view = bar.addMenu("&View")
    _add(view, "Zoom &in", lambda: window.zoom(1), QKeySequence.StandardKey.ZoomIn, QKeySequence("Ctrl+="))
    _add(view, "Zoom &out", lambda: window.zoom(-1), QKeySequence.StandardKey.ZoomOut)
    _add(view, "&Actual size", lambda: window.zoom(0), QKeySequence("Ctrl+0"))
    view.addSeparator()
    group = QActionGroup(window)
    names = {Theme.SYSTEM: "S&ystem theme", Theme.LIGHT: "&Light theme", Theme.DARK: "&Dark theme"}
    for theme, name in names.items():
        action = _add(view, name, partial(app.theme.set, theme))
        action.setCheckable(True)
        action.setChecked(theme is app.theme.theme)
        action.setData(theme)
        group.addAction(action)
    view.aboutToShow.connect(lambda: _check(group, app.theme.theme))

    return HelpMenu(window)


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
