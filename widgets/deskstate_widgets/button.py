"""The native widget of `ds.button` and `ds.form_submit_button`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut

from deskstate.core.properties import inputs
from deskstate_widgets.native import Native
from deskstate_widgets.parts.key_words import key_sequence
from deskstate_widgets.parts.push_button import PushButton
from deskstate_widgets.parts.sizing import apply_width

if TYPE_CHECKING:
    from deskstate_widgets.native import Host


class Button(Native[inputs.Button]):
    """A push button; reports True for each click."""

    def __init__(self, properties: inputs.Button, host: Host) -> None:
        super().__init__(properties, host)
        self._button = self.widget = PushButton()
        self._shortcut: QShortcut | None = None
        self._button.clicked.connect(self._clicked)
        self._show(properties)

    def update(self, new: inputs.Button, old: inputs.Button) -> None:
        self._show(new)
        if new.width != old.width:
            self.host.relayout()

    def _show(self, properties: inputs.Button) -> None:
        keys = key_sequence(properties.shortcut)
        self._button.set_face(
            properties.label,
            properties.icon,
            look=properties.type,
            icon_last=properties.icon_position == "right",
            shortcut=keys.toString(QKeySequence.SequenceFormat.NativeText),
            wrap=properties.wrap is not False,
        )
        self._button.set_help(properties.help)
        self._button.setEnabled(not properties.disabled)
        self._listen(keys)
        apply_width(self._button, properties.width)

    def _clicked(self) -> None:
        self.host.commit(True)

    def _listen(self, keys: QKeySequence) -> None:
        if self._shortcut is None:
            if keys.isEmpty():
                return
            self._shortcut = QShortcut(self._button)
            self._shortcut.setAutoRepeat(False)
            self._shortcut.activated.connect(self._button.click)
            self._shortcut.activatedAmbiguously.connect(self._click_first)
        self._shortcut.setKey(keys)

    def _click_first(self) -> None:
        """Several buttons have these keys: the first one on the page is meant."""
        keys = self._shortcut.key() if self._shortcut is not None else QKeySequence()
        window = self._button.window()
        rivals = [
            button
            for button in window.findChildren(PushButton)
            if button.isVisible() and any(other.key() == keys for other in button.findChildren(QShortcut))
        ]
        min(rivals, key=lambda button: _reading_order(button.mapTo(window, QPoint(0, 0)))).click()


def _reading_order(place: QPoint) -> tuple[int, int]:
    return place.y(), place.x()
