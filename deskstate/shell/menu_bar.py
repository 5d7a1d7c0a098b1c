"""The menu bar of a window. Its menus are filled when the window is on the screen.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate.shell.window import Window

FILL_MS: Final = 100
"""So long after the page is shown the menus are filled, before a person gets at a menu or a key: it takes 6 ms."""
EMPTY_MS: Final = 400
"""So long after the window was made, when there is no page yet."""


class MenuBar:
    """The menus File, View and Help, with what the app itself offers under Help."""

    def __init__(self, window: Window) -> None:
        self._window = window
        # WORKAROUND: as of PySide6 6.9, a menu that is kept becomes invalid when its menu bar's Python object goes.
        self._bar = window.menuBar()
        self._menus = [self._bar.addMenu(name) for name in ("&File", "&View", "&Help")]
        self._items: Sequence[tuple[str, str | None]] = ()
        self._is_filled = False
        self._clock = QTimer(window)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.fill)
        self._clock.start(EMPTY_MS)

    def page_shown(self) -> None:
        """Fill the menus soon: the page of the window is there."""
        self._clock.start(FILL_MS)

    def fill(self) -> None:
        """Fill the menus now, if they are not yet."""
        if not self._is_filled:
            from deskstate.shell.menus import fill_file, fill_help, fill_view  # late: as above

            self._is_filled = True
            file, view, help = self._menus
            fill_file(file, self._window)
            fill_view(view, self._window)
            fill_help(help, self._window, self._items)

    def offer(self, items: Sequence[tuple[str, str | None]]) -> None:
        """Show these under Help: `set_page_config(menu_items=...)`."""
        self._items = items
        if self._is_filled:
            from deskstate.shell.menus import fill_help  # late: as above

            fill_help(self._menus[-1], self._window, items)
