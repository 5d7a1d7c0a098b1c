"""Text from right to left stands where other text stands: only its words run the other way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

COMMANDS = """
markdown(T)
markdown('**' + T + '**')
markdown('- ' + T)
markdown('> ' + T)
markdown('`' + T + '` ' + T)
markdown('## ' + T)
text(T)
text(T + chr(10) + T)
title(T)
caption(T)
info(T)
metric(T, 1)
checkbox(T)
checkbox('*' + T + '* ' + T, help='x')
toggle(T)
radio(T, [T])
radio('*' + T + '*', ['*' + T + '*'])
text_input(T, T)
text_input(T, placeholder=T)
text_area(T, T)
text_area(T, placeholder=T)
number_input(T)
slider(T)
selectbox(T, [T])
multiselect(T, [T], [T])
expander(T)
tabs([T])
progress(50, T)
""".strip().splitlines()


def pictures(app_window: Open, text: str) -> list[QImage]:
    """What a window shows of each command."""
    script = [f"with ds.container(key='box {n}'): ds.{command}" for n, command in enumerate(COMMANDS)]
    window = app_window("\n".join(("import deskstate as ds", f"T = {text!r}", *script)))
    return [grabbed(window.find(key=f"box {n}").widget) for n in range(len(COMMANDS))]


def grabbed(widget: QWidget) -> QImage:
    """A picture of a widget."""
    QApplication.processEvents()
    return widget.grab().toImage()


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا hello"])
def test_it_begins_at_the_left(app_window: Open, text: str) -> None:
    here, other = pictures(app_window, text), pictures(app_window, "abc")
    for command, picture, latin in zip(COMMANDS, here, other, strict=True):
        assert picture.width() == latin.width() > 700
        rows = range(min(picture.height(), latin.height()))
        columns = [x for x in range(picture.width()) if any(picture.pixel(x, y) != latin.pixel(x, y) for y in rows)]
        assert columns, command
        assert columns[-1] < picture.width() / 2, command
