"""A case: a script, what a person does, and the rule that it shows.

No Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conformance.steps import Step


@dataclass(frozen=True)
class Case:
    """Something that both engines must do alike."""

    name: str
    """A sentence that begins with the rule: "rule 2.4: reading a missing key raises"."""
    script: str
    """Follows the lines `import deskstate as ds` and `ss = ds.session_state`."""
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return self.name


def case(name: str, script: str, *steps: Step) -> Case:
    """One line of a table."""
    return Case(name, dedent(script), steps)
