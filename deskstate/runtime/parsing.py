"""From a source file's content to its tree.

No Qt. Script's thread.
"""

from __future__ import annotations

import ast
import time
from contextlib import suppress
from typing import Final

ATTEMPTS: Final = 5
"""How often a source is parsed, when other threads interfere, before it is given up."""
PAUSE_S: Final = 0.02


def parsed(source: bytes, name: str) -> ast.Module:
    """A source's tree.

    WORKAROUND for https://github.com/python/cpython/issues/106905: before Python 3.11.8, parsing breaks off with a
    SystemError when another thread parses as well, which it does to format a traceback, too.

    Raises:
        SyntaxError, ValueError: When it is not Python.
    """
    for _ in range(ATTEMPTS - 1):
        with suppress(SystemError):
            return ast.parse(source, name)
        time.sleep(PAUSE_S)
    return ast.parse(source, name)
