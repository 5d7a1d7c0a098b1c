"""Where a run ends early (section 15 of the rules)."""

from __future__ import annotations

from typing import Any

import pytest

import deskstate as ds
from deskstate import errors
from tests.elements.scripts import App


def test_rerun_and_stop_pass_except_exception(app: App) -> None:
    """Rules 15.1, 15.2, 15.4."""
    for command, error in ((ds.rerun, errors.RerunRun), (ds.stop, errors.StopRun)):

        def script(command: Any = command) -> None:
            try:
                command()
            except Exception:  # what scripts do
                ds.text("caught")

        with pytest.raises(error):
            app(script)
        assert app.main == []


def test_stop_cannot_be_caught_for_good(app: App) -> None:
    """Rule 15.1."""

    def script() -> None:
        try:
            ds.stop()
        except BaseException:  # what scripts do
            ds.text("caught")

    with pytest.raises(errors.StopRun):
        app(script)
    assert app.main == []


def test_finally_runs(app: App) -> None:
    """Rule 15.1."""
    seen: list[str] = []

    def script() -> None:
        try:
            with ds.container():
                ds.stop()
        finally:
            seen.append("finally")

    with pytest.raises(errors.StopRun):
        app(script)
    assert seen == ["finally"]


@pytest.mark.parametrize(
    ("scope", "error"),
    [
        *[("fragment", errors.InvalidLayoutContextError), ("key", errors.InvalidLayoutContextError)],
        *[(["a", "b"], errors.InvalidLayoutContextError), ("", errors.ValueError), ([], errors.ValueError)],
        *[(None, errors.InvalidParameterTypeError), (1.5, errors.InvalidParameterTypeError)],
    ],
)
def test_parts_of_the_script_cannot_be_run_again_yet(app: App, scope: Any, error: type[Exception]) -> None:
    """Rules 9.8, 15.6."""
    with pytest.raises(error):
        app(lambda: ds.rerun(scope))


def test_an_older_wish_to_end_comes_first(app: App) -> None:
    """Rule 16.4."""

    def script() -> None:
        app.run.asked = errors.AbandonedRun()
        ds.rerun()

    with pytest.raises(errors.AbandonedRun):
        app(script)
