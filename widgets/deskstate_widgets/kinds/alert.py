"""The native widget of `ds.success`, `ds.info`, `ds.warning` and `ds.error`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstate.core.properties import status
from deskstate_widgets.boxes.shown import set_shown
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.boxes.tinted_box import TintedBox
from deskstate_widgets.icons.mark import icon_mark
from deskstate_widgets.look.tokens import PAD_PX
from deskstate_widgets.markdown.html import plain_text
from deskstate_widgets.native import Native
from deskstate_widgets.text.read_text import ReadText
from deskstate_widgets.text.rich_text import Words
from deskstate_widgets.text.strong_text import StrongText

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_HUES: Final = {"success": "green", "info": "blue", "warning": "yellow", "error": "red"}
_NAMES: Final = {"success": "Success", "info": "Note", "warning": "Warning", "error": "Error"}
_PAD_Y_PX: Final = 12
_ICON_GAP_PX: Final = 10
_TITLE_GAP_PX: Final = 2
_LETTER: Final = "\u200b"
"""Of the text's font, without width: a line of an emoji alone stands higher than the line beside it."""


class Alert(Native[status.Alert]):
    """A tinted box with Markdown, perhaps an icon and a title."""

    def __init__(self, properties: status.Alert, host: Host) -> None:
        super().__init__(properties, host)
        self._box = self.widget = TintedBox(_HUES[properties.level])
        self._row = QHBoxLayout(self._box)
        self._row.setContentsMargins(PAD_PX, _PAD_Y_PX, PAD_PX, _PAD_Y_PX)
        self._row.setSpacing(_ICON_GAP_PX)
        self._column = QVBoxLayout()
        self._column.setSpacing(_TITLE_GAP_PX)
        self._row.addLayout(self._column, 1)
        self._icon: QWidget | None = None
        self._title: StrongText | None = None
        self._body: ReadText | None = None
        self._show(properties)
        self._show_icon(properties)
        apply_width(self._box, properties.width)

    def update(self, new: status.Alert, old: status.Alert) -> None:
        self._show(new)
        if (new.icon, new.level) != (old.icon, old.level):
            self._show_icon(new)
        if new.width != old.width:
            apply_width(self._box, new.width)
            self.host.relayout()

    def _show(self, properties: status.Alert) -> None:
        hue = _HUES[properties.level]
        self._box.set_hue(hue)
        if properties.title and self._title is None:
            self._title = StrongText()
            self._column.insertWidget(0, self._title)
            self._title.link_activated.connect(self.host.open_link)
        if self._title is not None:
            self._title.say(Words(properties.title or "", inline=True, role=hue))
            set_shown(self._title, bool(properties.title))
        if self._body is None and (properties.body or not properties.title):
            self._body = ReadText()
            self._column.addWidget(self._body)
            self._body.link_activated.connect(self.host.open_link)
        if self._body is not None:
            self._body.say(Words(properties.body, role=hue))
            set_shown(self._body, bool(properties.body or not properties.title))
        words = [plain_text(properties.title or ""), plain_text(properties.body, inline=False)]
        self._box.announce(f"{_NAMES[properties.level]}: {'. '.join(filter(None, words))}")

    def _show_icon(self, properties: status.Alert) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if properties.icon == "spinner":
            self._icon = icon_mark("spinner", QPalette.ColorRole.Link)
        elif properties.icon:
            letter = ReadText()
            letter.say(Words(properties.icon + _LETTER, inline=True, role=_HUES[properties.level], wrap=False))
            self._icon = letter
        if self._icon is not None:
            self._row.insertWidget(0, self._icon, alignment=Qt.AlignmentFlag.AlignTop)
