"""The names of the icon font: `:material/home:` by name.

No Qt.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

_FILE: Final = Path(__file__).parent.parent / "data" / "icons.txt"

SYMBOLS_FAMILY: Final = "deskstate Symbols"
"""Family name of the bundled icon font; `fonts.ensure_icons` loads it."""

INTERFACE: Final = MappingProxyType(
    {
        "chevron_down": "\ue5cf",
        "chevron_right": "\ue409",
        "chevron_left": "\ue408",
        "chevron_up": "\ue5ce",
        "expand": "\uf1ce",
        "close": "\ue14c",
        "add": "\ue145",
        "remove": "\ue15b",
        "check": "\ue5ca",
        "help": "\ue887",
        "copy": "\ue14d",
        "visibility": "\ue417",
        "visibility_off": "\ue8f5",
        "info": "\ue88e",
        "check_circle": "\ue86c",
        "warning": "\ue002",
        "error": "\ue000",
        "search": "\ue8b6",
        "menu": "\ue5d2",
        "left_panel_open": "\uf716",
        "left_panel_close": "\uf717",
        "stop": "\ue047",
        "more": "\ue5d3",
    }
)
"""The glyphs that controls are built with; kept here so that drawing one reads no table."""


def symbol(name: str) -> str | None:
    """The character that draws an icon.

    Args:
        name: A Material Symbols name such as "home", without ":material/".

    Returns:
        One character of the icon font, or None when there is no icon of that name.
    """
    code = _table().get(name)
    return None if code is None else chr(int(code, 16))


@cache
def _table() -> dict[str, str]:
    """All 4,300 names with their code points in hexadecimal, read on first use (about 2 ms)."""
    return dict(line.split(" ", 1) for line in _FILE.read_text("ascii").splitlines())
