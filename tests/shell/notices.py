"""What a window says over its page.

GUI thread only.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from deskstate.testing.window import AppWindow


def notice(window: AppWindow) -> str:
    """All words of the notice that is shown; "" when there is none."""
    card = window.window.findChild(QWidget, "deskstate-notice")
    if card is None or not card.isVisible():
        return ""
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
