"""The native widget of `ds.spinner`.

GUI thread only.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskstate.core.properties import status
from deskstate_widgets.boxes.shown import set_shown
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.icons.mark import icon_mark
from deskstate_widgets.look.tokens import SMALL_GAP_PX
from deskstate_widgets.markdown.html import plain_text
from deskstate_widgets.native import Native
from deskstate_widgets.text.read_text import ReadText
from deskstate_widgets.text.rich_text import Words

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

APPEARS_AFTER_S: Final = 0.5
_TICK_MS: Final = 100


class Spinner(Native[status.Spinner]):
    """A turning arc and a text, once the block has lasted for half a second (rule 16.10)."""

    def __init__(self, properties: status.Spinner, host: Host) -> None:
        super().__init__(properties, host)
        self._shown = properties
        self.widget = QWidget()
        self.widget.hide()  # takes no space until it appears, not even a gap
        self._timer = QTimer(self.widget)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one would be up to 5 % early
        self._timer.timeout.connect(self._tick)
        self._text: ReadText | None = None
        self._clock: ReadText | None = None
        self._begin()
        apply_width(self.widget, properties.width)

    def update(self, new: status.Spinner, old: status.Spinner) -> None:
        self._shown = new
        if new.started_s != old.started_s:
            self.widget.hide()
            self._begin()
        elif not self.widget.isHidden():
            self._tick()
        if new.width != old.width:
            apply_width(self.widget, new.width)
            self.host.relayout()

    def close(self) -> None:
        self._timer.stop()

    def _begin(self) -> None:
        wait_s = APPEARS_AFTER_S - (time.monotonic() - self._shown.started_s)
        self._timer.start(max(0, round(wait_s * 1000)))

    def _tick(self) -> None:
        """Appear, and keep the clock going."""
        if self._text is None or self._clock is None:
            self._text, self._clock = self._build()
        text = self._shown.text
        self._text.say(Words(text, inline=True))
        self.widget.setAccessibleName(plain_text(text))
        if self._shown.show_time:
            self._clock.say(Words(duration(time.monotonic() - self._shown.started_s), literal=True, role="muted"))
            self._timer.start(_TICK_MS)
        else:
            self._timer.stop()
        set_shown(self._clock, self._shown.show_time)
        self.widget.show()

    def _build(self) -> tuple[ReadText, ReadText]:
        """Make what is seen; most spinners never get so far."""
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL_GAP_PX)
        text, clock = ReadText(), ReadText()
        clock.be_a_figure()
        text.link_activated.connect(self.host.open_link)
        apply_width(text, "content")
        apply_width(clock, "content")
        row.addWidget(icon_mark("spinner", QPalette.ColorRole.Link))
        row.addWidget(text)
        row.addWidget(clock)
        row.addStretch(1)
        return text, clock


def duration(seconds: float) -> str:
    """How long something has taken: "(4.2 s)", "(3 min 7 s)", "(1 h 5 min)"."""
    if seconds < 60:
        return f"({seconds:.1f} s)"
    minutes = int(seconds) // 60
    if minutes < 60:
        return f"({minutes} min {int(seconds) % 60} s)"
    return f"({minutes // 60} h {minutes % 60} min)"
