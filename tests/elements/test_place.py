"""What containers can do, and what they cannot."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.elements.place import Place
from tests.elements.scripts import App


@pytest.mark.parametrize(
    "name", ["rerun", "stop", "set_page_config", "session_state", "sidebar", "navigation", "switch_page"]
)
def test_commands_of_the_app_are_not_on_places(app: App, name: str) -> None:
    """Each says where it is instead."""
    with pytest.raises(errors.APIException, match=rf"Use `ds\.{name}` instead"):
        app(lambda: getattr(ds.container(), name))


def test_commands_that_come_later_say_so(app: App) -> None:
    with pytest.raises(AttributeError, match=r"`ds\.dataframe` comes in a later version"):
        app(lambda: getattr(ds.container(), "dataframe"))  # noqa: B009 # type checkers know that it is not there


def test_other_names_are_not_there(app: App) -> None:
    with pytest.raises(AttributeError, match="has no 'foo'"):
        app(lambda: getattr(ds.sidebar, "foo"))  # noqa: B009 # type checkers know that it is not there
    app(lambda: hasattr(ds.container(), "foo"))


def test_every_place_has_every_command_that_draws() -> None:
    drawing = {name for name in ds.__all__ if inspect.ismethod(getattr(ds, name))}
    assert len(drawing) == 36
    assert all(callable(getattr(Place, name)) for name in drawing)
    assert set(ds.__all__) - drawing == {"errors", "rerun", "session_state", "set_page_config", "sidebar", "stop"}


def test_every_command_draws_on_a_container(app: App) -> None:
    def script() -> None:
        c: Any = ds.container()
        for command in (c.title, c.header, c.subheader, c.caption, c.markdown, c.text, c.code, c.success, c.info):
            command("a")
        for command in (c.warning, c.error, c.json, c.write, c.button, c.checkbox, c.toggle, c.text_input, c.text_area):
            command("a")
        for command in (c.number_input, c.slider, c.expander):
            command("a")
        for choice in (c.selectbox, c.radio, c.multiselect):
            choice("a", ["x"])
        c.divider()
        c.metric("a", 1)
        c.progress(1)
        c.exception(ValueError())
        with c.spinner():
            c.empty()
        c.container()
        c.columns(1)
        c.tabs(["a"])
        c.form("f").form_submit_button()

    (container,) = app(script)
    assert len(container.children or ()) == 34
