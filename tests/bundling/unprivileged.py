"""A command for which file permissions hold: they do not for root.

No Qt.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import Final

import pytest

UNPRIVILEGED: Final = pytest.mark.skipif(
    sys.platform == "win32" or (os.geteuid() == 0 and shutil.which("setpriv") is None),
    reason="permissions mean nothing to root, and setpriv is not installed",
)
"""Of a test that needs one."""


def as_anybody() -> tuple[str, ...]:
    """What goes before a command: root loses what places it above permissions, and keeps its own files."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return ()
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")
