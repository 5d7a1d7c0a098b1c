"""The program in the part of Python: a script that starts `sys.executable` wants an interpreter, not a second window.

No Qt. It understands what such calls are made of: options, then `-c CODE`, `-m MODULE` or a file. The modules are those
of the bundle.
"""

from __future__ import annotations

import os
import runpy
import sys
import traceback
import types
from typing import Final, NamedTuple

_WITH_A_WORD: Final = ("-X", "-W")
"""Options that a word follows; like all others they mean nothing to a program that is built already."""


class Call(NamedTuple):
    """What Python was asked for."""

    kind: str
    """"-c", "-m" or "file"."""
    target: str
    arguments: list[str]
    """For `sys.argv`, without its first."""


def python_call(arguments: list[str]) -> Call | None:
    """Read arguments as Python would; None when they name nothing to run."""
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word in ("-c", "-m"):
            return Call(word, waiting[0], waiting[1:]) if waiting else None
        if word in _WITH_A_WORD:
            del waiting[:1]
        elif not word.startswith("-"):
            return Call("file", word, waiting) if word.endswith((".py", ".pyw")) and os.path.isfile(word) else None
    return None


def run_as_python(call: Call) -> int:
    """Run it as the main program, in a process that does nothing else; the exit code, as Python's."""
    try:
        _run(call)
    except Exception:
        traceback.print_exc()
        return 1
    return 0


def _run(call: Call) -> None:
    if call.kind == "file":
        sys.path.insert(0, os.path.dirname(os.path.abspath(call.target)))
        sys.argv = [call.target, *call.arguments]
        runpy.run_path(call.target, run_name="__main__")
        return
    sys.path.insert(0, "")
    sys.argv = [call.kind, *call.arguments]
    if call.kind == "-m":
        runpy.run_module(call.target, run_name="__main__", alter_sys=True)
        return
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    exec(compile(call.target, "<string>", "exec"), vars(module))
