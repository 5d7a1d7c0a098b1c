"""Tabs with something in them, and what a person does with them.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from deskstate.core.properties.layout import Tab, Tabs
from deskstate_widgets.boxes.tab_bar import TabBar
from tests.widgets.children import FakeChild, holder

if TYPE_CHECKING:
    from collections.abc import Sequence


def tabs(pages: dict[str, Sequence[FakeChild]], value: str | None = None, **properties: object) -> FakeChild:
    children = [holder(Tab(label=words), inside) for words, inside in pages.items()]
    made = holder(Tabs(**properties), children, value)  # type: ignore[arg-type]
    for child in children:
        child.host.relayout = made.place_again  # type: ignore[method-assign]
    return made


def bar_of(child: FakeChild) -> TabBar:
    bar = child.widget().findChild(TabBar)
    assert isinstance(bar, TabBar)
    return bar


def open_tab(child: FakeChild, index: int) -> None:
    bar = bar_of(child)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
