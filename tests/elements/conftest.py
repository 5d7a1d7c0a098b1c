"""The surroundings of the tests of commands.

No Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

import deskstate as ds
from tests.elements.scripts import App


@pytest.fixture
def app() -> App:
    """An app that has not run yet."""
    return App()


@pytest.fixture(params=["selectbox", "radio"])
def one_of(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Each command that chooses one option."""
    return cast("Callable[..., Any]", getattr(ds, request.param))
