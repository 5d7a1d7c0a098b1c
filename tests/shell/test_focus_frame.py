"""The keyboard focus is shown once: by the ring of the control, not by the frame of Qt's style as well."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTabBar, QWidget

from deskstate.testing.window import AppWindow

APP = """
import deskstate as ds
ds.button("Plain")
ds.button("Primary", type="primary", icon=":material/home:")
with ds.expander("More"):
    ds.text("inside")
ds.tabs(["One", "Two"])
"""


@pytest.mark.parametrize("kind", [QPushButton, QTabBar])
def test_nothing_is_added_when_the_keyboard_moves_the_focus(
    app_window: Callable[..., AppWindow], kind: type[QWidget]
) -> None:
    window = app_window(APP).window
    for control in window.findChildren(kind):
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
        control.setFocus(Qt.FocusReason.TabFocusReason)
        ring = control.grab().toImage()
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, True)  # as the Tab key does
        assert control.grab().toImage() == ring
