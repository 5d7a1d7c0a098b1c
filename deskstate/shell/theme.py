"""Light, dark, or as the system is: palette and stylesheet of the whole application.

GUI thread only.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from deskstate.shell.style import rules
from deskstate_widgets.parts.fonts import ui_font
from deskstate_widgets.parts.palette import palette
from deskstate_widgets.parts.stylesheet import stylesheet
from deskstate_widgets.parts.tokens import BODY_PX, DARK, LIGHT, Tokens

ZOOM_MIN: Final = 0.5
ZOOM_MAX: Final = 3.0


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
            self._app.setStyleSheet(stylesheet(tokens, rules(tokens), zoom=body_px / BODY_PX))
