"""The native widget of `ds.metric`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from deskstate.core.properties import text
from deskstate_widgets.native import Native
from deskstate_widgets.parts.help_mark import HelpMark
from deskstate_widgets.parts.markdown import plain_text
from deskstate_widgets.parts.panel import set_card
from deskstate_widgets.parts.richtext import RichText
from deskstate_widgets.parts.sizing import apply_height, apply_width
from deskstate_widgets.parts.sparkline import Sparkline
from deskstate_widgets.parts.tinted_box import TintedBox
from deskstate_widgets.parts.tokens import PAD_PX

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_ARROWS: Final = {"up": "↑ ", "down": "↓ ", "none": ""}


class Metric(Native[text.Metric]):
    """A label, a big value, and how it has changed."""

    def __init__(self, properties: text.Metric, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QFrame()
        self._column = QVBoxLayout(self.widget)
        self._column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(6)
        self._label = RichText()
        self._help = HelpMark()
        head.addWidget(self._label, 1)
        head.addWidget(self._help)
        self._value = RichText()
        self._value.setMinimumWidth(0)
        self._pill = TintedBox("gray")
        pill = QHBoxLayout(self._pill)
        pill.setContentsMargins(8, 2, 8, 2)
        self._delta = RichText()
        pill.addWidget(self._delta)
        self._about = QLabel()
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._pill)
        foot.addWidget(self._about)
        foot.addStretch(1)
        self._chart: Sparkline | None = None
        self._column.addLayout(head)
        self._column.addWidget(self._value)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self._show(properties)

    def update(self, new: text.Metric, old: text.Metric) -> None:
        self._show(new)
        if (new.width, new.height) != (old.width, old.height):
            self.host.relayout()

    def _show(self, properties: text.Metric) -> None:
        pad = PAD_PX if properties.border else 0
        self._column.setContentsMargins(pad, pad, pad, pad)
        set_card(self.widget, properties.border)
        label = f"{properties.icon} {properties.label}" if properties.icon else properties.label
        self._label.set_markdown(label, inline=True, size="small", role="muted", wrap=False)
        self._label.setVisible(properties.label_visibility != "collapsed")
        if properties.label_visibility == "hidden":
            self._label.set_text(" ", size="small")
        self._help.set_help(properties.help)
        self._help.setVisible(bool(properties.help))
        self._value.set_markdown(properties.body, inline=True, size="h2")
        self._pill.set_hue(properties.color)
        self._delta.set_markdown(
            f"{_ARROWS[properties.direction]}{properties.delta}", inline=True, size="small", role=properties.color
        )
        self._pill.setVisible(bool(properties.delta))
        self._about.setText(plain_text(properties.delta_description or ""))
        self._about.setVisible(bool(properties.delta_description))
        self._show_chart(properties)
        self.widget.setAccessibleName(f"{plain_text(properties.label)}: {plain_text(properties.body)}")
        self.widget.setAccessibleDescription(f"{_ARROWS[properties.direction]}{plain_text(properties.delta)}")
        apply_width(self.widget, properties.width)
        apply_height(self.widget, properties.height)

    def _show_chart(self, properties: text.Metric) -> None:
        if properties.chart_data and self._chart is None:
            self._chart = Sparkline()
            self._column.insertWidget(self._column.count() - 1, self._chart)
        if self._chart is not None:
            hue = properties.color if properties.delta and properties.color != "gray" else "blue"
            self._chart.show_numbers(properties.chart_data, properties.chart_type, hue)
            self._chart.setVisible(bool(properties.chart_data))
