"""Surroundings of all tests: no display is needed, and the fixture `app_window` is there without an installation."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config: pytest.Config) -> None:
    """Load deskstate's pytest plugin where no installed deskstate has brought it."""
    if not config.pluginmanager.has_plugin("deskstate"):
        from deskstate.testing import plugin

        config.pluginmanager.register(plugin, "deskstate")
