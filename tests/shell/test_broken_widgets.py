"""A native widget that breaks takes neither the others with it nor the window."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from deskstate.testing.window import AppWindow
from deskstate_widgets.kinds.container import Container
from deskstate_widgets.kinds.text import Text

Open = Callable[..., AppWindow]

SOURCE = """
import deskstate as ds
more = ds.checkbox("More")
with ds.container():
    if more:
        ds.text("inside")
with ds.container():
    ds.write(f"More is {more}")
"""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the terminal is told."""
    said: list[str] = []

    def note(kind: type[BaseException], error: BaseException, trace: object) -> None:
        del kind, trace
        said.append(str(error))

    monkeypatch.setattr(sys, "excepthook", note)
    return said


def fail(*_: object) -> None:
    raise RuntimeError("it broke")


def test_an_element_that_cannot_be_made_leaves_a_note_in_its_place(
    app_window: Open, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    monkeypatch.setattr(Text, "__init__", fail)
    window = app_window(SOURCE)
    window.find(label="More").click().wait()
    assert window.find(text="inside").widget.text() == "This text cannot be shown."  # type: ignore[attr-defined]
    assert window.find(text="More is True").is_visible()
    assert told == ["it broke"]


def test_a_container_that_cannot_be_arranged_does_not_leave_the_window_busy(
    app_window: Open, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    window = app_window(SOURCE)
    with monkeypatch.context() as broken:
        broken.setattr(Container, "arrange", fail)
        window.find(label="More").click().wait()
    assert window.shows("More is True")
    assert "it broke" in told
    window.find(label="More").click().wait()
    assert window.shows("More is False")
