"""The pytest fixture `app_window`: opens an app in a real window, offscreen unless told otherwise.

def test_counts(app_window):
    window = app_window("app.py")
    window.find(label="Increment").click().wait()
    assert window.shows("Count = 1")
"""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from deskstate.testing.window import AppWindow


_OWN: Final = frozenset({"deskstate", "deskstate_widgets"})


def pytest_configure(config: pytest.Config) -> None:
    """Keep pytest from rewriting the asserts of deskstate itself, as it does with every plugin.

    WORKAROUND for https://github.com/python/cpython/issues/106905: it parses each module for that, as the script's
    thread parses the script, and before Python 3.11.8 one of them breaks off with a SystemError.
    """
    marked: set[str] = getattr(config.pluginmanager.rewrite_hook, "_must_rewrite", set())
    marked -= _OWN


@pytest.fixture
def app_window(qapp: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callable[..., AppWindow]]:
    """Opens an app: give it a path, relative to the test file, or the script's source, and options of the window.

    The options are those of `deskstate.shell.application.Application` (theme, size, title, reload), and `wait=False`
    does not wait for the first run. Windows are closed after the test. Needs pytest-qt.
    """
    from deskstate.testing.window import deliver_deferred, open_app

    opened: list[AppWindow] = []

    def open_window(script: str | Path, **options: Any) -> AppWindow:
        path = Path(script) if "\n" not in str(script) else _written(str(script), tmp_path)
        if not path.is_absolute():
            path = request.path.parent / path
        window = open_app(path, **options)
        opened.append(window)
        return window

    yield open_window
    for window in opened:
        window.app.dispose()
    deliver_deferred()


def _written(source: str, folder: Path) -> Path:
    path = folder / f"app{len(list(folder.glob('app*.py'))) or ''}.py"
    path.write_text(textwrap.dedent(inspect.cleandoc(source)) + "\n", encoding="utf-8")
    return path
