"""What a person does with a field that opens a list, and what they see of it.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel

from deskstate_widgets.choices._editor import ChoiceEditor
from deskstate_widgets.choices._list import ChoiceList
from deskstate_widgets.choices._popup import ChoicePopup
from tests.widgets.hosts import show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.widgets.behaviours import Specimen


class Choosing:
    """A field with a list in a window; the focus is in the field."""

    def __init__(self, qtbot: QtBot, specimen: Specimen) -> None:
        self.specimen = specimen
        self.native, self.host = specimen.make()
        self.stand = show(qtbot, self.native)
        self.native.focus()

    @property
    def editor(self) -> ChoiceEditor:
        """What is typed into."""
        return self.native.widget.findChildren(ChoiceEditor)[0]

    @property
    def is_open(self) -> bool:
        return QApplication.activePopupWidget() is not None

    @property
    def popup(self) -> ChoicePopup:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, ChoicePopup)
        return popup

    @property
    def panel(self) -> QFrame:
        """The visible part of the popup, without its shadow."""
        return self.popup.panel

    @property
    def view(self) -> ChoiceList:
        return self.popup.findChildren(ChoiceList)[0]

    @property
    def rows(self) -> list[str]:
        model = self.view.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def highlighted(self) -> str:
        return str(self.view.currentIndex().data())

    @property
    def note(self) -> list[str]:
        """What the list says in place of rows."""
        return [label.text() for label in self.popup.findChildren(QLabel) if label.isVisible()]

    def press(self, *keys: Qt.Key) -> None:
        """Press keys as the system delivers them: to the popup while there is one."""
        for key in keys:
            QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget() or self.editor, key)

    def type(self, text: str) -> None:
        """Type letters, the first of which may open the list."""
        for letter in text:
            QTest.keyClicks(QApplication.activePopupWidget() or QApplication.focusWidget() or self.editor, letter)

    def click_row(self, row: int) -> None:
        index = self.view.model().index(row, 0)
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=self.view.visualRect(index).center())

    def press_mouse_at(self, at: QPoint) -> None:
        """Press the mouse somewhere on the screen; an open popup gets it wherever it is."""
        QTest.mousePress(self.popup, Qt.MouseButton.LeftButton, pos=self.popup.mapFromGlobal(at))

    def update(self, **changes: object) -> None:
        """Give it its record with some fields changed."""
        self.native.update(self.specimen.with_changes(**changes), self.specimen.properties)
