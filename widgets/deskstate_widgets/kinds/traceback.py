"""The native widget of `ds.exception`, and of an error that the script did not catch.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from deskstate.core.properties import status
from deskstate_widgets.boxes.shown import set_shown
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.boxes.tinted_box import TintedBox
from deskstate_widgets.code.frames import HEADER, FramesView
from deskstate_widgets.look.tokens import PAD_PX, SMALL_GAP_PX
from deskstate_widgets.markdown.html import plain_text
from deskstate_widgets.native import Native
from deskstate_widgets.text.read_text import ReadText
from deskstate_widgets.text.rich_text import Words
from deskstate_widgets.text.strong_text import StrongText

if TYPE_CHECKING:
    from deskstate_widgets.native import Host

_INNERMOST: Final = 5
"""Frames that are shown at once when there are many; a button shows the others."""
_PAD_Y_PX: Final = 12
_SAID_MS: Final = 1600
"""How long the copy button says that it did."""


class Traceback(Native[status.Traceback]):
    """What went wrong, and the user's own lines that led there."""

    def __init__(self, properties: status.Traceback, host: Host) -> None:
        super().__init__(properties, host)
        self._box = self.widget = TintedBox("red")
        self._shown = properties
        self._name = StrongText()
        self._message = ReadText()
        self._message.link_activated.connect(host.open_link)
        self._copy = _quiet_button("Copy")
        self._copy.clicked.connect(self._copy_all)
        self._said = QTimer(self._box)
        self._said.setSingleShot(True)
        self._said.timeout.connect(lambda: self._copy.setText("Copy"))
        self._frames: FramesView | None = None
        self._more: QPushButton | None = None
        self._all = False
        head = QHBoxLayout()
        head.setSpacing(SMALL_GAP_PX)
        head.addWidget(self._name, 1)
        head.addWidget(self._copy, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(head)
        words.addWidget(self._message)
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(PAD_PX, _PAD_Y_PX, PAD_PX, _PAD_Y_PX)
        self._column.setSpacing(SMALL_GAP_PX)
        self._column.addLayout(words)
        self._show(properties)
        apply_width(self._box, properties.width)

    def update(self, new: status.Traceback, old: status.Traceback) -> None:
        if new.frames != old.frames:
            self._all = False
        self._show(new)
        if new.width != old.width:
            apply_width(self._box, new.width)
            self.host.relayout()

    def close(self) -> None:
        self._said.stop()

    def _show(self, properties: status.Traceback) -> None:
        self._shown = properties
        hue = "yellow" if properties.is_warning else "red"
        self._box.set_hue(hue)
        self._name.say(Words(properties.type_name, literal=True, role=hue))
        self._message.say(Words(properties.message, literal=not properties.is_markdown, role=hue))
        set_shown(self._message, bool(properties.message))
        self._show_frames()
        self._box.announce(f"{properties.type_name}: {self._plain_message()}")

    def _show_frames(self) -> None:
        frames = self._shown.frames
        left_out = len(frames) - _INNERMOST
        shortened = left_out > 1 and not self._all
        if frames and self._frames is None:
            self._frames = FramesView()
            self._column.addWidget(self._frames)
        if left_out > 1 and self._more is None:
            self._more = _quiet_button("")
            self._more.clicked.connect(self._toggle)
            self._column.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)
        if self._frames is not None:
            self._frames.show_frames(frames[-_INNERMOST:] if shortened else frames)
            set_shown(self._frames, bool(frames))
        if self._more is not None:
            self._more.setText(f"Show {left_out} more frames" if shortened else "Show fewer frames")
            set_shown(self._more, left_out > 1)

    def _toggle(self) -> None:
        self._all = not self._all
        self._show_frames()

    def _copy_all(self) -> None:
        shown = self._shown
        lines = [*shown.frames, f"{shown.type_name}: {self._plain_message()}".rstrip(": ")]
        if shown.frames:
            lines.insert(0, HEADER)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._copy.setText("Copied")
        self._said.start(_SAID_MS)

    def _plain_message(self) -> str:
        message = self._shown.message
        return plain_text(message, inline=False) if self._shown.is_markdown else message


def _quiet_button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "quiet")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAutoDefault(False)
    return button
