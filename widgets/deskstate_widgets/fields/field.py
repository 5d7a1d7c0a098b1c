"""The frame that every labelled control shares: label and help above, what is wrong below.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from deskstate_widgets.look.style_state import set_look
from deskstate_widgets.look.tokens import LABEL_GAP_PX, SMALL_GAP_PX
from deskstate_widgets.markdown.html import is_plain, plain_text
from deskstate_widgets.text.help_mark import HelpMark
from deskstate_widgets.text.inline_label import InlineLabel, LongLabel, PlainLabel
from deskstate_widgets.text.tool_tip import set_tip, tool_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LABEL_ROW: Final = 0
_CONTROL_ROW: Final = 1
_NOTE_ROW: Final = 2


class Field(QWidget):
    """A control with its label.

    Args:
        control: What is edited; it stretches over the width of the field, and down if it can grow.
        on_link: Called with the address of a link in the label that a person clicked.
        hugs: True where the field may be only as wide as what is in it.
    """

    def __init__(self, control: QWidget, on_link: Callable[[str], object] | None = None, *, hugs: bool = False) -> None:
        super().__init__()
        self.control = control
        self._on_link = on_link  # None as soon as it is connected
        self._label = LongLabel(self) if hugs else InlineLabel(self)
        self._label.setProperty("look", "label")
        self._visibility = "visible"
        self._mark: HelpMark | None = None
        self._note: PlainLabel | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SMALL_GAP_PX)
        self._grid.setVerticalSpacing(LABEL_GAP_PX)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._label, _LABEL_ROW, 0)
        self._grid.addWidget(control, _CONTROL_ROW, 0, 1, 2)

    def describe(
        self,
        label: str,
        help: str | None = None,
        visibility: str = "visible",
        *,
        required: bool = False,
        named: Sequence[QWidget] = (),
    ) -> None:
        """Show a label and its help, and tell both to assistive tools.

        Args:
            label: Inline Markdown.
            help: Markdown of the tool tip.
            visibility: "visible", "hidden" (keeps the space) or "collapsed".
            required: Whether a star follows the label.
            named: The widgets that take the focus, if that is not the control itself.
        """
        self._label.set_markdown(f"{label} :red[\\*]" if required and label else label)
        if self._on_link is not None and not is_plain(label):
            self._label.link_activated.connect(self._on_link)
            self._on_link = None
        if visibility != self._visibility:
            self._visibility = visibility
            _show(self._label, visibility)
        if help and self._mark is None:
            self._mark = HelpMark()
            self._grid.addWidget(self._mark, _LABEL_ROW, 1, Qt.AlignmentFlag.AlignTop)
            self._mark.stackUnder(self.control)  # so that Tab comes to it first, as the eye does
        if self._mark is not None:
            self._mark.set_help(help)
            _show(self._mark, visibility if help else "collapsed")
        set_tip(self, "" if visibility == "visible" else tool_tip(self, help))
        words, more = plain_text(label), plain_text(help or "", inline=False)
        for widget in named or (self.control,):
            widget.setAccessibleName(words)
            widget.setAccessibleDescription(more)

    def set_enabled(self, enabled: bool) -> None:
        """Let a person edit, or not; the label is dimmed with the control, its help stays within reach."""
        self.control.setEnabled(enabled)
        self._label.setEnabled(enabled)

    @property
    def has_note(self) -> bool:
        """True while it says what is wrong."""
        return self._note is not None and not self._note.isHidden()

    def show_note(self, text: str | None) -> None:
        """Say below the control what is wrong with what stands in it; None: nothing."""
        if text and self._note is None:
            self._note = PlainLabel()
            self._note.setProperty("look", "problem")
            self._grid.addWidget(self._note, _NOTE_ROW, 0, 1, 2)
        if self._note is not None:
            self._note.say(text or "")
            self._note.setVisible(bool(text))
        set_look(self.control, "wrong", bool(text))


def _show(widget: QWidget, visibility: str) -> None:
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(visibility == "hidden")
    widget.setSizePolicy(policy)
    widget.setVisible(visibility == "visible")
