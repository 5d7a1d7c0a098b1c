"""Once a page is shown, its layout ends and nothing is painted any more, whatever its texts are and however wide it is.

Offscreen; `test_idle.py` looks at real windows on a display.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtTest import QTest

from deskstate.testing.window import AppWindow
from tests.shell.stirring import Stirring

QUIET_MS: Final = 120
"""Later than all timers of a page that has come to rest."""
PATIENCE_S: Final = 8.0
"""Of computing, whatever else the machine does."""
WIDTHS: Final = (960, 390, 1440)
HEIGHT_PX: Final = 2_400
"""Only what is in view is made, and laid out."""

HARD: Final = (
    "unbreakable" * 30,
    "words that wrap where there is little room for all of them and more to say",
    "ends in a space ",
    "two\nlines",
    "`code` beside `more code` and `some more of it`",
    "**bold** :red[red] :blue-badge[badge] [link](https://example.org) :material/home: 😀",
    "> a quotation\n\n- a list\n- of two",
    "1. one\n2. two\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```",
    "תווית ארוכה עם `code` בתוכה",
    ":rainbow[all the colours of the rainbow]",
)
PAGE: Final = '''
import deskstate as ds

hard = {labels!r}

def page(place, labels):
    """All that lays out text."""
    for number, label in enumerate(labels):
        key = f"{{place}}{{number}}"
        ds.radio(label, ["yes", "no"], help=label, key=key + "radio")
        ds.checkbox(label, key=key + "check", help=label if number % 2 else None)
        ds.toggle(label, key=key + "toggle")
        ds.text_input(label, key=key + "line", icon=":material/home:")
        ds.text_area(label, label, key=key + "text", max_chars=500)
        ds.number_input(label, key=key + "number")
        ds.slider(label, key=key + "slider")
        ds.selectbox(label, hard, number, key=key + "select")
        ds.button(label, key=key + "button", icon=":material/home:")
        ds.button(label, key=key + "stretched", type="tertiary", width="stretch")
        ds.metric(label, label, label, chart_data=[1, 3, 2], border=True)
        ds.info(label, icon=":material/home:")
        ds.error(label)
        ds.progress(0.5, label)
        ds.markdown(label, help="help")
        ds.markdown(label, width="content")
        ds.write(label, 4)
        ds.caption(label)
        ds.text(label)
        ds.header(label, divider=True)
        ds.code(label)
        with ds.expander(label, icon=":material/home:", expanded=number == 1):
            ds.markdown(label)
        with ds.container(horizontal=True):
            ds.markdown(label)
            ds.checkbox(label, key=key + "beside")
            ds.radio("beside", [label, "no"], key=key + "besides")

for number, column in enumerate(ds.columns(3)):
    with column:
        page(f"column{{number}}", hard[number:number + 1])
with ds.sidebar:
    ds.radio("One below another", hard, captions=hard)
    ds.radio("Side by side", hard, horizontal=True)
    ds.multiselect("Several", hard, hard[:3])
    page("side", hard[3:4])
ds.radio("One below another", hard, captions=hard)
ds.radio("Side by side", hard, horizontal=True)
ds.multiselect("Several", hard, hard[:3])
ds.tabs(hard)
page("page", hard[4:5])
'''
ATOMS: Final = (
    *HARD,
    *("word ", "x" * 60, " ", "\n", "`code`", "**b** ", "*i*", "[l](http://a.b)", ":red[r]", ":material/home:", "😀"),
    *("שלום ", "日本語", "- ", "\n\n", "> q\n", "1. l\n", "~~s~~ ", ":red-badge[b] ", "\t", "<b>", "a_b*c", "# h\n"),
)


def restless(window: AppWindow) -> list[str]:
    """Wait until nothing stirs in a window; what still does after a while."""
    stirs: list[str] = []
    stirring = Stirring(stirs.append)
    stirring.begin()
    until = time.process_time() + PATIENCE_S
    while True:
        stirs.clear()
        QTest.qWait(QUIET_MS)
        if not stirs or time.process_time() > until:
            stirring.end()
            return stirs


@pytest.mark.parametrize("first", [0, 5])
def test_a_page_of_hard_texts_comes_to_rest_at_every_width(app_window: Callable[..., AppWindow], first: int) -> None:
    window = app_window(PAGE.format(labels=HARD[first:] + HARD[:first]))
    for width_px in WIDTHS:
        window.window.resize(width_px, HEIGHT_PX)
        assert restless(window) == [], f"{width_px} px wide"


def test_beside_what_moves_nothing_stirs(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(
        """
        import deskstate as ds
        ds.header("Turning", icon="spinner")
        ds.text_input("Name")
        ds.write("value is", 4)
        """
    )
    window.find(label="Name").focus()
    assert restless(window) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_random_texts_come_to_rest(app_window: Callable[..., AppWindow], seed: int) -> None:
    chance = random.Random(seed)
    labels = ["".join(chance.choices(ATOMS, k=chance.randint(1, 6))) + str(number) for number in range(4)]
    window = app_window(PAGE.format(labels=tuple(labels)))
    for _ in range(4):
        width_px = chance.randint(300, 1500)
        window.window.resize(width_px, HEIGHT_PX)
        assert restless(window) == [], f"{labels} at {width_px} px"
