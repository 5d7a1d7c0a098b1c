"""A class of the script stays the same object while its source stays the same.

No Qt. Script's thread. A rerun executes every `class` statement again. Left alone, that makes a new class, and objects
that `session_state` kept are no longer instances of it; an Enum's members are no longer equal. So the new class is only
read: what it defines goes into the class that is already there.
"""

from __future__ import annotations

import ast
import types
from enum import EnumType
from typing import Any, Final, TypeVar

STABLE_NAME: Final = "__deskstate_class__"

T = TypeVar("T")

_KEPT: Final = frozenset(
    {"__dict__", "__weakref__", "__module__", "__qualname__", "__slots__", "__abstractmethods__", "_abc_impl"}
    | {"__firstlineno__", "__static_attributes__"}
)
"""Attributes that belong to one class object."""


def with_stable_classes(tree: ast.Module) -> ast.Module:
    """The script's tree, with each class of the module handed to the function called `STABLE_NAME`."""
    _rewrite(tree.body)
    return ast.fix_missing_locations(tree)


def _rewrite(body: list[ast.stmt]) -> None:
    for index in range(len(body) - 1, -1, -1):
        statement = body[index]
        if isinstance(statement, ast.ClassDef):
            fingerprint = f"{hash(ast.dump(statement)):x}"
            settle = ast.Call(
                ast.Name(STABLE_NAME, ast.Load()),
                [ast.Constant(statement.name), ast.Constant(fingerprint), ast.Name(statement.name, ast.Load())],
                [],
            )
            assign = ast.Assign([ast.Name(statement.name, ast.Store())], settle)
            body.insert(index + 1, ast.copy_location(assign, statement))
        elif not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for block in ("body", "orelse", "finalbody"):
                _rewrite(getattr(statement, block, []))
            for handler in getattr(statement, "handlers", []):
                _rewrite(handler.body)


class StableClasses:
    """The classes of one session's script."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], type] = {}

    def settle(self, name: str, fingerprint: str, new: T) -> T:
        """The class that stands for `new`: the one of an earlier run when source and bases are the same.

        Args:
            name: Of the class statement.
            fingerprint: Of its source.
            new: What the statement, decorators included, has made in this run.
        """
        if not isinstance(new, type):
            return new
        old = self._known.get((name, fingerprint))
        if old is None or old.__bases__ != new.__bases__ or type(old) is not type(new):
            self._known[name, fingerprint] = new
            return new
        if type(old).__setattr__ is type.__setattr__ or isinstance(old, EnumType):
            _refresh(old, new)
        return old


def _refresh(old: type, new: type) -> None:
    """Give a class the definitions of this run: functions that see its globals, attributes at their first values."""
    enum = isinstance(old, EnumType)
    for name, value in list(vars(new).items()):
        if name in _KEPT or isinstance(value, (types.MemberDescriptorType, types.GetSetDescriptorType)):
            continue
        if enum and (name.startswith("_") or not isinstance(value, (types.FunctionType, classmethod, staticmethod))):
            continue  # members stay what they are
        for function in _functions(value):
            _bind_class(function, old, new)
        try:
            setattr(old, name, value)
        except (AttributeError, TypeError):
            continue


def _functions(value: Any) -> list[types.FunctionType]:
    """The plain functions inside a method, a property, a class method or a static method."""
    plain: Any = getattr(value, "__func__", value)
    candidates = (plain.fget, plain.fset, plain.fdel) if isinstance(plain, property) else (plain,)
    return [each for each in candidates if isinstance(each, types.FunctionType)]


def _bind_class(function: types.FunctionType, old: type, new: type) -> None:
    """Let `super()` in a function mean the class that stays."""
    for cell in function.__closure__ or ():
        try:
            if cell.cell_contents is new:
                cell.cell_contents = old
        except ValueError:  # a cell that is not filled yet
            continue
