"""Shortcuts as scripts write them ("Cmd+K", "shift+enter") as Qt's key sequences.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES: Final[Mapping[str, str]] = {
    "ctrl": "Ctrl",  # Qt reads it as Command on a Mac
    "control": "Ctrl",
    "cmd": "Ctrl",
    "command": "Ctrl",
    "mod": "Ctrl",
    "alt": "Alt",
    "option": "Alt",
    "shift": "Shift",
    "enter": "Return",
    "return": "Return",
    "esc": "Esc",
    "escape": "Esc",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "arrowup": "Up",
    "arrowdown": "Down",
    "arrowleft": "Left",
    "arrowright": "Right",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "del": "Del",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDown",
}


def key_sequence(shortcut: str | None) -> QKeySequence:
    """The keys of a shortcut; empty without one. The main modifier is the platform's, whatever the script calls it."""
    if not shortcut:
        return QKeySequence()
    words = [word.strip() for word in shortcut.split("+")]
    return QKeySequence("+".join(_NAMES.get(word.lower(), word.upper()) for word in words))
