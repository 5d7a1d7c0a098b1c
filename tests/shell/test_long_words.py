"""Words that are wider than their place break; nothing of them is cut off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

COMMANDS = """
markdown(W)
markdown('**' + W + '**')
markdown('`' + W + '`')
markdown(f'[{W}](https://example.org)')
markdown(f'- {W}')
markdown(f'1. one' + chr(10) + f'   - {W}')
markdown(f'> {W}')
markdown(f'### {W}')
markdown(f':red-badge[{W}]')
markdown(f'|a|b|' + chr(10) + '|-|-|' + chr(10) + f'|{W}|{W}|')
markdown(f'```' + chr(10) + W + chr(10) + '```')
markdown('some words, then ' + W)
text(W)
text('some words, then ' + W)
caption(W)
title(W)
header('some ' + W)
info(W)
success('body', title=W)
error(f'**{W}**')
exception(ValueError(W))
progress(50, W)
checkbox(W)
checkbox('some ' + W, help='help')
toggle(W)
radio(W, [W, 'b'], captions=[W, W])
radio(f'`{W}`', [f'`{W}`', 'b'])
radio('a', [W, 'b'], horizontal=True)
text_input(W)
text_area(f'*{W}*')
number_input(W)
slider(W)
selectbox(W, [])
multiselect(W, [])
expander(W)
""".strip().splitlines()
LONG = "DONAUDAMPFSCHIFFFAHRTSGESELLSCHAFTEN"
TWO_LINES_PX = 26
"""At least: of the smallest text."""


def heights(app_window: Open, word: str) -> list[int]:
    """How high each command is in a narrow column, in px."""
    boxes = [f"with ds.container(key='box {n}', width=110): ds.{command}" for n, command in enumerate(COMMANDS)]
    window = app_window("\n".join(("import deskstate as ds", f"W = {word!r}", *boxes)))
    found = [window.find(key=f"box {n}") for n in range(len(COMMANDS))]
    QApplication.processEvents()
    return [box.widget.height() for box in found]


@pytest.mark.parametrize("word", [LONG, LONG.lower().title() * 2, "https://example.org/" + LONG.lower(), "漢字" * 20])
def test_a_word_takes_as_many_lines_as_it_needs(app_window: Open, word: str) -> None:
    grown = [after - before for before, after in zip(heights(app_window, "W"), heights(app_window, word), strict=True)]
    assert [command for command, by_px in zip(COMMANDS, grown, strict=True) if by_px < TWO_LINES_PX] == []
