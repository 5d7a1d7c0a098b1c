"""Each case of the tables does alike in the reference and in deskstate."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.conformance.case import Case
from tests.conformance.compare import compare, report
from tests.conformance.engines import REFERENCE


def _tables() -> list[Case]:
    folder = Path(__file__).parent / "cases"
    modules = [import_module(f"tests.conformance.cases.{path.stem}") for path in sorted(folder.glob("*.py"))]
    return [case for module in modules for case in module.CASES]


CASES = _tables()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_deskstate_does_what_the_reference_does(case: Case) -> None:
    found = compare(case.script, case.steps)
    assert not found, f"{case.name}\n{report(case.script, case.steps, found)}"


@pytest.mark.parametrize("case", CASES[::10], ids=str)
def test_the_reference_does_what_the_reference_does(case: Case) -> None:
    """The harness adds no difference of its own."""
    found = compare(case.script, case.steps, subject=REFERENCE)
    assert not found, report(case.script, case.steps, found)


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)), sorted({name for name in names if names.count(name) > 1})
