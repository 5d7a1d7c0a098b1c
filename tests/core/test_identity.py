"""What is around an input makes another one of it, or does not."""

from __future__ import annotations

import pytest

from deskstate.core.around import MAIN, Around
from deskstate.core.identity import state_id

OTHERS = [Around(region="sidebar"), Around(region="bottom"), MAIN.within("f"), Around(region="sidebar", form="f")]


def id_in(around: Around, key: str | None = None) -> str:
    return state_id("checkbox", key, ("label",), around)


def test_without_a_key_region_and_form_make_another_input() -> None:
    """Rule 3.2."""
    assert len({id_in(around) for around in (MAIN, *OTHERS)}) == len(OTHERS) + 1


@pytest.mark.parametrize("around", OTHERS)
def test_with_a_key_region_and_form_do_not_matter(around: Around) -> None:
    """Rule 3.7."""
    assert id_in(around, "k") == id_in(MAIN, "k")


@pytest.mark.parametrize("key", [None, "k"])
def test_on_another_page_it_is_another_input(key: str | None) -> None:
    assert id_in(Around(page="a"), key) != id_in(Around(page="b"), key)


def test_a_fragment_makes_no_other_input() -> None:
    assert id_in(Around(fragment="f")) == id_in(MAIN)
