"""A stand to try one native widget on: a host that writes down what it is told, and a window around the widget.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from deskstate_widgets.native import Native

W = TypeVar("W", bound=QWidget)


class FakeHost:
    """A `Host` that remembers every call."""

    def __init__(self) -> None:
        self.commits: list[object] = []
        self.drafts: list[object] = []
        self.problems: list[str | None] = []
        self.links: list[str] = []
        self.submits = 0
        self.relayouts = 0
        self.calls: list[tuple[str, object]] = []
        """Everything but `relayout`, in order: ("commit", value), ("submit", None) …"""

    def commit(self, value: object) -> None:
        self.commits.append(value)
        self.calls.append(("commit", value))

    def draft(self, value: object) -> None:
        self.drafts.append(value)
        self.calls.append(("draft", value))

    def submit(self) -> None:
        self.submits += 1
        self.calls.append(("submit", None))

    def problem(self, message: str | None) -> None:
        self.problems.append(message)
        self.calls.append(("problem", message))

    def open_link(self, url: str) -> None:
        self.links.append(url)
        self.calls.append(("open_link", url))

    def relayout(self) -> None:
        self.relayouts += 1


class Stand(QWidget):
    """A window with one native widget, and a plain field below it that can take the focus away."""

    def __init__(self, native: Native[Any], width_px: int = 400) -> None:
        super().__init__()
        self.elsewhere = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(native.widget)
        column.addWidget(self.elsewhere)
        column.addStretch()
        self.resize(width_px, 300)


def part(native: Native[Any], kind: type[W]) -> W:
    """The first Qt widget of some class in a native widget."""
    found = native.widget if isinstance(native.widget, kind) else native.widget.findChild(kind)
    assert isinstance(found, kind)
    return found


def show(qtbot: QtBot, native: Native[Any], width_px: int = 400) -> Stand:
    """Put a native widget into an active window, with the focus elsewhere."""
    stand = Stand(native, width_px)

    def keep(_: QWidget) -> None:
        """Hold the stand, which qtbot does not, until the test is over."""
        assert stand is not None

    qtbot.addWidget(stand, before_close_func=keep)
    with qtbot.waitExposed(stand):
        stand.show()
    stand.activateWindow()
    qtbot.waitUntil(stand.isActiveWindow)
    stand.elsewhere.setFocus(Qt.FocusReason.OtherFocusReason)
    return stand
