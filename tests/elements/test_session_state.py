"""`ds.session_state` (section 2 of the rules)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import deskstate as ds
from deskstate import errors
from tests.elements.scripts import App


def test_it_is_a_mapping(app: App) -> None:
    """Rules 2.1, 2.8."""
    ss = ds.session_state

    def script() -> None:
        ss["a"] = 1
        ss.update(b=2, c=3)
        assert (ss["a"], ss.get("b"), ss.get("z"), ss.get("z", 5)) == (1, 2, None, 5)
        assert ("a" in ss, "z" in ss, len(ss), bool(ss)) == (True, False, 3, True)
        assert (sorted(ss), sorted(ss.keys()), sorted(ss.values())) == (["a", "b", "c"], ["a", "b", "c"], [1, 2, 3])
        assert dict(ss) == ss.to_dict() == {"a": 1, "b": 2, "c": 3} == ss
        assert (ss.pop("a"), ss.pop("z", 5), ss.setdefault("d", 4), ss.setdefault("b", 9)) == (1, 5, 4, 2)
        del ss["d"]
        for key in ss.keys():  # noqa: SIM118 # as scripts do it
            del ss[key]
        assert (dict(ss), bool(ss)) == ({}, False)
        assert str(ss) == "{}"
        assert repr(ss) == "session_state({})"

    app(script)


def test_entries_are_attributes(app: App) -> None:
    """Rules 2.2, 2.6."""
    ss = ds.session_state

    def script() -> None:
        ss.a = [1]
        ss.a.append(2)
        assert (ss.a, ss["a"]) == ([1, 2], [1, 2])
        del ss.a
        assert not hasattr(ss, "a")
        setattr(ss, "items", 5)  # noqa: B010 # type checkers know that it is a method
        assert ss["items"] == 5
        assert callable(ss.items)

    app(script)


def test_keys_are_texts(app: App) -> None:
    """Rule 2.3."""

    def script() -> None:
        ds.session_state[1] = "a"
        assert ds.session_state["1"] == "a"
        assert 1 in ds.session_state
        assert list(ds.session_state) == ["1"]

    app(script)


@pytest.mark.parametrize(
    ("access", "error"),
    [
        (lambda: ds.session_state["n"], KeyError),
        (lambda: ds.session_state.n, AttributeError),
        (lambda: ds.session_state.pop("n"), KeyError),
        (lambda: ds.session_state.__delitem__("n"), KeyError),
        (lambda: delattr(ds.session_state, "n"), AttributeError),
    ],
)
def test_what_is_not_there_says_how_to_initialise_it(
    app: App, access: Callable[[], object], error: type[Exception]
) -> None:
    """Rule 2.4."""
    with pytest.raises(error, match=r"session_state has no (key|attribute) 'n'.*Did you forget to initialise it"):
        app(access)


@pytest.mark.parametrize("key", ["", "$$ID-1"])
def test_some_keys_are_reserved(app: App, key: str) -> None:
    """Rule 2.5."""

    def write() -> None:
        ds.session_state[key] = 1

    for access in (write, lambda: ds.session_state[key], lambda: key in ds.session_state):
        with pytest.raises(errors.APIException):
            app(access)


def test_any_object_is_kept_as_it_is(app: App) -> None:
    """Rule 2.10."""
    thing = object()

    def script() -> None:
        ds.session_state.setdefault("a", thing)
        assert ds.session_state.a is thing

    app(script)
    app(script)


def test_values_of_inputs_with_keys_are_entries(app: App) -> None:
    """Rules 2.7, 4.1, 4.2."""

    def script() -> None:
        ds.text_input("a", "x", key="a")
        ds.text_input("b", "y")
        assert dict(ds.session_state) == {"a": "x"}

    app(script)


def test_an_entry_is_set_above_its_input_and_not_below(app: App) -> None:
    """Rules 2.13, 2.14, 2.15."""
    ss = ds.session_state

    def script() -> None:
        ss.a = "above"
        assert ds.text_input("a", key="a") == "above"
        with pytest.raises(errors.WidgetAlreadyInstantiatedError, match="'a'"):
            ss.a = "below"
        del ss.a
        assert "a" not in ss

    app(script)


def test_a_deleted_value_comes_back_as_the_default(app: App) -> None:
    """Rules 2.9, 2.16."""
    seen: list[str] = []

    def script() -> None:
        if len(seen) == 2:
            del ds.session_state["a"]
        if len(seen) == 3:
            ds.session_state.clear()
        seen.append(ds.text_input("a", "d", key="a"))

    app(script)
    app(script, entered={"a": "x"})
    app(script)
    app(script)
    assert seen == ["d", "x", "d", "d"]


def test_clear_leaves_inputs_without_keys_alone(app: App) -> None:
    """Rule 2.9."""
    seen: list[Any] = []

    def script() -> None:
        ds.session_state.clear()
        seen.append(ds.text_input("a", "d"))

    app(script)
    (element,) = app.main
    app.state.values[str(element.id)] = "x"
    app.state.incoming.clear()
    app(script)
    assert seen == ["d", "x"]


def test_every_access_is_a_yield_point(app: App) -> None:
    """Rules 2.17, 16.2."""

    def script() -> None:
        app.run.asked = errors.RerunRun()
        assert "a" not in ds.session_state

    with pytest.raises(errors.RerunRun):
        app(script)


def test_two_windows_have_two_states(app: App) -> None:
    """Rule 1.5."""
    other = App()
    app(lambda: setattr(ds.session_state, "a", 1))
    other(lambda: setattr(ds.session_state, "a", 2))
    seen: list[int] = []
    app(lambda: seen.append(ds.session_state.a))
    assert seen == [1]


def test_tools_may_look_at_it_anywhere() -> None:
    assert not hasattr(ds.session_state, "__wrapped__")
    with pytest.raises(errors.NoSessionError):
        ds.session_state["a"]
