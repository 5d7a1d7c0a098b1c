"""The native widget of `ds.progress`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from deskstate.core.properties import status
from deskstate_widgets.native import Native
from deskstate_widgets.parts.markdown import plain_text
from deskstate_widgets.parts.richtext import RichText
from deskstate_widgets.parts.sizing import apply_width
from deskstate_widgets.parts.tokens import LABEL_GAP_PX

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

BAR_PX: Final = 6


class Progress(Native[status.Progress]):
    """A thin bar, with text above it."""

    def __init__(self, properties: status.Progress, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QWidget()
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(LABEL_GAP_PX)
        self._text: RichText | None = None
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(BAR_PX)
        self._column.addWidget(self._bar)
        self._show(properties)

    def update(self, new: status.Progress, old: status.Progress) -> None:
        self._show(new)
        if new.width != old.width:
            self.host.relayout()

    def _show(self, properties: status.Progress) -> None:
        self._bar.setValue(properties.percent)
        if properties.text and self._text is None:
            self._text = RichText()
            self._column.insertWidget(0, self._text)
        if self._text is not None:
            self._text.set_markdown(properties.text or "", inline=True, size="small")
            self._text.setVisible(bool(properties.text))
        self._bar.setAccessibleName(plain_text(properties.text or "Progress"))
        apply_width(self.widget, properties.width)
