"""The native widget of `ds.button` and `ds.form_submit_button`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import inputs
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.buttons.push_button import PushButton
from deskstate_widgets.native import Native

if TYPE_CHECKING:
    from deskstate_widgets.buttons.shortcut_keys import ButtonKeys
    from deskstate_widgets.native import Host


class Button(Native[inputs.Button]):
    """A push button; reports True for each click."""

    def __init__(self, properties: inputs.Button, host: Host) -> None:
        super().__init__(properties, host)
        self._button = self.widget = PushButton()
        self._keys: ButtonKeys | None = None
        self._button.clicked.connect(self._clicked)
        self._show(properties)

    def update(self, new: inputs.Button, old: inputs.Button) -> None:
        self._show(new)
        if new.width != old.width:
            self.host.relayout()

    def is_pressed(self) -> bool:
        return self._button.isDown()

    def let_go(self) -> None:
        self._button.setDown(False)

    def _show(self, properties: inputs.Button) -> None:
        if properties.shortcut and self._keys is None:
            from deskstate_widgets.buttons.shortcut_keys import ButtonKeys  # late: few buttons have any

            self._keys = ButtonKeys(self._button)
        self._button.set_face(
            properties.label,
            properties.icon,
            look=properties.type,
            icon_last=properties.icon_position == "right",
            shortcut=self._keys.listen(properties.shortcut) if self._keys is not None else "",
            wrap=properties.wrap is not False,
        )
        self._button.set_help(properties.help)
        self._button.setEnabled(not properties.disabled)
        apply_width(self._button, properties.width)

    def _clicked(self) -> None:
        self.host.commit(True)
