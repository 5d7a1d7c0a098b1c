"""Light, dark, or as the system is: palette and stylesheet of the whole application.

GUI thread only.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from deskstate.shell.style import rules
from deskstate_widgets.house_sheet import house_sheet
from deskstate_widgets.look.fonts import ui_font
from deskstate_widgets.look.palette import palette
from deskstate_widgets.look.tokens import BODY_PX, DARK, LIGHT, Tokens

ZOOM_MIN: Final = 0.5
ZOOM_MAX: Final = 3.0
_PX: Final = re.compile(r"\b([2-9]|[1-9]\d+)px\b")
"""Sizes of a stylesheet, hairlines of 1 px left out."""
_CALC: Final = re.compile(r"calc\(([^)]*)\)")
"""A sum of sizes, as in CSS, which Qt does not know."""


class Theme(Enum):
    """What a person may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


class ThemeKeeper(QObject):
    """Keeps the application in one theme, and follows the system when that is what was chosen."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._app = app
        self.theme = theme
        self.zoom = 1.0
        """Size of text and controls, 1.0 as designed."""
        self._tokens: Tokens | None = None
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.set(theme)

    def set(self, theme: Theme) -> None:
        """Change the theme of all windows."""
        self.theme = theme
        self._app.styleHints().setColorScheme(_SCHEMES[theme])
        self._follow()

    def set_zoom(self, zoom: float) -> None:
        """Change the size of everything in all windows."""
        self.zoom = min(ZOOM_MAX, max(ZOOM_MIN, zoom))
        self._tokens = None
        self._follow()

    def _follow(self) -> None:
        if self.theme is Theme.SYSTEM:
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self.theme is Theme.DARK
        tokens = DARK if dark else LIGHT
        if tokens is not self._tokens:
            self._tokens = tokens
            body_px = round(BODY_PX * self.zoom)
            self._app.setFont(ui_font(body_px))
            self._app.setPalette(palette(tokens))
            # What widgets paint and place themselves is scaled by the size of their font (`zoom_of`).
            self._app.setStyleSheet(_zoomed(house_sheet(tokens) + rules(tokens), body_px / BODY_PX))


def _zoomed(sheet: str, zoom: float) -> str:
    """A stylesheet with its sizes scaled; hairlines stay. Sums are made of what is scaled, so that they add up."""
    scaled = sheet if zoom == 1.0 else _PX.sub(lambda found: f"{round(int(found[1]) * zoom)}px", sheet)
    return _CALC.sub(lambda found: f"{_sum(found[1])}px", scaled)


def _sum(sizes: str) -> int:
    """What "9px + 1px - 2px" comes to, at least 0."""
    return max(sum(int(size) for size in sizes.replace("px", "").replace("- ", "-").replace("+ ", "").split()), 0)
