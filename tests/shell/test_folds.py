"""What only the window knows, open folds and scrolled places, stays with what is the same and with nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QScrollArea

from deskstate.testing.window import AppWindow, Found
from deskstate_widgets.trees.json_tree import JsonTree

Open = Callable[..., AppWindow]

HEAD = """
import deskstate as ds
turn = ds.session_state.turn = ds.session_state.get("turn", -1) + 1
"""
SAME_EXPANDERS = {
    "the same label": """
if turn == 0:
    ds.expander("First").text("in it")
else:
    ds.expander("First").text("in it")
""",
    "the same label further down": """
if turn:
    ds.expander("New").text("new")
ds.expander("First").text("in it")
""",
    "the same key": """
ds.expander(f"First {turn}", key="k").text("in it")
""",
    "a counter in the label": """
ds.expander(f"First ({turn})").text("in it")
""",
    "counters in the labels of a loop": """
for name in "AB":
    ds.expander(f"First {name} ({turn})").text("in it" if name == "A" else "in the other")
""",
    "another label by the same call": """
ds.expander("First" if turn == 0 else "Second").text("in it")
""",
    "one more in a loop with counters": """
for name in "AB" if turn == 0 else "NAB":
    ds.expander(f"First {name} ({turn})").text("in it" if name == "A" else "in another")
""",
    "a counter in the label, in a container below a new one": """
if turn:
    ds.container().text("new")
with ds.container():
    ds.expander(f"First ({turn})").text("in it")
""",
    "the same label in another column": """
columns = ds.columns(2)
columns[turn].expander("First").text("in it")
columns[1 - turn].expander("Second").text("in the other")
""",
    "the same label in a container that was not there": """
(ds.container(border=True) if turn else ds).expander("First").text("in it")
""",
    "a counter in the label, in columns below new ones": """
if turn:
    ds.columns(2)[0].text("new")
ds.columns(2)[0].expander(f"First ({turn})").text("in it")
""",
    "a counter in the label, in one of several rows of which the one above has left": """
for name in "ZAB" if turn == 0 else "AB":
    with ds.container(border=True):
        ds.expander(f"{'First' if name == 'A' else name} ({turn})").text("in it" if name == "A" else "in another")
""",
}
OTHER_EXPANDERS = {
    "the same label twice, in another column": """
columns = ds.columns(2)
columns[turn].expander("First").text("in it")
if turn:
    columns[0].expander("First").text("in the other")
""",
    "another counter by the same call, in rows of which the first has left": """
for index in (1, 2) if turn == 0 else (2,):
    with ds.container():
        ds.expander(f"{'First' if index == 1 else 'Row'} {index}").text("in it" if turn or index == 1 else "another")
""",
    "another call": """
if turn == 0:
    ds.expander("First").text("in it")
else:
    ds.expander("Second").text("in it")
""",
    "another call of a function that makes it": """
def part(label):
    return ds.expander(label)
if turn == 0:
    part("First").text("in it")
else:
    part("Second").text("in it")
""",
    "another key": """
ds.expander("First", key=f"k{turn}").text("in it")
""",
    "the next one of a loop": """
for name in ["First", "Other"][turn:]:
    ds.expander(name).text("in it" if turn or name == "First" else "in the other")
""",
    "other ones of a loop": """
for name in ["First", "Fourth"] if turn == 0 else ["Second", "Third"]:
    ds.expander(name).text("in it" if name in ("First", "Second") else "in the other")
""",
    "a label that is elsewhere": """
names = ("First", "Second") if turn == 0 else ("Second", "First")
for place, name in zip(ds.columns(2), names):
    place.expander(name).text("in it" if name == names[0] else "in the other")
""",
    "another column with the same call": """
left, right = ds.columns(2)
for place, name in ((left, "First"), (right, "Third")) if turn == 0 else ((right, "Second"),):
    place.expander(name).text("in it" if name in ("First", "Second") else "in the other")
""",
}
SAME_TABS = {
    "the same label": """
if turn == 0:
    one, two = ds.tabs(["One", "Two"])
else:
    one, two = ds.tabs(["Three", "Two"])
""",
    "the same label further down": """
if turn:
    ds.tabs(["One", "Other"])
one, two = ds.tabs(["First", "Two"])
""",
    "counters in the labels": """
one, two = ds.tabs([f"One ({turn})", f"Two ({turn})"])
""",
    "one more before it and a counter": """
one, *_, two = ds.tabs(["One", *["New"][:turn], f"Two ({turn})"])
""",
    "other labels by the same call": """
one, two = ds.tabs(["One", "Two"] if turn == 0 else ["Eins", "Zwei"])
""",
    "counters in the labels, in a container below a new one": """
if turn:
    ds.container().text("new")
with ds.container():
    one, two = ds.tabs([f"One ({turn})", f"Two ({turn})"])
""",
    "the same key": """
one, two = ds.tabs(["One", f"Two {turn}"], key="k")
""",
}
OTHER_TABS = {
    "another call": """
if turn == 0:
    one, two = ds.tabs(["One", "Two"])
else:
    one, two = ds.tabs(["Three", "Four"])
""",
    "another key": """
one, two = ds.tabs(["One", "Two"], key=f"k{turn}")
""",
}
SAME_BOXES = {
    "the same call": """
box = ds.container(height=100)
""",
    "the same key": """
if turn == 0:
    box = ds.container(height=100, key="k")
else:
    box = ds.container(height=100, key="k")
""",
}
OTHER_BOXES = {
    "another call": """
if turn == 0:
    box = ds.container(height=100)
else:
    box = ds.container(height=100)
""",
    "another form": """
box = ds.form("one", height=100) if turn == 0 else ds.form("other", height=100)
""",
}


def cases(same: dict[str, str], other: dict[str, str]) -> pytest.MarkDecorator:
    """Scripts, and whether the state stays in the next run."""
    known = [pytest.param(HEAD + script, True, id=f"same: {name}") for name, script in same.items()]
    return pytest.mark.parametrize(
        ("script", "stays"),
        known + [pytest.param(HEAD + script, False, id=f"other: {name}") for name, script in other.items()],
    )


def fold(window: AppWindow, label: str, index: int = 0) -> Found:
    """The expander or the tab whose label begins like this."""
    found = [
        live
        for live in window.lives()
        if live.properties.kind in ("expander", "tab") and str(getattr(live.properties, "label", "")).startswith(label)
    ]
    return Found(window, found[index])


def is_seen(window: AppWindow, text: str) -> bool:
    """Whether a text inside of a fold or of a tab can be seen."""
    return window.find(text=text).is_visible()


def scrolled(window: AppWindow) -> QScrollArea:
    """The box of a fixed height."""
    areas = [area for area in window.window.findChildren(QScrollArea) if area.isVisible()]
    return min(areas, key=lambda area: area.height())


@cases(SAME_EXPANDERS, OTHER_EXPANDERS)
def test_an_expander_stays_open_while_it_is_the_same(app_window: Open, script: str, stays: bool) -> None:
    """rule 11.15"""
    window = app_window(script)
    assert not is_seen(window, "in it")
    fold(window, "First").click()
    assert is_seen(window, "in it")
    window.press("F5").wait()
    assert is_seen(window, "in it") is stays


@cases(SAME_TABS, OTHER_TABS)
def test_a_tab_stays_open_while_it_is_the_same(app_window: Open, script: str, stays: bool) -> None:
    """rule 11.15"""
    window = app_window(script + "one.text('in one')\ntwo.text('in two')")
    fold(window, "Two").click()
    assert is_seen(window, "in two")
    window.press("F5").wait()
    assert is_seen(window, "in two") is stays
    assert is_seen(window, "in one") is not stays


@cases(SAME_BOXES, OTHER_BOXES)
def test_a_box_stays_where_it_was_scrolled_to_while_it_is_the_same(app_window: Open, script: str, stays: bool) -> None:
    """rule 11.15"""
    window = app_window(script + "for i in range(40):\n    box.text(f'line {i} {turn}')")
    scrolled(window).verticalScrollBar().setValue(300)
    window.press("F5").wait()
    assert scrolled(window).verticalScrollBar().value() == (300 if stays else 0)


def test_a_fold_in_a_row_below_one_that_is_removed_is_as_it_was(app_window: Open) -> None:
    """rule 11.15"""
    window = app_window(
        HEAD
        + """
for name in "ABC" if turn == 0 else "AC":
    with ds.container(border=True):
        ds.text(f"row {name}")
        with ds.expander("More"):
            ds.text(f"in {name}")
"""
    )
    fold(window, "More", 1).click()
    assert [is_seen(window, f"in {name}") for name in "ABC"] == [False, True, False]
    window.press("F5").wait()
    assert [is_seen(window, f"in {name}") for name in "AC"] == [False, False]


def test_a_fold_in_a_row_below_a_new_one_stays_open(app_window: Open) -> None:
    """rule 11.15"""
    window = app_window(
        HEAD
        + """
for name in "AC" if turn == 0 else "ABC":
    left, right = ds.columns(2)
    left.text(f"row {name}")
    right.expander("More").text(f"in {name}")
"""
    )
    fold(window, "More", 1).click()
    window.press("F5").wait()
    assert [is_seen(window, f"in {name}") for name in "ABC"] == [False, False, True]


def test_a_fold_that_moves_into_a_container_is_shown_there(app_window: Open) -> None:
    """rule 11.8"""
    window = app_window(
        HEAD
        + """
place = ds.container(border=True) if turn else ds
place.expander("First", expanded=True).text("in it")
"""
    )
    window.press("F5").wait()
    assert is_seen(window, "in it")


def test_a_tree_of_data_is_folded_anew_where_another_one_stands(app_window: Open) -> None:
    """rule 11.15"""
    window = app_window(
        HEAD
        + """
if turn < 2:
    ds.json({"a": {"b": [turn]}}, expanded=1)
else:
    ds.json({"a": {"b": [turn]}}, expanded=1)
"""
    )

    def rows() -> int:
        tree = window.window.findChildren(JsonTree)[-1]
        return sum(tree.isExpanded(index) for index in open_rows(tree))

    def open_rows(tree: JsonTree) -> list[QModelIndex]:
        top = tree.model().index(0, 0)
        return [top, tree.model().index(0, 0, top)]

    before = rows()
    tree = window.window.findChildren(JsonTree)[-1]
    tree.expand(open_rows(tree)[-1])
    assert rows() == before + 1
    window.press("F5").wait()
    assert rows() == before + 1
    window.press("F5").wait()
    assert rows() == before


def test_folds_and_scrolled_boxes_stay_as_they_are_when_the_script_is_saved(app_window: Open) -> None:
    """rule 11.15"""
    window = app_window("""
        import deskstate as ds

        with ds.expander("More"):
            ds.text("in it")
        with ds.container(height=100):
            for i in range(40):
                ds.text(f"line {i}")
    """)
    fold(window, "More").click()
    scrolled(window).verticalScrollBar().setValue(300)
    path = window.window.session.script.path
    path.write_text(path.read_text(encoding="utf-8").replace("ds\n\n", "ds\nds.text('new')\n"), encoding="utf-8")
    window.press("F5").wait()
    assert window.shows("new")
    assert is_seen(window, "in it")
    assert scrolled(window).verticalScrollBar().value() == 300
