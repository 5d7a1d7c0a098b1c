"""`ds.toast`: a message in the corner of the page, which comes and goes.

GUI thread only.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from deskstate.core.properties import status
from deskstate_widgets.frame.root_frame import RootFrame
from deskstate_widgets.frame.toasts import ToastCard
from deskstate_widgets.native import Host, Native

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent


class Toast(Native[status.Toast]):
    """A place of no size; the message itself lies upon the page and outlives the element (rule 22.7)."""

    def __init__(self, properties: status.Toast, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = _Place(self)
        self.widget.hide()
        self._properties = properties
        self._posted = False
        self._card: ToastCard | None = None
        QTimer.singleShot(0, self.post)  # by then the place is in a page

    def update(self, new: status.Toast, old: status.Toast) -> None:
        self._properties = new
        gone = self._card is not None and not shiboken6.isValid(self._card)
        if new.serial != old.serial or gone:
            self._posted = False
        if self._card is None or not self._posted:
            self.post()
            return
        self._card.show_message(new.body, new.icon)
        self._card.start(new.duration_s)
        page = RootFrame.around(self.widget)
        if page is not None:
            page.toasts.place()

    def close(self) -> None:
        self.post()

    def post(self) -> None:
        """Hand the message over to the page, once."""
        page = None if self._posted or not shiboken6.isValid(self.widget) else RootFrame.around(self.widget)
        if page is not None:
            self._posted = True
            self._card = None
            page.toasts.post(partial(self._make_card, self._properties))

    def _make_card(self, properties: status.Toast) -> ToastCard:
        """The card of a message, in the words that it has by now."""
        if properties.serial == self._properties.serial:
            properties = self._properties
        self._card = ToastCard()
        self._card.link_activated.connect(self.host.open_link)
        self._card.show_message(properties.body, properties.icon)
        self._card.start(properties.duration_s)
        return self._card


class _Place(QWidget):
    """Tells the toast when it gets into a page."""

    def __init__(self, toast: Toast) -> None:
        super().__init__()
        self._toast = toast

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.ParentChange:
            self._toast.post()
