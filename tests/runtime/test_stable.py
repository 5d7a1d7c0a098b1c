"""A class whose source did not change is the same object in the next run."""

from __future__ import annotations

import ast
from typing import Any

from deskstate.runtime.stable import STABLE_NAME, StableClasses, with_stable_classes


def run(source: str, classes: StableClasses, **names: Any) -> dict[str, Any]:
    tree = with_stable_classes(ast.parse(source))
    namespace: dict[str, Any] = {STABLE_NAME: classes.settle, "__name__": "__main__", **names}
    exec(compile(tree, "app.py", "exec"), namespace)
    return namespace


def test_an_unchanged_class_is_the_same_object() -> None:
    classes = StableClasses()
    source = "class Point:\n    x = 1\n"
    assert run(source, classes)["Point"] is run(source, classes)["Point"]


def test_a_changed_class_is_a_new_one() -> None:
    classes = StableClasses()
    first = run("class Point:\n    x = 1\n", classes)["Point"]
    second = run("class Point:\n    x = 2\n", classes)["Point"]
    assert first is not second
    assert (first.x, second.x) == (1, 2)


def test_enum_members_stay_equal() -> None:
    classes = StableClasses()
    source = "from enum import Enum\nclass Color(Enum):\n    RED = 1\n    def loud(self): return self.name.upper()\n"
    before, after = run(source, classes)["Color"], run(source, classes)["Color"]
    assert before.RED is after.RED
    assert before.RED.loud() == "RED"


def test_methods_see_the_globals_of_the_latest_run() -> None:
    classes = StableClasses()
    source = "class Greeter:\n    def greet(self): return word\n"
    kept = run(source, classes, word="hello")["Greeter"]()
    run(source, classes, word="goodbye")
    assert kept.greet() == "goodbye"


def test_super_works_in_a_kept_object() -> None:
    classes = StableClasses()
    source = (
        "class Base:\n    def __init__(self): self.made = True\n"
        "class Child(Base):\n    def __init__(self): super().__init__()\n"
    )
    run(source, classes)
    assert run(source, classes)["Child"]().made


def test_a_changed_base_makes_new_children() -> None:
    classes = StableClasses()
    child = "class Child(Base): pass\n"
    first = run("class Base: a = 1\n" + child, classes)["Child"]
    second = run("class Base: a = 2\n" + child, classes)["Child"]
    assert second is not first
    assert second.a == 2


def test_dataclasses_work() -> None:
    classes = StableClasses()
    source = "from dataclasses import dataclass\n@dataclass\nclass Item:\n    name: str\n    price: float = 1.0\n"
    item = run(source, classes)["Item"]("pear")
    assert item == run(source, classes)["Item"]("pear")


def test_frozen_dataclasses_with_slots_work() -> None:
    classes = StableClasses()
    source = "from dataclasses import dataclass\n@dataclass(frozen=True, slots=True)\nclass Item:\n    name: str\n"
    item = run(source, classes)["Item"]("pear")
    assert isinstance(item, run(source, classes)["Item"])


def test_classes_inside_blocks_are_kept_too() -> None:
    classes = StableClasses()
    source = "if True:\n    class Point: pass\n"
    assert run(source, classes)["Point"] is run(source, classes)["Point"]


def test_classes_made_by_functions_are_new_each_time() -> None:
    classes = StableClasses()
    source = "def make():\n    class Point: pass\n    return Point\n"
    assert run(source, classes)["make"]() is not run(source, classes)["make"]()


def test_a_class_inside_of_an_unchanged_class_is_the_same_object() -> None:
    classes = StableClasses()
    source = "from enum import Enum\nclass Order:\n    class Kind(Enum):\n        OPEN = 1\n"
    before = run(source, classes)["Order"].Kind.OPEN
    assert run(source, classes)["Order"].Kind.OPEN is before


def test_classes_inside_of_a_match_statement_are_kept_too() -> None:
    classes = StableClasses()
    source = "match 1:\n    case 1:\n        class Point: pass\n"
    assert run(source, classes)["Point"] is run(source, classes)["Point"]
