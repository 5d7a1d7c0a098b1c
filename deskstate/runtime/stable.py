"""A class of the script, or of a module beside it, stays the same object while its source stays the same.

No Qt. Script's thread. A rerun executes every `class` statement again, and so does importing a module anew. Left alone,
that makes a new class, and objects that `session_state` kept are no longer instances of it; an Enum's members are no
longer equal. So the new class is only read: what it defines goes into the class that is already there.
"""

from __future__ import annotations

import ast
import types
from collections.abc import Iterator
from enum import EnumType
from typing import Any, Final, TypeVar, cast

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


def _fingerprint(statement: ast.ClassDef) -> str:
    return f"{hash(ast.dump(statement)):x}"


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The blocks of a statement whose names are those of the module."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return
    for name in ("body", "orelse", "finalbody"):
        yield getattr(statement, name, [])
    for inner in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield inner.body


def _classes(body: list[ast.stmt]) -> Iterator[ast.ClassDef]:
    """The `class` statements of a module, in the order of its lines."""
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            yield statement
        for block in _blocks(statement):
            yield from _classes(block)


def _rewrite(body: list[ast.stmt]) -> None:
    for index in range(len(body) - 1, -1, -1):
        statement = body[index]
        if isinstance(statement, ast.ClassDef):
            fingerprint = _fingerprint(statement)
            settle = ast.Call(
                ast.Name(STABLE_NAME, ast.Load()),
                [ast.Constant(statement.name), ast.Constant(fingerprint), ast.Name(statement.name, ast.Load())],
                [],
            )
            assign = ast.Assign([ast.Name(statement.name, ast.Store())], settle)
            body.insert(index + 1, ast.copy_location(assign, statement))
        for block in _blocks(statement):
            _rewrite(block)


class StableClasses:
    """The classes of one session's script, or of one module."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], type] = {}

    def adopt(self, tree: ast.Module, module: types.ModuleType) -> None:
        """Take the classes of a module that was made of this source without being asked."""
        last = {statement.name: statement for statement in _classes(tree.body)}
        for name, statement in last.items():
            made = vars(module).get(name)
            if isinstance(made, type) and (made.__module__, made.__qualname__) == (module.__name__, name):
                self._known.setdefault((name, _fingerprint(statement)), made)

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
        if old is None or not _can_stand_for(old, new):
            self._known[name, fingerprint] = new
            return new
        _refresh(old, new)
        return cast("T", old)


def _class_in(outer: type, value: Any) -> type | None:
    """The value itself, when it is a class that was made in the body of another one."""
    is_inside = isinstance(value, type) and value.__qualname__ == f"{outer.__qualname__}.{value.__name__}"
    return value if is_inside else None


def _can_stand_for(old: type, new: type) -> bool:
    return old.__bases__ == new.__bases__ and type(old) is type(new)


def _refresh(old: type, new: type) -> None:
    """Give a class the definitions of this run: functions that see its globals, attributes at their first values."""
    enum = isinstance(old, EnumType)
    if not enum and type(old).__setattr__ is not type.__setattr__:
        return
    for name, value in list(vars(new).items()):
        if name in _KEPT or isinstance(value, (types.MemberDescriptorType, types.GetSetDescriptorType)):
            continue
        if enum and (name.startswith("_") or not isinstance(value, (types.FunctionType, classmethod, staticmethod))):
            continue  # members stay what they are
        inner, made = vars(old).get(name), _class_in(new, value)
        if made is not None and isinstance(inner, type) and _can_stand_for(inner, made):
            _refresh(inner, made)
            continue
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
