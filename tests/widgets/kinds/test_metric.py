"""Big numbers with their change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from deskstate.core.properties.text import Metric as Record
from deskstate.testing.window import AppWindow
from deskstate_widgets.charts.sparkline import HEIGHT_PX, Sparkline
from deskstate_widgets.kinds.metric import Metric
from deskstate_widgets.look.fonts import ui_font
from deskstate_widgets.look.tokens import BODY_PX, LIGHT
from deskstate_widgets.text.figure_text import FigureText, Pill
from deskstate_widgets.text.help_mark import HelpMark
from deskstate_widgets.text.read_text import ReadText
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, part, show

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Metric, Record("Wind", "9 mph", "-8 %", "down", "red", help="x", chart_data=(1.0, 2.0)))


def made(qtbot: QtBot, record: Record, width_px: int = 400) -> Metric:
    metric = Metric(record, FakeHost())
    show(qtbot, metric, width_px)
    return metric


def said(metric: Metric) -> list[str]:
    texts = [text for text in metric.widget.findChildren(ReadText) if text.isVisible()]
    texts.sort(key=lambda text: (text.y(), text.x()))
    for text in texts:
        text.select_all()
    return [text.selection() for text in texts]


def colors(chart: Sparkline) -> set[str]:
    image = chart.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_label_value_and_change_stand_below_each_other(qtbot: QtBot) -> None:
    metric = made(qtbot, Record("*Wind*", "9 mph", "-8 %", "down", "red", delta_description="since May"))
    assert said(metric) == ["Wind", "9 mph", "↓ \u22128 %", "since May"]
    assert metric.widget.accessibleName() == "Wind: 9 mph"
    assert metric.widget.accessibleDescription() == "down -8 %. since May"


@pytest.mark.parametrize("color", ["green", "gray", "primary"])
def test_the_change_stands_on_a_ground_of_its_colour(qtbot: QtBot, color: str) -> None:
    pill = part(made(qtbot, Record("Wind", "9", "1", "up", color)), Pill)
    image = pill.grab().toImage()
    ground = image.pixelColor(5, image.height() // 2).name()
    assert ground != LIGHT.background
    if color in LIGHT.hues:
        assert ground == LIGHT.hues[color].background


def test_a_long_value_gets_smaller_and_then_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    sizes: list[tuple[int, bool]] = []
    for value in ("12", "1,234,567,890", "1,234,567,890,123,456"):
        figure = part(made(qtbot, Record("Revenue", value), 190), FigureText)
        sizes.append((figure.font().pixelSize(), figure.text().endswith("…")))
        assert (value in figure.toolTip()) is figure.text().endswith("…")
    assert sizes[0][0] > sizes[1][0] == sizes[2][0]
    assert [cut for _, cut in sizes] == [False, False, True]


def test_a_smaller_value_takes_as_much_height(qtbot: QtBot) -> None:
    heights = {made(qtbot, Record("A", value), 190).widget.height() for value in ("12", "1,234,567,890")}
    assert len(heights) == 1


def test_a_smaller_value_takes_as_much_height_at_any_zoom(qtbot: QtBot, qapp: QApplication) -> None:
    values = ("12", "1,234,567,890")
    before = [made(qtbot, Record("A", value), 280) for value in values]
    font, sheet = QApplication.font(), qapp.styleSheet()
    try:
        QApplication.setFont(ui_font(round(BODY_PX * 1.6)))
        qapp.setStyleSheet(sheet + " ")  # which tells every widget
        after = [made(qtbot, Record("A", value), 280) for value in values]
        QApplication.processEvents()
        sizes = [part(metric, FigureText).font().pixelSize() for metric in (*before, *after)]
        assert sizes[0] == sizes[2] > sizes[1] == sizes[3]
        assert len({metric.widget.height() for metric in (*before, *after)}) == 1
    finally:
        QApplication.setFont(font)
        qapp.setStyleSheet(sheet)


def test_a_hidden_label_keeps_its_space_and_a_collapsed_one_does_not(qtbot: QtBot) -> None:
    heights = {
        visibility: made(qtbot, Record("A", "1", label_visibility=visibility)).widget.height()
        for visibility in ("visible", "hidden", "collapsed")
    }
    assert heights["visible"] == heights["hidden"] > heights["collapsed"]


def test_numbers_are_shown_in_their_format_and_texts_as_they_are(qtbot: QtBot) -> None:
    assert said(made(qtbot, Record("A", "1234.567", "0.5", format="%.1f")))[1:] == ["1234.6", "0.5"]
    assert said(made(qtbot, Record("A", "0.256", format="percent")))[1] == "25.6%"
    assert said(made(qtbot, Record("A", "about 5", format="%.1f")))[1] == "about 5"


def test_a_border_gives_it_a_card(qtbot: QtBot) -> None:
    bare, card = Record("A", "1"), Record("A", "1", border=True)
    metric = made(qtbot, bare)
    low_px = metric.widget.sizeHint().height()
    metric.update(card, bare)
    assert metric.widget.property("look") == "card"
    assert metric.widget.sizeHint().height() > low_px
    metric.update(bare, card)
    assert metric.widget.sizeHint().height() == low_px


def test_help_stands_behind_the_label_and_goes_with_it(qtbot: QtBot) -> None:
    old, new = Record("A", "1", help="x"), Record("A", "1", help="x", label_visibility="hidden")
    metric = made(qtbot, old)
    assert part(metric, HelpMark).isVisible()
    metric.update(new, old)
    assert not part(metric, HelpMark).isVisible()


def test_a_figure_comes_to_rest_at_every_width(qtbot: QtBot) -> None:
    metric = Metric(Record("Count", "1_234*567"), FakeHost())
    stand = show(qtbot, metric, 300)
    for width_px in range(300, 60, -1):
        metric.widget.setFixedWidth(width_px)
        QTest.qWait(0)
    assert part(metric, FigureText).text().startswith("1_")
    stand.close()


def test_an_update_makes_it_look_as_if_it_were_new(qtbot: QtBot) -> None:
    plain = Record("A", "1")
    rich = Record(
        "B", "2", "3", "up", "green", "x", "🚀", border=True, chart_data=(1.0, 3.0), delta_description="since May"
    )
    metric = made(qtbot, plain)
    for old, new in ((plain, rich), (rich, plain)):
        metric.update(new, old)
        fresh = made(qtbot, new)
        qtbot.waitUntil(partial(_look_alike, metric.widget, fresh.widget))  # layouts settle in the event loop


@pytest.mark.parametrize("shape", ["line", "area", "bar"])
def test_the_chart_has_the_colour_of_the_change(qtbot: QtBot, shape: str) -> None:
    record = Record("A", "1", "2", "up", "green", chart_data=(1.0, 5.0, 2.0), chart_type=shape)
    assert LIGHT.hues["green"].solid in colors(part(made(qtbot, record), Sparkline))


@pytest.mark.parametrize("shape", ["line", "area", "bar"])
@pytest.mark.parametrize("numbers", [(3.0,), (3.0, 3.0), (float("nan"), 1.0, float("inf"), 2.0, -4.0), (0.0, 0.0)])
def test_any_numbers_can_be_drawn(qtbot: QtBot, shape: str, numbers: tuple[float, ...]) -> None:
    record = Record("A", "1", chart_data=numbers, chart_type=shape)
    assert len(colors(part(made(qtbot, record), Sparkline))) > 1


def test_a_chart_of_very_many_numbers_shows_its_peak(qtbot: QtBot) -> None:
    numbers = [0.0] * 100_000
    numbers[50_000] = 1.0
    chart = part(made(qtbot, Record("A", "1", chart_data=tuple(numbers))), Sparkline)
    image = chart.grab().toImage()
    middle = range(image.width() // 2 - 3, image.width() // 2 + 3)
    assert {image.pixelColor(x, 6).name() for x in middle} != {LIGHT.background}


def test_the_mouse_asks_the_chart_for_its_numbers(qtbot: QtBot) -> None:
    chart = part(made(qtbot, Record("A", "1", chart_data=(1.5, 2.0, 7.25))), Sparkline)
    QTest.mouseMove(chart, QPoint(chart.width() - 4, 10))
    qtbot.waitUntil(lambda: QToolTip.text() == "7.25")
    QTest.mouseMove(chart, QPoint(3, 10))
    qtbot.waitUntil(lambda: QToolTip.text() == "1.5")


def test_the_chart_takes_the_height_that_is_left(qtbot: QtBot) -> None:
    low = made(qtbot, Record("A", "1", chart_data=(1.0, 2.0)))
    high = made(qtbot, Record("A", "1", chart_data=(1.0, 2.0), height=250))
    assert part(high, Sparkline).height() > part(low, Sparkline).height() + 80
    assert high.widget.height() == 250


@pytest.mark.parametrize("around", ["ds.container()", "ds.columns(2)[0]", "ds.container(height=150)", "ds.sidebar"])
def test_a_chart_keeps_its_height_where_there_is_more_than_fits(
    app_window: Callable[..., AppWindow], around: str
) -> None:
    window = app_window(f"""
        import deskstate as ds
        with {around}:
            for number in range(8):
                ds.metric(f"Wind {{number}}", "9 mph", chart_data=[1, 3, 2], border=number % 2 == 0)
    """)
    charts = window.window.findChildren(Sparkline)
    assert charts != []
    assert {chart.height() for chart in charts} == {HEIGHT_PX}


def _look_alike(one: QWidget, other: QWidget) -> bool:
    return one.size() == other.size() and one.grab().toImage() == other.grab().toImage()


def test_a_change_has_a_true_minus_sign(qtbot: QtBot) -> None:
    assert "↓ \u22128 %" in said(made(qtbot, Record("Wind", "-9", "-8 %", "down", "red")))


@pytest.mark.parametrize("delta", ["-x", "a-5", "--5", "5-8"])
def test_a_hyphen_that_is_no_minus_stays(qtbot: QtBot, delta: str) -> None:
    assert delta in said(made(qtbot, Record("Wind", "9", delta, "none", "gray")))
