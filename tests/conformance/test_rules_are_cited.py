"""Every rule of rules.md has a test, and every rule that a test or a docstring cites is in rules.md."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
RULES = Path(__file__).with_name("rules.md")

_RULE = re.compile(r"^- \*\*(\d+\.\d+)\*\* \S", re.MULTILINE)
_CITATION = re.compile(r"\brules?[ _](\d+[._]\d+(?:(?:, | and | to |, and )\d+\.\d+)*)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+)[._](\d+)")


def test_every_rule_is_cited_by_a_test() -> None:
    cited = _citations("tests")
    missing = [rule for rule in _listed() if rule not in cited]
    assert not missing, _report(
        "No test cites these rules (write `rule N.M` in its docstring, name or comment):", missing
    )


def test_every_citation_names_a_listed_rule() -> None:
    listed = set(_listed())
    unknown = {
        rule: places
        for folder in ("tests", "deskstate", "widgets", "examples")
        for rule, places in _citations(folder).items()
        if rule not in listed
    }
    lines = [f"{rule} in {', '.join(sorted(places))}" for rule, places in sorted(unknown.items(), key=_order)]
    assert not unknown, _report("These rules are cited but rules.md does not list them:", lines)


def test_no_rule_is_listed_twice() -> None:
    rules = _listed()
    assert len(rules) == len(set(rules)), sorted({rule for rule in rules if rules.count(rule) > 1})


def test_the_rules_are_in_order() -> None:
    rules = _listed()
    assert rules == sorted(rules, key=_key)


def test_every_number_is_listed_or_left_out() -> None:
    """So that an applicable rule is not forgotten: a gap in the numbers is said to be one."""
    left_out = {f"{section}.{number}" for section, number in _NUMBER.findall(_text_left_out())}
    listed = _listed()
    assert not left_out & set(listed), sorted(left_out & set(listed), key=_key)
    last: dict[int, int] = {}
    for rule in [*listed, *left_out]:
        section, number = _key(rule)
        last[section] = max(last.get(section, 0), number)
    every = {f"{section}.{number}" for section, highest in last.items() for number in range(1, highest + 1)}
    forgotten = sorted(every - set(listed) - left_out, key=_key)
    assert not forgotten, _report("Neither listed nor under `Left out`:", forgotten)


def _listed() -> list[str]:
    return _RULE.findall(RULES.read_text(encoding="utf-8"))


def _text_left_out() -> str:
    return RULES.read_text(encoding="utf-8").partition("\n## Left out\n")[2]


def _citations(folder: str) -> dict[str, set[str]]:
    """The rules cited in a folder's Python files, with the files."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in (ROOT / folder).rglob("*.py"):
        if path == Path(__file__):
            continue
        for rule in _cited_in(path.read_text(encoding="utf-8")):
            found[rule].add(path.relative_to(ROOT).as_posix())
    return found


def _cited_in(text: str) -> Iterator[str]:
    for citation in _CITATION.findall(text):
        for section, number in _NUMBER.findall(citation):
            yield f"{section}.{number}"


def _key(rule: str) -> tuple[int, int]:
    section, _, number = rule.partition(".")
    return int(section), int(number)


def _order(item: tuple[str, object]) -> tuple[int, int]:
    return _key(item[0])


def _report(what: str, lines: list[str]) -> str:
    return "\n  ".join([what, *lines])
