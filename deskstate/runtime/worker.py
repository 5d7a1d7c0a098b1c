"""What a script is in a worker process of `multiprocessing`: its imports, functions, classes and written-out values.

No Qt. Where worker processes are started afresh (always on Windows and macOS), each runs the main program again to get
at its functions. A script would draw there, or start workers of its own. So `Script` names this module as the main
program: it runs of the script what defines something, and nothing that does something.
"""

from __future__ import annotations

import ast
import os
import tokenize
from contextlib import suppress
from importlib.machinery import ModuleSpec
from typing import Any, Final

from deskstate.folders import SCRIPT

_DEFINING: Final = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Pass)
_ACTING: Final = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom)


def spec() -> ModuleSpec:
    """The description of a main program that makes worker processes run this module in its place."""
    return ModuleSpec(__name__, None)


def define(path: str, names: dict[str, Any]) -> None:
    """Run what a script defines, and leave out what cannot be had without the rest of it.

    Args:
        path: Of the script.
        names: Of the module that it is to become.
    """
    with tokenize.open(path) as file:
        tree = ast.parse(file.read(), path)
    names["__name__"] = "__main__"
    names["__file__"] = path
    for statement in tree.body:
        if _defines(statement):
            module = ast.Module([statement], [])
            with suppress(Exception):  # it needs something that only the whole script has
                exec(compile(module, path, "exec", dont_inherit=True), names)


def _defines(statement: ast.stmt) -> bool:
    """True for what only gives names to things; blocks count when all inside does."""
    match statement:
        case ast.Try(body, handlers, orelse, finalbody):
            inside = [*body, *orelse, *finalbody, *(each for handler in handlers for each in handler.body)]
            return all(map(_defines, inside))
        case ast.If(test, body, orelse):
            return not _acts(test) and all(map(_defines, [*body, *orelse]))
        case ast.Assign() | ast.AnnAssign():
            return not _acts(statement)
        case _:
            return isinstance(statement, _DEFINING)


def _acts(node: ast.AST) -> bool:
    return any(isinstance(inner, _ACTING) for inner in ast.walk(node))


if __name__ == "__mp_main__" and SCRIPT in os.environ:
    define(os.environ[SCRIPT], globals())
