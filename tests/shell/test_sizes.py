"""A window fits the screen, and never gets too small to work with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from deskstate.testing.window import AppWindow
from tests.bundling.screen import Screen, missing_tools

APP = """
import deskstate as ds
ds.text_input("Name")
"""


@pytest.mark.parametrize("size", [QSize(100, 60), QSize(1, 1), QSize(2000, 40)])
def test_a_window_does_not_get_smaller_than_what_one_can_work_with(
    app_window: Callable[..., AppWindow], size: QSize
) -> None:
    window = app_window(APP, size=size)
    for _ in range(2):
        assert window.window.size() == size.expandedTo(QSize(240, 180))
        field = window.find(label="Name").control
        assert field.visibleRegion().boundingRect().contains(field.rect().center())
        window.window.resize(size)


def test_what_is_too_small_grows_with_the_zoom(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(APP, size=QSize(240, 180))
    window.app.theme.set_zoom(2.0)
    window.wait_for(lambda: window.window.size() == QSize(480, 360))
    window.app.theme.set_zoom(1.0)
    window.window.resize(240, 180)
    window.wait_for(lambda: window.window.size() == QSize(240, 180))


@pytest.mark.skipif(bool(missing_tools()), reason=f"not installed: {missing_tools()}")
def test_windows_that_are_wanted_larger_than_the_screen_lie_on_it(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(APP)
    with Screen(900, 500) as screen:
        command = [sys.executable, "-m", "deskstate", str(tmp_path / "app.py"), "--size", "3000x2000"]
        screen.start(command, {**os.environ, "HOME": str(tmp_path)})
        assert screen.has_windows(1)
        screen.press("ctrl+n")
        assert screen.has_windows(2)
        for window in screen.windows():
            x, y, width, height = _geometry(screen, window)
            assert 0 <= x <= 900 - width
            assert 0 <= y <= 500 - height
            assert width > 800
            assert height > 400


def _geometry(screen: Screen, window: str) -> tuple[int, ...]:
    command = ["xdotool", "getwindowgeometry", "--shell", window]
    said = subprocess.run(
        command, env={**os.environ, "DISPLAY": screen.display}, check=True, capture_output=True, text=True
    )
    values = dict(line.split("=") for line in said.stdout.split())
    return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
