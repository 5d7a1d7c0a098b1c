"""Which neighbours of a long stack share a box. No window needed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskstate_widgets.boxes._chunking import LIMIT, regroup
from tests.widgets.stacks import edits, history_of


@settings(max_examples=200, deadline=None)
@given(edits.map(history_of), st.integers(0, 220), st.sampled_from([1, 3, 50, 1000]))
def test_chunks_hold_all_members_in_order_and_never_too_many(
    history: list[list[int]], pinned: int, rarity: int
) -> None:
    def made(member: int) -> bool:
        return member == pinned or member % rarity == 0

    old: list[list[int]] = []
    for order in history:
        cut = regroup(order, old, made, pinned)
        assert [member for _, members in cut for member in members] == order
        assert all(members for _, members in cut)
        assert all(len(members) <= LIMIT or not any(map(made, members)) for _, members in cut)
        numbers = [number for number, _ in cut if number >= 0]
        assert len(numbers) == len(set(numbers))
        before = next((index for index, members in enumerate(old) if pinned in members), None)
        if before is not None and pinned in order:
            assert (before, True) in [(number, pinned in members) for number, members in cut]
        old = [members for _, members in cut]


@pytest.mark.parametrize("made", [True, False])
def test_one_more_at_the_end_moves_nobody_else(made: bool) -> None:
    old = regroup(range(3000), [], lambda _: made)
    cut = regroup(range(3001), [members for _, members in old], lambda _: made)
    assert [number for number, _ in cut] == list(range(len(old)))
    assert sum(len(members) for _, members in cut) == 3001
