"""Each kind of element has one record, one native widget and one test, all of one name."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

from deskstate.core import properties
from deskstate.core.properties.base import Properties
from deskstate.shell.factory import native_class
from deskstate_widgets import kinds


def records() -> list[type[Properties]]:
    """All records that say what a kind looks like."""
    for module in pkgutil.iter_modules(properties.__path__):
        import_module(f"{properties.__name__}.{module.name}")
    found: list[type[Properties]] = []
    open_ends = [Properties]
    while open_ends:
        record = open_ends.pop()
        open_ends += record.__subclasses__()
        if record.__module__.startswith(properties.__name__) and "kind" in vars(record) and record.kind:
            found.append(record)
    return found


def test_record_native_widget_and_test_go_together() -> None:
    names = sorted(record.kind for record in records())
    assert names == sorted(module.name for module in pkgutil.iter_modules(kinds.__path__))
    tests = Path(__file__).parent / "kinds"
    assert names == sorted(file.stem.removeprefix("test_") for file in tests.glob("test_*.py"))


def test_record_and_native_widget_are_named_like_their_kind() -> None:
    for record in records():
        assert record.__name__.lower() == record.kind.replace("_", "")
        assert native_class(record).__name__ == record.__name__
