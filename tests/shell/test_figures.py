"""Figures have one width where numbers stand, so that they do not jump and columns of them are straight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]


LEFT = ("51111.5", "58888.5", "58888.7")
RIGHT = ("51111.5", "58888.5", "78888.5")
"""Three numbers: the second has other figures in the middle, the third at the end that is free to move as well."""


def pictures(app_window: Open, command: str, numbers: tuple[str, str, str] = LEFT) -> list[QImage]:
    """What a command shows of each number."""
    boxes = [f"with ds.container(key='{n}'): ds.{command.replace('N', n)}" for n in numbers]
    window = app_window("\n".join(("import deskstate as ds", *boxes)))
    found = [window.find(key=n) for n in numbers]
    QApplication.processEvents()
    return [box.widget.grab().toImage() for box in found]


def changed_px(one: QImage, other: QImage) -> int:
    """The width of the part in which two pictures differ."""
    rows = range(min(one.height(), other.height()))
    columns = [x for x in range(one.width()) if any(one.pixel(x, y) != other.pixel(x, y) for y in rows)]
    return columns[-1] - columns[0] + 1


@pytest.mark.parametrize(
    ("command", "numbers"),
    [
        ("metric('a', 'N')", LEFT),
        ("metric('a', '**N** €')", LEFT),
        ("metric('a', 1, 'N')", LEFT),
        ("number_input('a', value=N, key='nN')", LEFT),
        ("slider('a', 0.0, N, N, key='sN')", RIGHT),
        ("progress(50, 'N')", LEFT),
        ("markdown('|a|' + chr(10) + '|-|' + chr(10) + '|N|')", LEFT),
    ],
)
def test_a_number_that_changes_stays_where_it_is(app_window: Open, command: str, numbers: tuple[str, str, str]) -> None:
    first, second, third = pictures(app_window, command, numbers)
    assert changed_px(first, third) - changed_px(first, second) >= 5


def test_numbers_in_a_running_text_have_their_natural_width(app_window: Open) -> None:
    first, second, third = pictures(app_window, "write('N')")
    assert changed_px(first, third) - changed_px(first, second) < 5
