"""Every example app does alike in the reference and in deskstate, whatever a person touches: rules 1.1 to 8.15."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.conformance.compare import compare, report
from tests.conformance.steps import Step

_EXAMPLES = Path(__file__).parents[2] / "examples"
_TOUCHES = 15


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("example", sorted(_EXAMPLES.rglob("*.py")), ids=lambda path: path.stem)
def test_an_example_does_what_it_does_in_the_reference(example: Path, seed: int) -> None:
    script = example.read_text(encoding="utf-8")
    chooser = random.Random(f"{example.stem} {seed}")
    steps = [Step("touch", value=(chooser.randrange(60), chooser.randrange(12))) for _ in range(_TOUCHES)]
    found = compare(script, steps)
    assert not found, report(script, steps, found)
