"""The native widget of `ds.success`, `ds.info`, `ds.warning` and `ds.error`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from deskstate.core.properties import status
from deskstate_widgets.native import Native
from deskstate_widgets.parts.icon_mark import icon_mark
from deskstate_widgets.parts.markdown import plain_text
from deskstate_widgets.parts.richtext import RichText
from deskstate_widgets.parts.sizing import apply_width
from deskstate_widgets.parts.tinted_box import TintedBox
from deskstate_widgets.parts.tokens import SMALL_GAP_PX

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

HUES: Final = {"success": "green", "info": "blue", "warning": "yellow", "error": "red"}
_NAMES: Final = {"success": "Success", "info": "Note", "warning": "Warning", "error": "Error"}


class Alert(Native[status.Alert]):
    """A tinted box with Markdown, perhaps an icon and a title."""

    def __init__(self, properties: status.Alert, host: Host) -> None:
        super().__init__(properties, host)
        self._box = TintedBox(HUES[properties.level])
        self.widget = self._box
        self._row = QHBoxLayout(self._box)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.setSpacing(10)
        self._words = QVBoxLayout()
        self._words.setSpacing(SMALL_GAP_PX // 2)
        self._title: RichText | None = None
        self._body = RichText()
        self._body.link_activated.connect(host.open_link)
        self._build(properties)

    def update(self, new: status.Alert, old: status.Alert) -> None:
        if (new.icon, new.title is None) != (old.icon, old.title is None):
            self._clear()
            self._build(new)
        else:
            self._show(new)
        if new.width != old.width:
            self.host.relayout()

    def _clear(self) -> None:
        self._row.removeItem(self._words)
        while self._row.count():
            icon = self._row.takeAt(0).widget()
            if icon is not None:
                icon.deleteLater()
        if self._title is not None:
            self._words.removeWidget(self._title)
            self._title.deleteLater()
            self._title = None

    def _build(self, properties: status.Alert) -> None:
        if properties.icon:
            mark = icon_mark(properties.icon, QPalette.ColorRole.WindowText, 1.15)
            self._row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        if properties.title is not None:
            self._title = RichText()
            font = QFont(self._title.font())
            font.setWeight(QFont.Weight.DemiBold)
            self._title.setFont(font)
            self._words.insertWidget(0, self._title)
        self._words.addWidget(self._body)
        self._show(properties)

    def _show(self, properties: status.Alert) -> None:
        hue = HUES[properties.level]
        self._box.set_hue(hue)
        if self._title is not None:
            self._title.set_markdown(properties.title or "", inline=True, role=hue)
        self._body.set_markdown(properties.body, role=hue)
        self._box.setAccessibleName(f"{_NAMES[properties.level]}: {plain_text(properties.body)}")
        apply_width(self._box, properties.width)
