"""The native widget of `ds.exception`, and of an error that the script did not catch.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from deskstate.core.properties import status
from deskstate_widgets.native import Native
from deskstate_widgets.parts.richtext import RichText
from deskstate_widgets.parts.sizing import apply_width
from deskstate_widgets.parts.tinted_box import TintedBox
from deskstate_widgets.parts.tokens import SMALL_GAP_PX

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_SHOWN_FRAMES: Final = 6
"""The innermost frames that are shown at once; a button shows the others."""


class Traceback(Native[status.Traceback]):
    """What went wrong, and the user's own lines that led there."""

    def __init__(self, properties: status.Traceback, host: Host) -> None:
        super().__init__(properties, host)
        self._box = TintedBox("red")
        self.widget = self._box
        column = QVBoxLayout(self._box)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(SMALL_GAP_PX)
        self._head = RichText()
        self._message = RichText()
        self._message.link_activated.connect(host.open_link)
        self._frames = QLabel()
        self._frames.setObjectName("deskstate-frames")
        self._frames.setTextFormat(Qt.TextFormat.PlainText)
        self._frames.setWordWrap(True)
        self._frames.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._all = QPushButton()
        self._copy = QPushButton("Copy")
        for button in (self._all, self._copy):
            button.setProperty("look", "quiet")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._all.clicked.connect(self._show_all)
        self._copy.clicked.connect(self._copy_text)
        foot = QHBoxLayout()
        foot.addWidget(self._all)
        foot.addStretch(1)
        foot.addWidget(self._copy)
        for part in (self._head, self._message, self._frames):
            column.addWidget(part)
        column.addLayout(foot)
        self._shown = properties
        self._show(properties)

    def update(self, new: status.Traceback, old: status.Traceback) -> None:
        self._show(new)
        if new.width != old.width:
            self.host.relayout()

    def _show(self, properties: status.Traceback) -> None:
        self._shown = properties
        hue = "yellow" if properties.is_warning else "red"
        self._box.set_hue(hue)
        self._head.set_markdown(f"**{_escaped(properties.type_name)}**", role=hue)
        if properties.is_markdown:
            self._message.set_markdown(properties.message, role=hue)
        else:
            self._message.set_text(properties.message, role=hue)
        self._message.setVisible(bool(properties.message))
        hidden = len(properties.frames) - _SHOWN_FRAMES
        self._frames.setText("\n".join(properties.frames[-_SHOWN_FRAMES:]))
        self._frames.setVisible(bool(properties.frames))
        self._all.setText(f"Show {hidden} more frames")
        self._all.setVisible(hidden > 0)
        self._box.setAccessibleName(f"{properties.type_name}: {properties.message}")
        apply_width(self._box, properties.width)

    def _show_all(self) -> None:
        self._frames.setText("\n".join(self._shown.frames))
        self._all.hide()

    def _copy_text(self) -> None:
        shown = self._shown
        text = "\n".join((*shown.frames, f"{shown.type_name}: {shown.message}"))
        QGuiApplication.clipboard().setText(text)
        self._copy.setText("Copied")


def _escaped(name: str) -> str:
    """A class's name, in which Markdown sees no markup."""
    return name.replace("_", "\\_").replace("*", "\\*")
