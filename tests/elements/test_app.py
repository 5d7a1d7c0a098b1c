"""`set_page_config` (rule 22.6)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties.layout import Root
from tests.elements.scripts import App


def root(app: App, **words: Any) -> Root:
    """The root's record after a call."""
    app(lambda: ds.set_page_config(**words))
    record = app.run.root.properties
    assert isinstance(record, Root)
    return record


def test_calls_add_up_and_leave_nothing_in_the_tree(app: App) -> None:
    """Rule 22.6."""

    def script() -> None:
        ds.set_page_config("T", "🎉", menu_items={"Get Help": "https://a.b", "about": "  x"})
        ds.text("a")
        ds.set_page_config(layout="wide", initial_sidebar_state="collapsed", menu_items={"Report a bug": None})

    assert len(app(script)) == 1
    assert app.run.root.properties == Root(
        title="T",
        icon="🎉",
        layout="wide",
        sidebar="collapsed",
        menu_items=(("Get help", "https://a.b"), ("About", "x"), ("Report a bug", None)),
    )
    assert root(app) == Root()


@pytest.mark.parametrize(("width", "px"), [(300, 300), (50, 200), (5000, 600)])
def test_the_sidebar_may_have_a_width(app: App, width: int, px: int) -> None:
    assert root(app, initial_sidebar_state=width).sidebar == px


def test_an_icon_may_be_a_picture(app: App, tmp_path: Path) -> None:
    picture = tmp_path / "icon.png"
    picture.touch()
    assert root(app, page_icon=picture).icon == str(picture)
    assert root(app, page_icon=str(picture)).icon == str(picture)


@pytest.mark.parametrize("icon", ["nonsense", ":no_such_emoji:", "https://a.b/icon.png", "no_such_file.png", "::"])
def test_what_is_no_icon_is_told_on_the_terminal(app: App, caplog: pytest.LogCaptureFixture, icon: str) -> None:
    assert root(app, page_icon=icon).icon is None
    assert repr(icon) in caplog.text


def test_an_icon_may_be_a_shortcode(app: App) -> None:
    assert root(app, page_icon=":rocket:").icon == "🚀"


def test_a_random_icon_stays_the_same_in_a_window(app: App) -> None:
    assert root(app, page_icon="random").icon == root(app, page_icon="random").icon is not None


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"layout": "huge"}, errors.ValueError),
        ({"initial_sidebar_state": "ajar"}, errors.ValueError),
        ({"initial_sidebar_state": 0}, errors.ValueError),
        ({"page_icon": 5}, errors.InvalidParameterTypeError),
        ({"menu_items": {"Nonsense": "x"}}, errors.ValueError),
        ({"menu_items": {"Get help": "not a link"}}, errors.InvalidURLError),
    ],
)
def test_other_words_are_refused(app: App, words: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        root(app, **words)
