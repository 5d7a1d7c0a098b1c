"""Bare expressions on a line of their own are shown (section 17 of the rules).

No Qt.
"""

from __future__ import annotations

import ast
from typing import Final

MAGIC_NAME: Final = "__deskstate_write__"

_BLOCKS: Final = ("body", "orelse", "finalbody")


def with_magic(tree: ast.Module) -> ast.Module:
    """The script's tree with each bare expression handed to the function called `MAGIC_NAME`."""
    _rewrite(tree.body, has_docstring=True)
    return ast.fix_missing_locations(tree)


def _rewrite(body: list[ast.stmt], *, has_docstring: bool) -> None:
    for index, statement in enumerate(body):
        if isinstance(statement, ast.Expr):
            docstring = has_docstring and index == 0 and _is_text(statement.value)
            if not docstring and _is_shown(statement.value):
                statement.value = _call(statement.value)
        elif isinstance(statement, ast.ClassDef):
            for member in statement.body:  # a class body itself shows nothing, its methods do (rule 17.3)
                if isinstance(member, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    _rewrite(member.body, has_docstring=True)
        else:
            is_function = isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef))
            for block in _BLOCKS:
                _rewrite(getattr(statement, block, []), has_docstring=is_function and block == "body")
            for handler in getattr(statement, "handlers", []):
                _rewrite(handler.body, has_docstring=False)
            for case in getattr(statement, "cases", []):
                _rewrite(case.body, has_docstring=False)


def _is_text(expression: ast.expr) -> bool:
    return isinstance(expression, ast.Constant) and isinstance(expression.value, str)


def _is_shown(expression: ast.expr) -> bool:
    """False for calls, which act for themselves, and for what must stay a statement (rule 17.2)."""
    return not isinstance(expression, (ast.Call, ast.Await, ast.Yield, ast.YieldFrom))


def _call(expression: ast.expr) -> ast.expr:
    arguments = expression.elts if isinstance(expression, ast.Tuple) else [expression]
    call = ast.Call(ast.Name(MAGIC_NAME, ast.Load()), arguments, [])
    return ast.copy_location(call, expression)
