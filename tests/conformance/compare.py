"""Where two engines part: step by step, field by field.

No Qt.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tests.conformance.differences import DELIBERATE, Found
from tests.conformance.engines import DESKSTATE, REFERENCE, Engine, Moment, perform, whole
from tests.conformance.snapshot import Node

if TYPE_CHECKING:
    from tests.conformance.steps import Step


def compare(
    script: str, steps: Sequence[Step], *, reference: Engine = REFERENCE, subject: Engine = DESKSTATE
) -> list[Found]:
    """Run a script and its steps in both engines.

    Returns:
        The unexplained differences of the first step that has one; empty when both do alike.
    """
    words = _words(script)
    expected = perform(reference, script, steps)
    actual = perform(subject, script, steps)
    names = ["first run", *(f"step {number}: {step}" for number, step in enumerate(steps, start=1))]
    for name, left, right in zip(names, expected, actual, strict=False):
        found = list(_moments(name, left, right, words, script))
        if any(difference.ends_the_case and difference.explains(item) for item in found for difference in DELIBERATE):
            break  # the scripts have gone different ways
        unexplained = [item for item in found if not any(difference.explains(item) for difference in DELIBERATE)]
        if unexplained:
            return unexplained
    return []


def report(script: str, steps: Iterable[Step], found: Iterable[Found]) -> str:
    """The script, the steps and where the engines part, for a person to read."""
    lines = ["", *whole(script).strip("\n").splitlines(), "", "steps:"]
    lines += [f"  {number} {step}" for number, step in enumerate(steps, start=1)]
    for item in found:
        lines += [
            "",
            f"{item.step}, {item.path}:",
            f"  reference {item.reference!r}",
            f"  deskstate {item.deskstate!r}",
        ]
    return "\n".join(lines)


def _moments(step: str, left: Moment, right: Moment, words: set[str], script: str) -> Iterator[Found]:
    if left.refused != right.refused:
        yield Found(step, "testing API", left.refused, right.refused, script, left.sent, left.reason)
        return
    if left.refused is not None:  # nothing ran: what is shown is what is staged
        return
    yield from (
        Found(step, f"{part}{path}", a, b, script, left.sent)
        for part in ("main", "sidebar", "toasts")
        for path, a, b in _blocks(left.tree[part], right.tree[part], "", words, script)
    )
    for key in sorted(left.state.keys() | right.state.keys()):
        if left.state.get(key) != right.state.get(key):
            yield Found(step, f"session_state[{key!r}]", left.state.get(key), right.state.get(key), script, left.sent)


def _blocks(
    left: list[Node], right: list[Node], path: str, words: set[str], script: str
) -> Iterator[tuple[str, Any, Any]]:
    """The elements of a block in one engine against those in the other."""
    if [node["type"] for node in left] != [node["type"] for node in right]:
        yield f"{path} elements", _brief(left), _brief(right)
        return
    for place, (a, b) in enumerate(zip(left, right, strict=True)):
        yield from _nodes(a, b, f"{path}[{place} {a['type']}]", words, script)


def _nodes(left: Node, right: Node, path: str, words: set[str], script: str) -> Iterator[tuple[str, Any, Any]]:
    if left.get("class") != right.get("class"):
        yield f"{path}.class", left["class"], right["class"]
        return
    for name, a in left.items():
        b = right.get(name)
        if name == "children":
            yield from _blocks(a, b or [], path, words, script)
        elif name == "message" and left["type"] == "exception":
            if not _same_message(a, b, words, script):
                yield f"{path}.message", a, b
        elif a != b or type(a) is not type(b):
            yield f"{path}.{name}", a, b


def _brief(nodes: list[Node]) -> list[str]:
    """The elements of a block on one line each, errors with what they say."""
    return [
        f"{node['type']} {node.get('class', '')} {node.get('message', node.get('value', node.get('key', '')))}".strip()
        for node in nodes
    ]


def _same_message(left: str | None, right: str | None, words: set[str], script: str) -> bool:
    """Whether two error texts say the same: to the letter when the script wrote it, else about the same words."""
    if left is None or right is None or left.strip("'\"") in script:
        return left == right
    quoted = set(re.findall(r"['\"`\[]([^'\"`\[\]]+)['\"`\]]", left)) & words
    return all(word in right for word in quoted)


def _words(script: str) -> set[str]:
    """The strings that stand in a script: keys, labels, options."""
    try:
        parsed = ast.parse(whole(script))
    except SyntaxError:
        return set()
    return {node.value for node in ast.walk(parsed) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
