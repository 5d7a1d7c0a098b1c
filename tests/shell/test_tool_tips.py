"""Tool tips: of readable width, rounded, in the colours of the theme, and never upon what they are about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from deskstate.shell.theme import Theme
from deskstate.testing.window import AppWindow
from deskstate_widgets.look.tokens import DARK, LIGHT
from deskstate_widgets.text._tip_card import TipCard
from deskstate_widgets.text.help_mark import HelpMark
from tests.widgets.colors import clearest, contrast

SENTENCES = "As it stands on the first page of your passport, with all its letters. " * 4
WORD = "Donaudampfschifffahrtsgesellschaftskapitaen" * 4
APP = f"""
import deskstate as ds
ds.text_input("Line", help={SENTENCES!r})
ds.text_input("Short", help="short")
ds.text_input("Word", help={WORD!r})
ds.text_area("Area", help="**Bold** and `code`\\n\\n- a list\\n- of two")
ds.checkbox("Box", help={SENTENCES!r})
ds.slider("Slider", 0, 10, 4, help={SENTENCES!r})
ds.radio("Radio", ["a", "b"], help="as <b> it & is")
ds.selectbox("Bare", ["a"], help={SENTENCES!r}, label_visibility="collapsed")
ds.button("Button", help={SENTENCES!r})
"""
LABELS = ["Line", "Short", "Word", "Area", "Box", "Slider", "Radio", "Bare", "Button"]


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_a_tip_is_readable_and_beside_what_it_is_about(
    app_window: Callable[..., AppWindow], theme: Theme, zoom: float
) -> None:
    tokens = DARK if theme is Theme.DARK else LIGHT
    window = app_window(APP, theme=theme)
    window.app.theme.set_zoom(zoom)
    window.idle()
    for label in LABELS:
        field = window.find(label=label).widget
        card = _rest_on(window, field)
        about = QRect(field.mapToGlobal(QPoint(0, 0)), field.size())
        assert not card.geometry().intersects(about), label
        assert card.screen().availableGeometry().contains(card.geometry()), label
        assert card.width() <= 360 * zoom, label
        assert card.width() >= (40 if label == "Short" else 90) * zoom, label
        if label == "Line":
            assert card.width() > 290 * zoom
        picture = card.grab().toImage()
        assert picture.pixelColor(picture.width() // 2, 3).name() == tokens.surface
        assert clearest(picture.copy(8, 5, picture.width() - 16, picture.height() - 10), tokens.surface) > 10
        edge = [picture.pixelColor(picture.width() - 5, y).name() for y in range(12, picture.height() - 12)]
        assert all(contrast(color, tokens.surface) < 1.1 for color in edge), label
        _leave(window)
        assert not _cards()


def test_its_corners_are_round(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(APP)
    card = _rest_on(window, window.find(label="Line").widget)
    picture = card.grab().toImage()
    assert picture.pixelColor(0, 0).alpha() == 0 or not card.mask().contains(QPoint(0, 0))
    assert picture.pixelColor(card.width() // 2, 0).alpha() == 255


def test_it_says_what_the_script_wrote(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(APP)
    for label, text in (("Radio", "as <b> it & is"), ("Short", "short"), ("Word", WORD)):
        assert _text(_rest_on(window, window.find(label=label).widget)) == text
        _leave(window)
    assert "code" in _text(_rest_on(window, window.find(label="Area").widget))


def test_it_goes_with_a_click_and_with_its_widget(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(APP)
    button = window.find(label="Button").widget
    _rest_on(window, button)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert not _cards()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    window.wait()
    _rest_on(window, window.find(label="Button").widget)
    window.close()
    QApplication.processEvents()
    assert not _cards()


def test_a_press_on_a_question_mark_shows_its_help(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(APP)
    mark = window.find(label="Short").widget.findChild(HelpMark)
    assert isinstance(mark, HelpMark)
    QTest.mousePress(mark, Qt.MouseButton.LeftButton)
    assert [_text(card) for card in _cards()] == ["short"]
    QTest.mouseRelease(mark, Qt.MouseButton.LeftButton)


def _rest_on(window: AppWindow, field: QWidget) -> QWidget:
    """Rest with the mouse where a widget has its help, until the tip is there."""
    mark = field.findChild(HelpMark)
    target = mark if mark is not None and mark.isVisible() else field
    at = target.rect().center()
    QTest.mouseMove(target, at)
    window.wait_for(lambda: bool(target.toolTip()))
    QApplication.sendEvent(target, QHelpEvent(QEvent.Type.ToolTip, at, target.mapToGlobal(at)))
    window.wait_for(lambda: len(_cards()) == 1)
    return _cards()[0]


def _leave(window: AppWindow) -> None:
    QTest.mouseMove(window.window, QPoint(2, 2))
    window.wait_for(lambda: not _cards())


def _cards() -> list[QWidget]:
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return [each for each in shown if each.windowType() == Qt.WindowType.ToolTip]


def _text(card: QWidget) -> str:
    """What a tip says, without the places at which long words may break."""
    assert isinstance(card, TipCard)
    return card.text().replace("\u200b", "")
