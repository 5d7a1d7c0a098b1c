"""The surroundings of the tests of commands.

No Qt.
"""

from __future__ import annotations

import pytest

from tests.elements.scripts import App


@pytest.fixture
def app() -> App:
    """An app that has not run yet."""
    return App()
