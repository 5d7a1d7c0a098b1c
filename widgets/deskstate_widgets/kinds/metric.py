"""The native widget of `ds.metric`.

GUI thread only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from deskstate.core.properties import text
from deskstate_widgets.boxes.card import set_card
from deskstate_widgets.boxes.shown import set_shown
from deskstate_widgets.boxes.sizing import apply_height, apply_width
from deskstate_widgets.charts.sparkline import Sparkline
from deskstate_widgets.look.tokens import PAD_PX, SMALL_GAP_PX
from deskstate_widgets.markdown.html import plain_text
from deskstate_widgets.native import Native
from deskstate_widgets.text.figure_text import FIGURE_SIZE, FigureText, Pill
from deskstate_widgets.text.read_text import ReadText
from deskstate_widgets.text.rich_text import Words
from deskstate_widgets.values.numbers import format_number

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_ARROWS: Final = {"up": "↑ ", "down": "↓ ", "none": ""}
_SPOKEN: Final = {"up": "up ", "down": "down ", "none": ""}
_LINE_GAP_PX: Final = 4
_HYPHEN: Final = re.compile(r"^\s*-(?=\s?[\d.,$€£¥])")
"""The minus of keyboards at the beginning of a number."""


class Metric(Native[text.Metric]):
    """A label, a big value, and how it has changed."""

    def __init__(self, properties: text.Metric, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QWidget()
        self._column = QVBoxLayout(self.widget)
        self._column.setSpacing(_LINE_GAP_PX)
        self._label = ReadText()
        self._value = FigureText()
        self._pill: Pill | None = None
        self._about: ReadText | None = None
        self._foot: QHBoxLayout | None = None
        self._chart: Sparkline | None = None
        for line in (self._label, self._value):
            self._column.addWidget(self._line(line))
        self._show(properties)

    def update(self, new: text.Metric, old: text.Metric) -> None:
        self._show(new)
        if (new.width, new.height) != (old.width, old.height):
            self.host.relayout()

    def _show(self, properties: text.Metric) -> None:
        value, delta = _figure(properties.body, properties.format), _figure(properties.delta, properties.format)
        self._show_label(properties)
        self._value.say(Words(value, inline=True, size=FIGURE_SIZE, wrap=False))
        self._show_change(properties, delta)
        self._show_chart(properties)
        pad_px = PAD_PX if properties.border else 0
        self._column.setContentsMargins(pad_px, pad_px, pad_px, pad_px)
        set_card(self.widget, properties.border)
        apply_width(self.widget, properties.width)
        apply_height(self.widget, properties.height)
        self.widget.setAccessibleName(f"{plain_text(properties.label)}: {plain_text(value)}")
        change = f"{_SPOKEN[properties.direction]}{plain_text(delta)}" if delta else ""
        about, help = plain_text(properties.delta_description or ""), plain_text(properties.help or "", inline=False)
        self.widget.setAccessibleDescription(". ".join(filter(None, (change, about, help))))

    def _show_label(self, properties: text.Metric) -> None:
        words = Words(properties.label, inline=True, size="small", role="muted", wrap=False)
        self._label.say(words, properties.help, properties.icon)
        policy = self._label.sizePolicy()
        policy.setRetainSizeWhenHidden(properties.label_visibility == "hidden")
        self._label.setSizePolicy(policy)
        set_shown(self._label, properties.label_visibility == "visible")

    def _show_change(self, properties: text.Metric, delta: str) -> None:
        about = properties.delta_description
        if (delta or about) and self._foot is None:
            self._foot = QHBoxLayout()
            self._foot.setSpacing(SMALL_GAP_PX)
            self._column.insertLayout(2, self._foot)
            self._foot.addStretch(1)
        if delta and self._pill is None and self._foot is not None:
            self._pill = Pill()
            self._foot.insertWidget(0, self._line(self._pill))
        if self._pill is not None:
            words = _ARROWS[properties.direction] + _HYPHEN.sub("\u2212", delta)
            self._pill.say(Words(words, inline=True, size="small", role=properties.color, wrap=False))
            set_shown(self._pill, bool(delta))
        if about and self._about is None and self._foot is not None:
            self._about = ReadText()
            self._foot.insertWidget(self._foot.count() - 1, self._line(self._about))
        if self._about is not None:
            self._about.say(Words(about or "", inline=True, size="small", role="muted", wrap=False))
            set_shown(self._about, bool(about))

    def _show_chart(self, properties: text.Metric) -> None:
        if properties.chart_data and self._chart is None:
            self._chart = Sparkline()
            self._column.addWidget(self._chart)
        if self._chart is not None:
            color = properties.color if properties.delta else "primary"
            self._chart.show_numbers(properties.chart_data, properties.chart_type, color)
            set_shown(self._chart, bool(properties.chart_data))
        # What is left over of the height goes to the chart, or stays free below the rest.
        self._column.setAlignment(Qt.AlignmentFlag(0) if properties.chart_data else Qt.AlignmentFlag.AlignTop)

    def _line(self, text: ReadText) -> ReadText:
        """A text that keeps its height."""
        text.link_activated.connect(self.host.open_link)
        policy = text.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        text.setSizePolicy(policy)
        return text


def _figure(text: str, format: str | None) -> str:
    """A number in its format; what is no number stays as it is."""
    if not format or not text:
        return text
    for kind in (int, float):
        try:
            return format_number(kind(text), format) or text
        except ValueError:
            continue
    return text
