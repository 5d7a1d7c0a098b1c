"""The native widget of `ds.spinner`.

GUI thread only.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskstate.core.properties import status
from deskstate_widgets.native import Native
from deskstate_widgets.parts.icon_mark import icon_mark
from deskstate_widgets.parts.markdown import plain_text
from deskstate_widgets.parts.richtext import RichText
from deskstate_widgets.parts.sizing import apply_width
from deskstate_widgets.parts.tokens import SMALL_GAP_PX

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

APPEARS_AFTER_S: Final = 0.5
TICK_MS: Final = 100


class Spinner(Native[status.Spinner]):
    """A turning arc and a text, once the block has lasted for half a second (rule 16.10)."""

    def __init__(self, properties: status.Spinner, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QWidget()
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL_GAP_PX)
        self._text = RichText()
        row.addWidget(icon_mark("spinner", QPalette.ColorRole.Link))
        row.addWidget(self._text, 1)
        self._shown = properties
        self._timer = QTimer(self.widget)
        self._timer.timeout.connect(self._tick)
        self.widget.hide()
        self._begin()
        apply_width(self.widget, properties.width)

    def update(self, new: status.Spinner, old: status.Spinner) -> None:
        self._shown = new
        if new.started_s != old.started_s:
            self.widget.hide()
            self._begin()
        elif not self.widget.isHidden():
            self._say()
        if new.width != old.width:
            apply_width(self.widget, new.width)
            self.host.relayout()

    def close(self) -> None:
        self._timer.stop()

    def _begin(self) -> None:
        wait_s = APPEARS_AFTER_S - (time.monotonic() - self._shown.started_s)
        self._timer.start(max(0, round(wait_s * 1000)))

    def _tick(self) -> None:
        self._say()
        self.widget.show()
        if self._shown.show_time:
            self._timer.start(TICK_MS)
        else:
            self._timer.stop()

    def _say(self) -> None:
        text = self._shown.text
        if self._shown.show_time:
            text = f"{text} ({time.monotonic() - self._shown.started_s:.1f} s)"
        self._text.set_markdown(text, inline=True)
        self.widget.setAccessibleName(plain_text(text))
