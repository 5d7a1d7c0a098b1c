"""Random apps behave alike in the reference and in deskstate: rules 1.1 to 8.15, 11.1 to 11.10, 15.1 to 15.4, 19.1.

`soak.py` tries thousands of them; here are a few hundred, always the same.
"""

from __future__ import annotations

import pytest

from tests.conformance.compare import compare, report
from tests.conformance.engines import REFERENCE
from tests.conformance.generator import App, app
from tests.conformance.shrink import shrink
from tests.conformance.steps import click, rerun
from tests.conformance.trial import attempt, shortest


@pytest.mark.parametrize("seed", range(300))
def test_a_random_app_does_what_it_does_in_the_reference(seed: int) -> None:
    result = attempt(seed)
    if result.where or result.crash:
        pytest.fail(result.crash or shortest(seed), pytrace=False)


@pytest.mark.parametrize("seed", range(300, 320))
def test_the_reference_does_with_a_random_app_what_the_reference_does(seed: int) -> None:
    """The generator writes nothing that depends on the time, the order of a set or an address."""
    one = app(seed)
    found = compare(one.script, one.steps, subject=REFERENCE)
    assert not found, report(one.script, one.steps, found)


def test_a_shrunk_app_still_fails_and_is_as_short_as_can_be() -> None:
    script = """if x:
    with c:
        a = 5
        needle
    b = 6
else:
    d = 7
try:
    e = 8
except Error:
    pass"""
    one = App(script, (rerun(), click("b"), rerun()))
    short = shrink(one, lambda candidate: "needle" in candidate.script and click("b") in candidate.steps)
    assert short == App("needle", (click("b"),))
