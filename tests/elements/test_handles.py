"""An object in a record is known by its fingerprint, and let go when it is not shown any more."""

from __future__ import annotations

import weakref

from deskstate.core.diff import Shown
from deskstate.core.element import Element
from deskstate.core.patches import Remove, Update
from deskstate.core.properties.handle import Handle
from deskstate.core.properties.layout import Container
from tests.elements.boards import Board, Boards, Sealed
from tests.elements.scripts import App

MB = 1_000_000


def show(app: App, data: Sealed, fingerprint: object, size_bytes: int = 0) -> Element:
    return app(lambda: Boards(None).board(data, fingerprint, size_bytes=size_bytes))[0]


def watched(held: list[weakref.ref[Sealed]], says: str) -> Sealed:
    data = Sealed(says)
    held.append(weakref.ref(data))
    return data


def tree(*records: Board) -> Element:
    return Element(Container(), children=[Element(record) for record in records])


def test_handles_are_equal_by_their_fingerprints() -> None:
    one, same, other = Handle(Sealed("a"), (1, "x")), Handle(Sealed("b"), (1, "x")), Handle(Sealed("a"), (2, "x"))
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != (1, "x")
    assert repr(one) == "Handle((1, 'x'))"


def test_a_call_with_the_same_fingerprint_draws_the_same_element(app: App) -> None:
    first = show(app, Sealed("a"), 1)
    assert show(app, Sealed("b"), 1) is first
    assert show(app, Sealed("a"), 2) is not first


def test_the_differ_passes_what_has_the_same_fingerprint() -> None:
    before, same, other = Board(Handle(Sealed("a"), 1)), Board(Handle(Sealed("b"), 1)), Board(Handle(Sealed("c"), 2))
    shown = Shown()
    shown.advance(tree(before), complete=True)
    assert shown.advance(tree(same), complete=True)[0] == []
    assert shown.advance(tree(other), complete=True)[0] == [Update(2, other, None, None)]


def test_a_widget_goes_along_with_the_object_that_it_shows() -> None:
    one, two = (Board(Handle(Sealed(str(number)), number)) for number in range(2))
    shown = Shown()
    shown.advance(tree(one, two), complete=True)
    assert shown.advance(tree(two), complete=True)[0] == [Remove(2)]


def test_large_objects_of_earlier_runs_are_let_go(app: App) -> None:
    held: list[weakref.ref[Sealed]] = []
    for number in range(20):
        show(app, watched(held, str(number)), number, size_bytes=MB)
    alive = sum([each() is not None for each in held])
    assert alive <= 3
