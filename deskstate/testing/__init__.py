"""Tests of apps: `AppTest` without a window, and a pytest fixture that drives a real one.

No Qt, unless the fixture is used.
"""

from __future__ import annotations

from deskstate.testing.apptest import AppTest
from deskstate.testing.nodes import AppTestError

__all__ = ["AppTest", "AppTestError"]
