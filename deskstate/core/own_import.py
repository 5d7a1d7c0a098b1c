"""Python's own import statement, after PySide has put another in its place.

No Qt.
"""

from __future__ import annotations

import builtins


def use_pythons_own_import() -> None:
    """Undo what PySide did to the import statement when it was loaded.

    WORKAROUND for PYSIDE-2029 (as of PySide6 6.11): PySide reads the source of every module imported after it, to see
    whether PySide's `snake_case` or `true_property` are to hold there, and `linecache` keeps all of it. With that the
    first window takes 30 ms more, and an app that imports pandas 100 ms and 30 MB more. To be dropped when PySide asks
    only once somebody uses such a feature.
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None and builtins.__import__ is getattr(builtins, "__feature_import__", None):
        builtins.__import__ = own
