"""The native widget of `ds.progress`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from deskstate.core.properties import status
from deskstate_widgets.boxes.shown import set_shown
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.look.tokens import LABEL_GAP_PX
from deskstate_widgets.markdown.html import plain_text
from deskstate_widgets.native import Native
from deskstate_widgets.text.read_text import ReadText
from deskstate_widgets.text.rich_text import Words

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_PERCENT: Final = 100


class Progress(Native[status.Progress]):
    """A thin bar, with text above it. The bar is Qt's own: no Python runs when it is painted."""

    def __init__(self, properties: status.Progress, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QWidget()
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(LABEL_GAP_PX)
        self._text: ReadText | None = None
        self._bar = QProgressBar()
        self._bar.setRange(0, _PERCENT)
        self._bar.setTextVisible(False)
        self._column.addWidget(self._bar)
        self._bar.setValue(properties.percent)
        self._say(properties.text)
        apply_width(self.widget, properties.width)

    def update(self, new: status.Progress, old: status.Progress) -> None:
        self._bar.setValue(new.percent)
        if new.text != old.text:
            self._say(new.text)
        if new.width != old.width:
            apply_width(self.widget, new.width)
            self.host.relayout()

    def _say(self, text: str | None) -> None:
        if text and self._text is None:
            self._text = ReadText()
            self._text.be_a_figure()
            self._text.link_activated.connect(self.host.open_link)
            self._column.insertWidget(0, self._text)
        if self._text is not None:
            self._text.say(Words(text or "", inline=True, size="small"))
            set_shown(self._text, bool(text))
        self._bar.setAccessibleName(plain_text(text or "Progress"))
