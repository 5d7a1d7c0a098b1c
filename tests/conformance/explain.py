"""Show what both engines make of some cases: `python tests/conformance/explain.py "rule 8.9" [--reference]`.

No Qt.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.conformance.engines import DESKSTATE, REFERENCE, Engine, Moment, perform
from tests.conformance.snapshot import Node
from tests.conformance.test_cases import CASES


def main(words: list[str]) -> None:
    """Print the scripts, steps and moments of the cases whose names contain a word."""
    engines: list[Engine] = [REFERENCE] if "--reference" in words else [REFERENCE, DESKSTATE]
    wanted = [word for word in words if not word.startswith("--")]
    for case in CASES:
        if not any(word in case.name for word in wanted):
            continue
        print(f"\n=== {case.name}\n{case.script.strip()}")
        for engine in engines:
            print(f"--- {engine.name}")
            moments = perform(engine, case.script, case.steps)
            for step, moment in zip(["first run", *map(str, case.steps)], moments, strict=True):
                print(f"  {step}{': ' + moment.refused if moment.refused else ''}")
                _show(moment)


def _show(moment: Moment) -> None:
    for part, nodes in moment.tree.items():
        for node in nodes:
            _show_node(node, f"     {part} ")
    print(f"     state {moment.state}")


def _show_node(node: Node, indent: str) -> None:
    said = {
        name: value for name, value in node.items() if name not in ("type", "children") and value not in (None, False)
    }
    print(f"{indent}{node['type']} {said}")
    for child in node.get("children", ()):
        _show_node(child, indent + "  ")


if __name__ == "__main__":
    main(sys.argv[1:])
