"""What a source file imports, as far as its text says so.

No Qt. Nothing is run: the statements, and the calls that import what a text names.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

_FORGIVEN: Final = frozenset({"ImportError", "ModuleNotFoundError", "Exception", "BaseException"})
"""Errors that a script may catch around an import that is allowed to fail."""
_BY_NAME: Final = frozenset(
    {
        "importlib.import_module",
        "importlib.__import__",
        "builtins.__import__",
        "pkgutil.resolve_name",
        "runpy.run_module",
    }
)
"""Functions that import the module whose name they are given."""
_BY_PATH: Final = {
    "runpy.run_path": 0,
    "importlib.util.spec_from_file_location": 1,
    "importlib.machinery.SourceFileLoader": 1,
}
"""Functions that import a file, and which argument names it."""
_BY_SOURCE: Final = "builtins.exec"
"""The function that runs the source that it is given."""
_STATEMENT: Final = re.compile(r"\s*(?:import|from)\s+([\w.]*)")
_ROOMS: Final = frozenset(name.partition(".")[0] for name in (*_BY_NAME, *_BY_PATH, _BY_SOURCE))
"""Where they are."""


class Import(NamedTuple):
    """An import whose module is named where it stands."""

    line: int
    names: tuple[str, ...]
    """Dotted, most general first: "a", "a.b"."""
    optional: bool
    """True where a failure is caught, or where only type checkers look."""
    whole: bool = True
    """True when the last name is that of a module, False when it may be something in the one before."""
    for_types: bool = False
    """True where only type checkers look."""
    called: bool = False
    """True for a call, which tools that follow statements do not see."""


class Computed(NamedTuple):
    """An import whose module's name only the running program knows."""

    line: int
    code: str
    """The call, as it is written."""
    prefix: str
    """What the name begins with, for certain: "views.", or ""."""


class Imports:
    """The imports of one source file."""

    def __init__(self, tree: ast.Module, name: str, *, is_package: bool) -> None:
        """Look for them.

        Args:
            tree: Of the source.
            name: Of the module, dotted; "" for a script.
            is_package: True for an `__init__.py`.
        """
        self.named: list[Import] = []
        self.computed: list[Computed] = []
        self._tree = tree
        self._name = name
        self._package = tuple(name.split(".") if name else ())
        if not is_package:
            self._package = self._package[:-1]
        self._aliases = {"__import__": "builtins.__import__", "exec": _BY_SOURCE}
        """What the file's own names for these functions, and for the modules that they are in, stand for."""
        self._assigned: dict[str, ast.expr] | None = None
        for node in ast.walk(tree):
            self._learn(node)
        self._look(tree, _Where(optional=False, for_types=False))

    def _learn(self, node: ast.AST) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                if top in _ROOMS:
                    self._aliases[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").partition(".")[0] in _ROOMS:
            for alias in node.names:
                self._aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"

    def _look(self, node: ast.AST, where: _Where) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                self._add(node.lineno, _prefixes(alias.name), where)
        elif isinstance(node, ast.ImportFrom):
            around = ".".join(self._package[: len(self._package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (around, node.module or "") if part)
            for alias in node.names:  # each may be a module itself
                self._add(node.lineno, _prefixes(module, alias.name), where, whole=alias.name == "*")
        elif isinstance(node, ast.Call) and (function := self._function(node.func)):
            self._look_at_call(function, node, where)
            for argument in (*node.args, *node.keywords):
                self._look(argument, where)
            return
        elif isinstance(node, ast.Name | ast.Attribute) and self._function(node) not in (
            "",
            _BY_SOURCE,
        ):  # handed on: map(import_module, …)
            self.computed.append(Computed(node.lineno, ast.unparse(node), ""))
            return
        for inner, there in where.inside(node):
            self._look(inner, there)

    def _add(
        self, line: int, names: tuple[str, ...], where: _Where, *, whole: bool = True, called: bool = False
    ) -> None:
        if names:  # not `from . import *`
            self.named.append(Import(line, names, where.optional, whole, where.for_types, called))

    def _function(self, node: ast.AST) -> str:
        """The function that an expression stands for, when it is one that imports; else ""."""
        rest = ""
        while isinstance(node, ast.Attribute):
            rest = f".{node.attr}{rest}"
            node = node.value
        name = f"{self._aliases.get(node.id, '')}{rest}" if isinstance(node, ast.Name) else ""
        return name if name in _BY_NAME or name in _BY_PATH or name == _BY_SOURCE else ""

    def _look_at_call(self, function: str, call: ast.Call, where: _Where) -> None:
        if function in _BY_PATH:
            wanted = _argument(call, _BY_PATH[function], "path_name", "location", "path")
            text, complete = ("", False) if wanted is None else self._beginning(wanted)
            if not complete:  # else it is a file that is named
                self.computed.append(
                    Computed(call.lineno, ast.unparse(call), text.removeprefix("./").replace("/", "."))
                )
            return
        wanted = _argument(call, 0, "name", "mod_name", "source")
        text, complete = ("", False) if wanted is None else self._beginning(wanted)
        if function == _BY_SOURCE:
            self._look_at_source(text, complete, call)
            return
        text = text.partition(":")[0]  # what follows is inside of the module
        if text.startswith("."):
            text = self._absolute(text, _argument(call, 1, "package"))
        if complete and text:
            self._add(call.lineno, _prefixes(text), where, called=True)
        else:
            self.computed.append(Computed(call.lineno, ast.unparse(call), text))

    def _look_at_source(self, text: str, complete: bool, call: ast.Call) -> None:
        """Look for imports in a source that is executed, as far as it is known."""
        if not complete:
            found = _STATEMENT.match(text)
            if found is not None:
                self.computed.append(Computed(call.lineno, ast.unparse(call), found[1]))
            return
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError):  # it says so when it is run
            return
        inner = Imports(tree, self._name, is_package=".".join(self._package) == self._name)
        self.named += [each._replace(line=call.lineno, called=True) for each in inner.named]
        self.computed += [each._replace(line=call.lineno) for each in inner.computed]

    def _absolute(self, text: str, anchor: ast.expr | None) -> str:
        """A relative name, seen from a package; "" when that is not known."""
        around, complete = ("", False) if anchor is None else self._beginning(anchor)
        if not complete or not around:
            return ""
        name = text.lstrip(".")
        parts = around.split(".")
        return ".".join([*parts[: len(parts) - (len(text) - len(name)) + 1], name])

    def _beginning(self, node: ast.expr, depth: int = 8) -> tuple[str, bool]:
        """What a text surely begins with, and whether that is all of it."""
        match node:
            case ast.Constant(str(text)):
                return text, True
            case ast.Name("__name__") if self._name:
                return self._name, True
            case ast.Name("__package__"):
                return ".".join(self._package), True
            case ast.Name(name) if depth and name in self._constants():
                return self._beginning(self._constants()[name], depth - 1)
            case ast.FormattedValue(value, -1, None):
                text, complete = self._beginning(value, depth)
                return (text, True) if complete else (text, False)
            case ast.JoinedStr(values):
                return self._joined(values, depth)
            case ast.BinOp(left, ast.Add(), right):
                return self._joined([left, right], depth)
            case ast.BinOp(ast.Constant(str(text)), ast.Mod(), _):
                return text.partition("%")[0], "%" not in text
            case ast.Call(ast.Attribute(ast.Constant(str(text)), "format"), _, _):
                return text.partition("{")[0], "{" not in text
            case ast.Call(ast.Attribute(ast.Constant(str(text)), "join"), [ast.List(parts) | ast.Tuple(parts)], []):
                between: list[ast.expr] = [each for part in parts for each in (ast.Constant(text), part)]
                return self._joined(between[1:], depth)
            case _:
                return "", False

    def _joined(self, parts: list[ast.expr], depth: int) -> tuple[str, bool]:
        found = ""
        for part in parts:
            text, complete = self._beginning(part, depth)
            found += text
            if not complete:
                return found, False
        return found, True

    def _constants(self) -> dict[str, ast.expr]:
        """What is assigned to names that stand for one thing in the whole file."""
        if self._assigned is None:
            bound: Counter[str] = Counter()
            values: dict[str, ast.expr] = {}
            for node in ast.walk(self._tree):
                match node:
                    case ast.Name(name, ast.Store() | ast.Del()) | ast.arg(name):
                        bound[name] += 1
                    case ast.Assign([ast.Name(name)], value) | ast.AnnAssign(ast.Name(name), _, ast.expr() as value):
                        values[name] = value
                    case _:
                        pass
            self._assigned = {name: value for name, value in values.items() if bound[name] == 1}
        return self._assigned


class _Where(NamedTuple):
    optional: bool
    for_types: bool

    def inside(self, node: ast.AST) -> Iterator[tuple[ast.AST, _Where]]:
        """What a node is made of, with whether an import there may fail."""
        there = self
        if isinstance(node, ast.Try):
            there = self._replace(optional=self.optional or any(_forgives(handler) for handler in node.handlers))
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in (test := ast.unparse(node.test)):
            there = self._replace(optional=True)
            if test.rpartition(".")[2] == "TYPE_CHECKING":
                yield from ((inner, there) for inner in node.orelse)
                yield from ((inner, there._replace(for_types=True)) for inner in node.body)
                return
        for inner in ast.iter_child_nodes(node):
            yield inner, there


def _argument(call: ast.Call, place: int, *names: str) -> ast.expr | None:
    if len(call.args) > place and not any(isinstance(each, ast.Starred) for each in call.args[: place + 1]):
        return call.args[place]
    return next((keyword.value for keyword in call.keywords if keyword.arg in names), None)


def _prefixes(module: str, last: str = "") -> tuple[str, ...]:
    parts = module.split(".") if module else []
    names = [".".join(parts[: end + 1]) for end in range(len(parts))]
    if last and last != "*":
        names.append(f"{module}.{last}" if module else last)
    return tuple(names)


def _forgives(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    names = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(name, ast.Name) and name.id in _FORGIVEN for name in names)
