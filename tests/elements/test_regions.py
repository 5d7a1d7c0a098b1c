"""The parts of a window, each made when something is drawn into it for the first time."""

from __future__ import annotations

from typing import cast

import deskstate as ds
from deskstate.core.cursor import current
from deskstate.core.diff import Shown
from deskstate.core.earlier import Line
from deskstate.core.element import Element
from deskstate.core.memory import Memory
from deskstate.core.patches import Insert, Remove
from deskstate.core.properties.layout import Region, Root
from deskstate.core.properties.text import Text
from deskstate.core.run import Run
from deskstate.core.state import State
from deskstate.elements.place import Place
from tests.elements.scripts import App


def bottom() -> Place:
    """A region that no command draws into."""
    return Place((current().region("bottom"), -1))


def names(run: Run) -> list[str]:
    """The regions of a run, in order."""
    return [cast("Region", region.properties).name for region in run.root.children or ()]


def test_a_region_is_there_when_something_is_drawn_into_it(app: App) -> None:
    app(lambda: ds.text("a"))
    assert names(app.run) == ["main"]
    app(lambda: [ds.toast("a"), ds.sidebar.text("b")])
    assert names(app.run) == ["main", "toasts", "sidebar"]


def test_a_region_of_its_own_takes_what_is_drawn_into_it(app: App) -> None:
    def script() -> None:
        bottom().text("a")
        with bottom():
            ds.checkbox("b")
        ds.text("c")

    assert [child.properties.kind for child in app(script)] == ["text"]
    assert [child.properties.kind for child in app.run.region("bottom").children or ()] == ["text", "checkbox"]


def test_without_a_key_an_input_in_another_region_is_another_one(app: App) -> None:
    """Rule 3.2."""
    app(lambda: [ds.checkbox("a"), ds.sidebar.checkbox("a"), bottom().checkbox("a")])
    assert len(app.state.drawn) == 3


def test_a_place_that_was_kept_is_in_the_region_of_the_same_name(app: App) -> None:
    kept: dict[str, Place] = {}
    app(lambda: [ds.sidebar.text("a"), kept.setdefault("place", bottom())])
    app(lambda: kept["place"].text("b"))
    assert [child.properties for child in app.run.region("bottom").children or ()] == [Text("b")]


def test_a_region_stays_in_the_runs_that_do_not_draw_into_it() -> None:
    line, shown = Line(), Shown()

    def run(number: int, *regions: str) -> Run:
        made = Run(number, State(), Memory(), Root(), line)
        for name in regions:
            cast("list[Element]", made.region(name).children).append(Element(Text(name)))
        return made

    def patches(run: Run) -> object:
        return shown.advance(run.root, complete=True)[0]

    patches(run(1, "sidebar"))  # the root is 1, main 2, the sidebar 3, what is in it 4
    assert patches(run(2, "bottom")) == [
        Remove(4),
        Insert(5, 1, 0, Region("bottom"), None, None, None),
        Insert(6, 5, 0, Text("bottom"), None, None, None),
    ]
    assert names(run(3)) == ["main", "sidebar", "bottom"]
