"""Clicks whose words are kept: what scripts need for that, and the mouse as its window hears of it.

GUI thread only.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from deskstate.testing.window import AppWindow
from deskstate_widgets.markdown.html import plain_text

KEEP = """
import builtins
import deskstate as ds
def keep(*words): ds.session_state.setdefault("kept", []).append(words)
"""
KEPT = """
ds.text(f"kept: {ds.session_state.get('kept')}")
"""
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def press(window: AppWindow, text: str) -> QPoint:
    """Press the mouse on an element, as a person would: the window is told, not the widget. Where, is the answer."""
    found = next(live for live in window.lives() if _says(live.properties, text) or live.key == text)
    control = window.find(key=text).control if found.key == text else window.find(label=found.properties.label).control  # type: ignore[attr-defined]
    place = control.mapTo(window.window, QPoint(12, min(12, control.height() // 2)))
    QTest.mousePress(window.window.windowHandle(), LEFT, NO_KEY, place)
    return place


def release(window: AppWindow, place: QPoint) -> None:
    """Release it at a place of the window."""
    QTest.mouseRelease(window.window.windowHandle(), LEFT, NO_KEY, place)


def _says(properties: object, text: str) -> bool:
    label = getattr(properties, "label", None)
    return isinstance(label, str) and plain_text(label) == text
