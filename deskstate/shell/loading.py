"""How what belongs to a window is loaded without needless work, once Qt is.

GUI thread only.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

import PySide6.QtWidgets  # noqa: F401 # pyright: ignore[reportUnusedImport] # what follows is about it

from deskstate.core.own_import import use_pythons_own_import


@contextmanager
def loading() -> Generator[None]:
    """What is loaded and made inside the `with` stays for good.

    The garbage collector does not look through it again and again meanwhile, nor ever after.
    """
    gc.disable()
    try:
        use_pythons_own_import()
        yield
        gc.freeze()
    finally:
        gc.enable()
