"""The small button that copies a piece of code and says that it did.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from deskstate_widgets.icons.pictures import icon
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.text.tool_tip import set_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QRectF
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

COPY_BUTTON_PX: Final = 28
_ICON_PX: Final = 16
_SAID_MS: Final = 1600
"""How long the check mark stays."""


class CopyButton(QToolButton):
    """Copies what `source` gives at that moment; invisible until it is shown."""

    focused = Signal(bool)
    """The keyboard came (True) or went."""

    def __init__(self, parent: QWidget, source: Callable[[], str]) -> None:
        """Make a hidden button in the widget that shows the code."""
        super().__init__(parent)
        self._source = source
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID_MS)
        self._said.timeout.connect(self._dress)
        self.setFixedSize(COPY_BUTTON_PX, COPY_BUTTON_PX)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Copy code")
        self.clicked.connect(self._copy)
        self.hide()
        self._dress()

    def place(self, area: QRectF) -> None:
        """Put the button into the upper right corner of an area."""
        inset = min(5.0, max((area.height() - COPY_BUTTON_PX) / 2, 0.0))
        self.move(round(area.right() - COPY_BUTTON_PX - inset), round(area.top() + inset))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self._dress()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._source())
        self._said.start()
        self._dress()

    def _dress(self) -> None:
        tokens = tokens_of(self)
        done = self._said.isActive()
        color = tokens.hues["green"].text if done else tokens.muted
        self.setIcon(icon("check" if done else "copy", _ICON_PX, color))
        set_tip(self, "Copied" if done else "Copy")
        sheet = (
            f"QToolButton {{ background: {tokens.surface}; border: 1px solid {tokens.border}; border-radius: 6px; }}"
            f"QToolButton:hover {{ background: {tokens.surface_hover}; }}"
            f"QToolButton:focus {{ border-color: {tokens.focus}; }}"
        )
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
