"""Each deliberate difference is told to the reader, and each is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conformance.differences import DELIBERATE, Difference

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("difference", DELIBERATE, ids=lambda difference: difference.id)
def test_the_readme_names_each_difference(difference: Difference) -> None:
    assert f"`{difference.id}`" in README.read_text(encoding="utf-8"), (
        f"README.md has no line for the deliberate difference `{difference.id}`: {difference.what} {difference.reason}"
    )


def test_the_readme_names_nothing_else() -> None:
    table = README.read_text(encoding="utf-8").partition("### Differences on purpose")[2].partition("\n## ")[0]
    told = re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE)
    assert sorted(told) == sorted(difference.id for difference in DELIBERATE)


def test_no_two_differences_have_one_name() -> None:
    names = [difference.id for difference in DELIBERATE]
    assert len(names) == len(set(names))
