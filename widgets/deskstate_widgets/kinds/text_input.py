"""The native widget of `ds.text_input`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from deskstate.core.properties import inputs
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.fields.field import Field
from deskstate_widgets.fields.line_field import LineField
from deskstate_widgets.fields.text_rules import TextRules
from deskstate_widgets.native import Native

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstate_widgets.native import Host

_HINTS: Final[Mapping[str, Qt.InputMethodHint]] = {
    "email": Qt.InputMethodHint.ImhEmailCharactersOnly,
    "url": Qt.InputMethodHint.ImhUrlCharactersOnly,
    "phone": Qt.InputMethodHint.ImhDialableCharactersOnly,
}


class TextInput(Native[inputs.TextInput]):
    """A line of text; committed on Enter, when it is left, or after a pause of `live_ms`."""

    def __init__(self, properties: inputs.TextInput, host: Host) -> None:
        super().__init__(properties, host)
        self._line = LineField()
        self._field = self.widget = Field(self._line, host.open_link)
        self._empty: str | None = ""
        """What an empty field stands for: None while the script says so."""
        self._rules = TextRules()
        self._problem: str | None = None
        self._pause: QTimer | None = None
        self._line.edited.connect(self._edited)
        self._line.returnPressed.connect(self._entered)
        self._line.editingFinished.connect(self._commit)
        self._dress(properties.type)
        self._show(properties)

    def update(self, new: inputs.TextInput, old: inputs.TextInput) -> None:
        if new.type != old.type:
            self._dress(new.type)
        self._show(new)
        self._judge()
        if new.width != old.width:
            self.host.relayout()

    def show_value(self, value: str | None) -> None:
        self._empty = None if value is None else ""
        self._line.show_text(value or "")
        self._judge()
        self._field.show_note(None)

    def focus(self) -> None:
        self._line.setFocus()

    def show_problem(self) -> None:
        """Say below the field why a form cannot be sent."""
        self._field.show_note(self._problem)

    def close(self) -> None:
        if self._pause is not None:
            self._pause.stop()

    def _dress(self, type: str) -> None:
        """Set up what depends on the kind of text: how it is echoed, and the button at the end."""
        self._line.remove_buttons()
        self._line.setEchoMode(QLineEdit.EchoMode.Password if type == "password" else QLineEdit.EchoMode.Normal)
        self._line.setInputMethodHints(_HINTS.get(type, Qt.InputMethodHint.ImhNone))
        if type == "password":
            self._line.add_reveal_button()
        elif type == "search":
            self._line.add_clear_button().clicked.connect(self._commit)

    def _show(self, properties: inputs.TextInput) -> None:
        self._field.describe(
            properties.label, properties.help, properties.label_visibility, required=properties.required
        )
        self._line.set_icon(properties.icon)
        self._line.setPlaceholderText(properties.placeholder)
        self._line.set_limit(properties.max_chars)
        self._field.set_enabled(not properties.disabled)
        pattern, message = properties.validate or ("", "")
        self._rules = TextRules(properties.required, pattern, message)
        self._show_live(properties.live_ms)
        apply_width(self.widget, properties.width)

    def _show_live(self, live_ms: int | None) -> None:
        if live_ms is None:
            self.close()
            self._pause = None
        else:
            if self._pause is None:
                self._pause = QTimer(self.widget)
                self._pause.setSingleShot(True)
                self._pause.timeout.connect(self._commit)
            self._pause.setInterval(live_ms)

    def _judge(self) -> None:
        """Find out whether the text may be submitted, and tell the window when that changed."""
        problem = self._rules.problem(self._line.text())
        if problem != self._problem:
            self._problem = problem
            self.host.problem(problem)

    def _value(self, text: str) -> str | None:
        return text or self._empty

    def _edited(self, text: str) -> None:
        self._judge()
        if self._problem is None:
            self._field.show_note(None)
        self.host.draft(self._value(text if self._problem is None else self._line.committed))
        if self._pause is not None:
            self._pause.start()

    def _entered(self) -> None:
        self._commit()
        self._field.show_note(self._problem)
        if self._problem is None:
            self.host.submit()

    def _commit(self) -> None:
        text = self._line.text()
        if text == self._line.committed:
            return
        self._field.show_note(self._problem)
        if self._problem is None:
            self._line.committed = text
            self.host.commit(self._value(text))
