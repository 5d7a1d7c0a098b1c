"""The font families of the house: text, code, emoji and icons, registered when first asked for.

GUI thread only. Windows and macOS bring good text and emoji fonts of their own; elsewhere the bundled ones are used, so
that a machine without any font looks the same as a desktop.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from deskstate_widgets.look.tokens import BODY_PX, STRONG_WEIGHT

_FOLDER: Final = Path(__file__).parent.parent / "data" / "fonts"
_TEXT_FILES: Final = ("Inter-Regular", "Inter-SemiBold", "Inter-Italic", "Inter-SemiBoldItalic")
_MONO_FILES: Final = ("JetBrainsMono-Regular", "JetBrainsMono-SemiBold")
_BUNDLED_EMOJI: Final = "Twemoji Mozilla"
_SYSTEM_EMOJI: Final = ("Noto Color Emoji", "Twemoji", "JoyPixels", "Apple Color Emoji", "Segoe UI Emoji")

SEMIBOLD: Final = QFont.Weight(STRONG_WEIGHT)
"""Weight of headings and strong text. The bundled families answer it with their one bold face."""


@cache
def ui_font_family() -> str:
    """Family of interface text: the system's on Windows and macOS, Inter elsewhere."""
    if sys.platform in ("win32", "darwin"):
        return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return _register(_TEXT_FILES)


@cache
def mono_font_family() -> str:
    """Family of code: Consolas or Cascadia on Windows, Menlo on macOS, JetBrains Mono elsewhere."""
    if sys.platform == "win32":
        return "Cascadia Mono" if QFontDatabase.hasFamily("Cascadia Mono") else "Consolas"
    if sys.platform == "darwin":
        return "Menlo"
    return _register(_MONO_FILES)


@cache
def ensure_emoji() -> str:
    """Make sure that emoji can be drawn in colour; give the family that draws them.

    The bundled font (1.1 MB) is loaded only where the system has none. Text that is already on the screen picks it up,
    because `ui_families` names it from the start.
    """
    if sys.platform == "win32":
        return "Segoe UI Emoji"
    if sys.platform == "darwin":
        return "Apple Color Emoji"
    for family in _SYSTEM_EMOJI:
        if QFontDatabase.hasFamily(family):
            return family
    return _register(("Twemoji",))


@cache
def ensure_icons() -> str:
    """Load the icon font and give its family."""
    return _register(("Symbols",))


def ui_families() -> list[str]:
    """Families of interface text in the order in which Qt should look for a glyph.

    Emoji families stand at the end whether or not they are loaded yet: Qt skips a family that does not exist.
    """
    emoji = {"win32": ["Segoe UI Emoji"], "darwin": ["Apple Color Emoji"]}
    return [ui_font_family(), *emoji.get(sys.platform, ["Noto Color Emoji", _BUNDLED_EMOJI])]


def ui_font(px: int = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font of interface text, for example for `QApplication.setFont`."""
    font = QFont(ui_families())
    font.setPixelSize(px)
    font.setWeight(weight)
    return font


def even_figures(font: QFont | None = None) -> QFont:
    """A font in which all figures have one width: a number that changes stays in its place, columns are straight.

    Args:
        font: What it is like otherwise; None: a widget that is given it takes everything else from its surroundings.
    """
    even = QFont() if font is None else QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even


def mono_font(px: int) -> QFont:
    """A font of code."""
    font = QFont([mono_font_family(), *ui_families()])
    font.setPixelSize(px)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    return font


def _register(files: tuple[str, ...]) -> str:
    """Register bundled font files of one family and give the family's name."""
    family = ""
    for name in files:
        font_id = QFontDatabase.addApplicationFont(str(_FOLDER / f"{name}.ttf"))
        assert font_id >= 0, f"bundled font {name}.ttf cannot be read"
        family = QFontDatabase.applicationFontFamilies(font_id)[0]
    return family
