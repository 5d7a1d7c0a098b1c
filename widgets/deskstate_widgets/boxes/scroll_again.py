"""Scrolls an area that was made anew to where it was, as soon as there is enough in it.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar


def scroll_again(area: QAbstractScrollArea, *, down: int, sideways: int = 0) -> None:
    """Scroll to where the same thing was scrolled to before: now, and when it is laid out and long enough."""
    for bar, value in ((area.verticalScrollBar(), down), (area.horizontalScrollBar(), sideways)):
        if value:
            _Later(area, bar, value)


class _Later(QObject):
    """Scrolls when there is enough to scroll, unless a person has scrolled by then."""

    def __init__(self, area: QAbstractScrollArea, bar: QScrollBar, value: int) -> None:
        super().__init__(area)
        self._area = area
        self._bar = bar
        self._value = value
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._scroll)
        area.installEventFilter(self)
        bar.rangeChanged.connect(self._soon)
        bar.actionTriggered.connect(self.deleteLater)
        bar.setValue(value)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._timer.start()
        return super().eventFilter(watched, event)

    def _soon(self) -> None:
        self._timer.start()

    def _scroll(self) -> None:
        if self._area.isVisible():
            self._bar.setValue(self._value)
            if self._bar.maximum() >= self._value:
                self.deleteLater()
