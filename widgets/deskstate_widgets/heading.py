"""The native widget of `ds.title`, `ds.header` and `ds.subheader`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from deskstate.core.properties import text
from deskstate_widgets.native import Native
from deskstate_widgets.parts.help_mark import HelpMark
from deskstate_widgets.parts.richtext import RichText
from deskstate_widgets.parts.rule_line import RuleLine
from deskstate_widgets.parts.sizing import apply_width
from deskstate_widgets.parts.tokens import SMALL_GAP_PX

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_SIZES: Final[dict[int, Literal["h1", "h2", "h3"]]] = {1: "h1", 2: "h2", 3: "h3"}
_LINE_PX: Final = 2
_ABOVE_PX: Final = {1: 4, 2: 12, 3: 6}
"""Space above a heading, besides the gap between elements: what follows belongs to it, what stands above does not."""


class Heading(Native[text.Heading]):
    """A heading with what may stand around it: an icon, help, a line below."""

    def __init__(self, properties: text.Heading, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QWidget()
        self._column = QVBoxLayout(self.widget)
        self._column.setSpacing(SMALL_GAP_PX)
        self._row: QHBoxLayout | None = None
        self._text = RichText()
        self._text.link_activated.connect(host.open_link)
        self._build(properties)

    def update(self, new: text.Heading, old: text.Heading) -> None:
        if (new.icon, new.help, new.divider, new.level) != (old.icon, old.help, old.divider, old.level):
            self._clear()
            self._build(new)
        else:
            self._show(new)
        if new.width != old.width:
            self.host.relayout()

    def _clear(self) -> None:
        """Take everything but the text away."""
        for layout in (self._row, self._column):
            while layout is not None and layout.count():
                part = layout.takeAt(0).widget()
                if part is not None and part is not self._text:
                    part.deleteLater()
        self._row = None

    def _build(self, properties: text.Heading) -> None:
        self._column.setContentsMargins(0, _ABOVE_PX[properties.level], 0, 0)
        line: QLayout = self._column
        if properties.icon or properties.help:
            self._row = line = QHBoxLayout()
            self._row.setSpacing(SMALL_GAP_PX)
            self._column.addLayout(self._row)
        if properties.icon:
            from deskstate_widgets.parts.icon_mark import icon_mark  # late: few headings have one

            zoom = {1: 1.9, 2: 1.5, 3: 1.2}[properties.level]
            line.addWidget(icon_mark(properties.icon, QPalette.ColorRole.WindowText, zoom))
        line.addWidget(self._text)
        if self._row is not None:
            self._row.setStretchFactor(self._text, 1)
        if properties.help and self._row is not None:
            mark = HelpMark()
            mark.set_help(properties.help)
            self._row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignVCenter)
        if properties.divider:
            rule = RuleLine(_LINE_PX)
            rule.set_color(properties.divider)
            self._column.addWidget(rule)
        self._show(properties)

    def _show(self, properties: text.Heading) -> None:
        self._text.set_markdown(
            properties.body,
            inline=True,
            size=_SIZES[properties.level],
            alignment=properties.text_alignment,
            wrap=properties.wrap,
        )
        apply_width(self.widget, properties.width)
