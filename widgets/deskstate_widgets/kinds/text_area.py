"""The native widget of `ds.text_area`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstate.core.properties import inputs
from deskstate_widgets.boxes.scroll_again import scroll_again
from deskstate_widgets.boxes.sizing import apply_height, apply_width
from deskstate_widgets.fields.field import Field
from deskstate_widgets.fields.text_box import TextBox
from deskstate_widgets.fields.text_rules import TextRules
from deskstate_widgets.native import Native

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_LEAST_PX: Final = 96
"""Least height with a label, in px; and without one."""
_LEAST_BARE_PX: Final = 68


class TextArea(Native[inputs.TextArea]):
    """Several lines of text; committed by Ctrl+Enter, and when it is left."""

    def __init__(self, properties: inputs.TextArea, host: Host) -> None:
        super().__init__(properties, host)
        self._box = TextBox()
        self._field = self.widget = Field(self._box, host.open_link)
        self._empty: str | None = ""
        """What an empty field stands for: None while the script says so."""
        self._rules = TextRules()
        self._problem: str | None = None
        self._box.edited.connect(self._edited)
        self._box.entered.connect(self._entered)
        self._box.left.connect(self._commit)
        self._show(properties)

    def update(self, new: inputs.TextArea, old: inputs.TextArea) -> None:
        self._show(new)
        self._judge()
        if (new.width, new.height) != (old.width, old.height):
            self.host.relayout()

    def show_value(self, value: str | None) -> None:
        self._empty = None if value is None else ""
        self._box.show_text(value or "")
        self._judge()
        self._field.show_note(None)

    def focus(self) -> None:
        self._box.setFocus()

    def show_problem(self) -> None:
        """Say below the field why a form cannot be sent."""
        self._field.show_note(self._problem)

    def view(self) -> int | None:
        """How far it is scrolled, in lines."""
        return self._box.verticalScrollBar().value() or None

    def restore_view(self, view: int) -> None:
        scroll_again(self._box, down=view)

    def _show(self, properties: inputs.TextArea) -> None:
        self._field.describe(
            properties.label, properties.help, properties.label_visibility, required=properties.required
        )
        self._rules = TextRules(properties.required)
        self._box.setPlaceholderText(properties.placeholder)
        self._field.set_enabled(not properties.disabled)
        self._box.set_limit(properties.max_chars)
        self._box.set_lines(properties.height)
        height = properties.height
        if isinstance(height, int):
            height = max(height, _LEAST_BARE_PX if properties.label_visibility == "collapsed" else _LEAST_PX)
        apply_height(self.widget, "content" if height is None else height)
        apply_width(self.widget, properties.width)

    def _judge(self) -> None:
        """Find out whether the text may be submitted, and tell the window when that changed."""
        problem = self._rules.problem(self._box.toPlainText())
        if problem != self._problem:
            self._problem = problem
            self.host.problem(problem)

    def _value(self, text: str) -> str | None:
        return text or self._empty

    def _edited(self, text: str) -> None:
        self._judge()
        if self._problem is None:
            self._field.show_note(None)
        self.host.draft(self._value(text if self._problem is None else self._box.committed))

    def _entered(self) -> None:
        self._commit()
        self._field.show_note(self._problem)
        if self._problem is None:
            self.host.submit()

    def _commit(self) -> None:
        text = self._box.toPlainText()
        if text == self._box.committed:
            return
        self._field.show_note(self._problem)
        if self._problem is None:
            self._box.committed = text
            self.host.commit(self._value(text))
