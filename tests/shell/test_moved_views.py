"""What goes to another container looks there as the person has left it, if nothing else can be it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QScrollBar

from deskstate.testing.window import AppWindow
from deskstate_widgets.boxes.scroll_box import ScrollBox
from deskstate_widgets.code._editor import CodeText
from deskstate_widgets.fields.text_box import TextBox
from deskstate_widgets.trees.json_tree import JsonTree

Open = Callable[..., AppWindow]

HEAD = """
import deskstate as ds
turn = ds.session_state.turn = ds.session_state.get("turn", -1) + 1
"""
COLUMN = HEAD + "place = ds.columns(3)[turn]\n"
NEW_BOX = HEAD + "place = ds.container(border=True) if turn % 2 else ds\n"
SIDEBAR = HEAD + "place = ds if turn % 2 else ds.sidebar\n"
MOVES = pytest.mark.parametrize("move", [COLUMN, NEW_BOX, SIDEBAR], ids=["another column", "a new box", "the sidebar"])

TABS = "one, two = place.tabs(['One', 'Two'])\none.text('in one')\ntwo.text('in two')\n"
TREE = "place.json({'a': {'b': [1]}, 'c': {'d': 2}}, expanded=1)\n"
BOX = "box = place.container(height=100)\nfor i in range(40):\n    box.text(f'line {i}')\n"
LONG_BOX = """
box = place.container(height=200)
for i in range(500):
    box.text(f"line {i}")
    if i % 3 == 0:
        box.markdown("words " * (i % 20))
"""
CHAT = BOX.replace("height=100", "height=100, autoscroll=True")
SCROLLED = {
    "a box": (BOX, ScrollBox, False),
    "a form": (BOX.replace("container(", "form('f', ") + "box.form_submit_button('Go')\n", ScrollBox, False),
    "a box with a key and other words": (
        BOX.replace("height=100", "height=100, key='k'").replace("line {i}", "line {i} {turn}"),
        ScrollBox,
        False,
    ),
    "tabs": (BOX.replace("container(height=100)", "tabs(['One', 'Two'], height=150)[0]"), ScrollBox, False),
    "a text area": ("place.text_area('Text', '\\n'.join(map(str, range(600))), height=100, key='k')\n", TextBox, False),
    "high code": ("place.code('\\n'.join(map(str, range(600))), height=100)\n", CodeText, False),
    "wide code": ("place.code('x' * 2000)\n", CodeText, True),
    "a tree": ("place.json(list(range(300)))\n", JsonTree, False),
}


def is_seen(window: AppWindow, text: str) -> bool:
    """Whether a text inside of a fold or of a tab can be seen."""
    return window.find(text=text).is_visible()


def unfold(window: AppWindow) -> None:
    """Open the first entry of the tree."""
    tree = _tree(window)
    tree.expand(tree.model().index(0, 0, tree.model().index(0, 0)))


def is_unfolded(window: AppWindow) -> bool:
    """Whether the first entry of the tree is open."""
    tree = _tree(window)
    return tree.isExpanded(tree.model().index(0, 0, tree.model().index(0, 0)))


def bar(window: AppWindow, kind: type[QAbstractScrollArea] = ScrollBox, *, sideways: bool = False) -> QScrollBar:
    """The scroll bar of the lowest area of a kind."""
    area = min((each for each in window.window.findChildren(kind) if each.isVisible()), key=lambda each: each.height())
    return area.horizontalScrollBar() if sideways else area.verticalScrollBar()


def top_line(window: AppWindow) -> str:
    """The first whole line in view in the lowest box."""
    area = min((area for area in window.window.findChildren(ScrollBox) if area.isVisible()), key=lambda a: a.height())
    found: list[tuple[int, str]] = []
    for live in window.lives():
        text = str(getattr(live.properties, "body", ""))
        if text.startswith("line ") and live.realised and live.widget().isVisible():
            found.append((area.top_px(live.widget()), text))
    return min(each for each in found if each[0] >= 0)[1]


def _tree(window: AppWindow) -> JsonTree:
    return window.window.findChildren(JsonTree)[-1]


@MOVES
def test_the_open_tab_is_open_in_another_container(app_window: Open, move: str) -> None:
    """rule 11.15"""
    window = app_window(move + TABS)
    window.find(label="Two").click()
    window.press("F5").wait()
    assert (is_seen(window, "in one"), is_seen(window, "in two")) == (False, True)
    window.find(label="One").click()
    window.press("F5").wait()
    assert (is_seen(window, "in one"), is_seen(window, "in two")) == (True, False)


@MOVES
def test_a_tree_of_equal_data_is_unfolded_in_another_container(app_window: Open, move: str) -> None:
    """rule 11.15"""
    window = app_window(move + TREE)
    unfold(window)
    window.press("F5").wait()
    assert is_unfolded(window)
    window.press("F5").wait()
    assert is_unfolded(window)


@MOVES
@pytest.mark.parametrize("thing", SCROLLED)
def test_what_scrolls_is_scrolled_as_far_in_another_container(app_window: Open, move: str, thing: str) -> None:
    """rule 11.15"""
    script, kind, sideways = SCROLLED[thing]
    window = app_window(move + script)
    window.wait_for(lambda: bar(window, kind, sideways=sideways).maximum() >= 300)
    bar(window, kind, sideways=sideways).setValue(300)
    for _ in range(2):
        window.press("F5").wait()
        window.wait_for(lambda: bar(window, kind, sideways=sideways).value() == 300)


def test_a_long_box_shows_the_same_line_in_a_container_of_another_width(app_window: Open) -> None:
    """rule 11.15"""
    window = app_window(COLUMN.replace("columns(3)", "columns([2, 3, 1])") + LONG_BOX)
    for _ in range(20):
        bar(window).setValue(bar(window).value() + 700)
    window.idle()
    before = top_line(window)
    for _ in range(2):
        window.press("F5").wait()
        window.idle()
        assert top_line(window) == before


def test_a_box_that_follows_its_end_does_so_in_another_container(app_window: Open) -> None:
    window = app_window(COLUMN + CHAT.replace("range(40)", "range(40 + 20 * turn)"))
    assert bar(window).value() == bar(window).maximum()
    window.press("F5").wait()
    assert bar(window).maximum() > 0
    window.wait_for(lambda: bar(window).value() == bar(window).maximum())


def test_a_box_that_a_person_has_scrolled_does_not_follow_its_end_in_another_container(app_window: Open) -> None:
    window = app_window(COLUMN + CHAT)
    bar(window).setValue(300)
    window.press("F5").wait()
    window.wait_for(lambda: bar(window).value() == 300)


def test_a_box_is_scrolled_again_when_a_long_run_comes_to_it(app_window: Open) -> None:
    window = app_window(
        COLUMN.replace("import deskstate as ds", "import time\nimport deskstate as ds")
        + BOX.replace("height=100", "height=100, key='k'")
        + "    if turn:\n        time.sleep(0.01)\n"
    )
    bar(window).setValue(300)
    window.press("F5").wait()
    window.wait_for(lambda: bar(window).value() == 300)


TWO = {
    "tabs": TABS + "if turn:\n    ds.tabs(['One', 'Two'])[1].text('in the other')\n",
    "trees": TREE + "if turn:\n    ds.json({'a': {'b': [1]}, 'c': {'d': 2}}, expanded=1)\n",
    "boxes": BOX + "if turn:\n    ds.container(height=100).text('line 0')\n",
}


@pytest.mark.parametrize("things", TWO)
def test_what_may_be_one_or_another_begins_as_the_script_says(app_window: Open, things: str) -> None:
    """rule 11.15"""
    window = app_window(COLUMN + TWO[things])
    if things == "tabs":
        window.find(label="Two").click()
    elif things == "trees":
        unfold(window)
    else:
        bar(window).setValue(300)
    window.press("F5").wait()
    if things == "tabs":
        assert is_seen(window, "in one")
    elif things == "trees":
        folds = window.window.findChildren(JsonTree)
        assert len(folds) == 2
        assert not any(tree.isExpanded(tree.model().index(0, 0, tree.model().index(0, 0))) for tree in folds)
    else:
        window.idle()
        assert {area.verticalScrollBar().value() for area in window.window.findChildren(ScrollBox)} == {0}


@pytest.mark.parametrize("other", [TREE.replace("2", "3 + turn"), TREE.replace("=1", "=1 - turn")])
def test_a_tree_of_other_data_in_another_container_is_folded_as_the_script_says(app_window: Open, other: str) -> None:
    window = app_window(COLUMN + other)
    unfold(window)
    window.press("F5").wait()
    assert not is_unfolded(window)


def test_an_expander_with_a_key_and_another_label_is_open_in_another_container(app_window: Open) -> None:
    window = app_window(COLUMN + "place.expander(f'First {turn}', key='k').text('in it')\n")
    window.find(key="k").click()
    window.press("F5").wait()
    assert is_seen(window, "in it")


def test_an_expander_that_is_asked_to_close_as_it_moves_is_closed(app_window: Open) -> None:
    """rule 11.15"""
    window = app_window(
        COLUMN
        + """
fold = ds.button("Fold") and turn != 1
place.expander("First", key="k", expanded=not fold).text("in it")
"""
    )
    assert is_seen(window, "in it")
    window.find(label="Fold").click().wait()
    window.find(key="k").click()
    assert not is_seen(window, "in it")
    window.find(label="Fold").click().wait()
    assert not is_seen(window, "in it")


INSIDE = {
    "a closed expander": "place = place.expander('More')\nplace.text('in it')\n",
    "a tab that is not open": "place = place.tabs(['Front', 'More'])[1]\nplace.text('in it')\n",
}


@pytest.mark.parametrize("around", INSIDE)
def test_what_was_unfolded_behind_a_fold_is_so_when_that_is_opened_elsewhere(app_window: Open, around: str) -> None:
    """rule 11.15"""
    window = app_window(COLUMN + INSIDE[around] + TREE)
    window.find(label="More").click()
    unfold(window)
    window.find(label="More" if "expander" in around else "Front").click()
    for _ in range(2):
        window.press("F5").wait()
        assert not is_seen(window, "in it")
    window.find(label="More").click()
    assert is_unfolded(window)


def test_folds_in_an_open_tab_are_open_in_another_container(app_window: Open) -> None:
    """rule 11.15"""
    window = app_window(COLUMN + TABS + "two.expander('More').text('in it')\n")
    window.find(label="More").click()
    window.press("F5").wait()
    assert is_seen(window, "in it")


def test_a_password_that_was_shown_is_hidden_in_another_container(app_window: Open) -> None:
    """rule 11.15"""
    window = app_window(COLUMN + "place.text_input('Word', 'secret', type='password', key='k')\n")

    def is_hidden() -> bool:
        field = window.find(key="k").widget.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        return field.echoMode() is QLineEdit.EchoMode.Password

    window.find(key="k").focus()
    window.press("Tab").press("Space")
    assert not is_hidden()
    window.press("F5").wait()
    assert is_hidden()
