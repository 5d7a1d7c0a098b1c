"""An edit that is lost as the script asks for another input is said once, with the line and the cure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deskstate.testing import AppTest

HEAD = "import deskstate as ds\nstate = ds.session_state\n"


@pytest.fixture
def app(tmp_path: Path) -> Callable[[str], AppTest]:
    def start(source: str) -> AppTest:
        path = tmp_path / "app.py"
        path.write_text(HEAD + source, encoding="utf-8")
        return AppTest(path).run()

    return start


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


Find = Callable[[AppTest], Any]

FED: dict[str, tuple[str, Find, tuple[Any, ...], Any]] = {
    "slider": ("x = ds.slider('Size', value=state.x)", lambda at: at.slider[0], (7, 9, 11), 5),
    "number_input": ("x = ds.number_input('Size', value=state.x)", lambda at: at.number_input[0], (7, 9, 11), 5),
    "text_input": ("x = ds.text_input('Size', state.x)", lambda at: at.text_input[0], ("b", "c", "d"), "a"),
    "text_area": ("x = ds.text_area('Size', value=state.x)", lambda at: at.text_area[0], ("b", "c", "d"), "a"),
    "checkbox": ("x = ds.checkbox('Size', state.x)", lambda at: at.checkbox[0], (True, False, True), False),
    "selectbox": (
        "x = ds.selectbox('Size', [*'abcd'], index='abcd'.index(state.x))",
        lambda at: at.selectbox[0],
        ("b", "c", "d"),
        "a",
    ),
    "radio": ("x = ds.radio('Size', [*'abcd'], 'abcd'.index(state.x))", lambda at: at.radio[0], ("b", "c", "d"), "a"),
    "multiselect": (
        "x = ds.multiselect('Size', [*'abcd'], default=state.x)",
        lambda at: at.multiselect[0],
        (["b"], ["c"], ["d"]),
        ["a"],
    ),
}


@pytest.mark.parametrize(("call", "find", "values", "first"), FED.values(), ids=FED.keys())
def test_a_default_that_follows_the_value_is_told_at_the_first_change_that_is_lost(
    app: Callable[[str], AppTest],
    capsys: pytest.CaptureFixture[str],
    call: str,
    find: Find,
    values: tuple[Any, ...],
    first: Any,
) -> None:
    """rule 3.5"""
    at = app(f"state.setdefault('x', {first!r})\n{call}\nstate.x = x\n")
    find(at).set_value(values[0]).run()
    assert said(capsys) == []
    find(at).set_value(values[1]).run()
    (line,) = said(capsys)
    assert "'Size' is lost (app.py, line 4): its default is another one now, and without a key" in line
    assert "Give it a key" in line
    find(at).set_value(values[2]).run()
    find(at).set_value(values[1]).run()
    assert said(capsys) == []


MOVING: dict[str, tuple[str, Find]] = {
    "selectbox": ("ds.selectbox('Town', [*order])", lambda at: at.selectbox[0].set_value(at.selectbox[0].options[2])),
    "radio": ("ds.radio('Town', [*order])", lambda at: at.radio[0].set_value(at.radio[0].options[2])),
    "multiselect": ("ds.multiselect('Town', [*order])", lambda at: at.multiselect[0].set_value(["c"])),
    "labels": (
        "ds.selectbox('Town', [*'abc'], format_func=lambda o: o + str(state.n))",
        lambda at: at.selectbox[0].set_value(at.selectbox[0].options[2]),
    ),
}


@pytest.mark.parametrize(("call", "choose"), MOVING.values(), ids=MOVING.keys())
def test_a_choice_whose_options_move_is_told(
    app: Callable[[str], AppTest], capsys: pytest.CaptureFixture[str], call: str, choose: Find
) -> None:
    """rule 3.4"""
    at = app(
        "state.n = state.get('n', 0) + 1\norder = 'abc'[state.n % 3:] + 'abc'[:state.n % 3]\nstate.x = " + call + "\n"
    )
    choose(at).run()
    (line,) = said(capsys)
    assert "'Town' is lost (app.py, line 5): its options are others now" in line
    choose(at).run()
    assert said(capsys) == []


GROWING: dict[str, tuple[str, Find]] = {
    "selectbox": ("ds.selectbox('Town', [*state.towns])", lambda at: at.selectbox[0].set_value("b")),
    "radio": ("ds.radio('Town', [*state.towns])", lambda at: at.radio[0].set_value("b")),
    "multiselect": ("ds.multiselect('Town', [*state.towns])", lambda at: at.multiselect[0].set_value(["b"])),
}
CHANGES = {
    "one more": "state.towns.append('d')",
    "one less": "state.towns.pop()",
    "another order": "state.towns.reverse()",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize(("call", "choose"), GROWING.values(), ids=GROWING.keys())
@pytest.mark.parametrize("by", ["if ds.button('Go'):\n    {}\n", "def go():\n    {}\nds.button('Go', on_click=go)\n"])
def test_a_choice_that_is_lost_as_something_else_moves_its_options_is_told(
    app: Callable[[str], AppTest], capsys: pytest.CaptureFixture[str], call: str, choose: Find, change: str, by: str
) -> None:
    """rule 3.4"""
    at = app("state.setdefault('towns', [*'abc'])\n" + by.format(change) + call + "\n")
    choose(at).run()
    assert said(capsys) == []
    at.button[0].click().run()
    (line,) = said(capsys)
    assert line.startswith("The choice in the ")
    assert "'Town' is lost (app.py, line " in line
    assert "Give it a key: then the choice stays while it is among the options." in line
    choose(at).run()
    at.button[0].click().run()
    assert said(capsys) == []


KEPT = {
    "nothing was chosen": ("ds.selectbox('Town', [*state.towns])", ""),
    "a key": ("ds.selectbox('Town', [*state.towns], key='k')", "b"),
    "the choice is no option any more": ("ds.selectbox('Town', [*state.towns])", "c"),
    "other options, of which one is the same": (
        "ds.selectbox('Town', [*'abc'] if 'c' in state.towns else [*'xyb'])",
        "b",
    ),
    "a default that follows": (
        "state.x = ds.selectbox('Town', state.towns, index=state.towns.index(state.get('x', 'a')))",
        "b",
    ),
    "a form that is cleared": (
        "with ds.form('f', clear_on_submit=True):\n    ds.selectbox('Town', [*state.towns])\n"
        "    if ds.form_submit_button('Send'):\n        state.towns.append('d')\n",
        "b",
    ),
}


@pytest.mark.parametrize(("call", "choice"), KEPT.values(), ids=KEPT.keys())
def test_options_that_move_and_lose_no_choice_by_surprise_are_no_trap(
    app: Callable[[str], AppTest], capsys: pytest.CaptureFixture[str], call: str, choice: str
) -> None:
    """rule 3.4"""
    at = app(
        "state.setdefault('towns', [*'abc'])\n" + call + "\nds.button('Go', on_click=state.towns.remove, args=('c',))"
    )
    if choice:
        at.selectbox[0].set_value(choice)
        at = at if "form" in call else at.run()
    at.button[0].click().run()
    at.run()
    assert not at.exception
    assert said(capsys) == []


def test_an_input_in_a_form_and_one_in_a_loop_are_told(
    app: Callable[[str], AppTest], capsys: pytest.CaptureFixture[str]
) -> None:
    """rule 3.5"""
    at = app(
        "state.setdefault('x', {'a': 1, 'b': 1})\n"
        "with ds.form('f'):\n"
        "    x = {name: ds.number_input(name, value=state.x[name]) for name in 'ab'}\n"
        "    ds.form_submit_button('Send')\n"
        "state.x = x\n"
    )
    for value in (2, 3):
        at.number_input[0].set_value(value)
        at.number_input[1].set_value(value)
        at.button[0].click().run()
    assert [line.partition(")")[0] for line in said(capsys)] == [
        "What was entered into the number input 'a' is lost (app.py, line 5"
    ]


def test_a_label_that_follows_the_value_is_told(
    app: Callable[[str], AppTest], capsys: pytest.CaptureFixture[str]
) -> None:
    """rule 3.4"""
    at = app("state.x = ds.slider(f'Size {state.get(\"x\", 0)}', 0, 9)\n")
    at.slider[0].set_value(7).run()
    at.slider[0].set_value(8).run()
    assert [line.partition(",")[0] for line in said(capsys)] == [
        "What was entered into the slider 'Size 0' is lost (app.py"
    ]


FINE = {
    "with a key": "state.setdefault('x', 5)\nstate.x = ds.slider('Size', value=state.x, key='k')\n",
    "with a callback": (
        "def f(): state.n = state.get('n', 0) + 1\nds.slider('Size', value=state.get('n', 5), on_change=f)\n"
    ),
    "followed by a rerun": (
        "state.setdefault('x', 5)\nx = ds.slider('Size', value=state.x)\n"
        "if x != state.x:\n    state.x = x\n    ds.rerun()\n"
    ),
    "gone": "if 'n' not in state:\n    ds.slider('Size', value=5)\n    state.n = 1\n",
    "another line": (
        "state.n = not state.get('n')\nif state.n:\n    ds.slider('A', value=5)\nelse:\n    ds.slider('B', value=6)\n"
    ),
    "ended above": "state.n = state.get('n', 0) + 1\nif state.n > 1:\n    ds.stop()\nds.slider('Size', value=5)\n",
}


@pytest.mark.parametrize("source", FINE.values(), ids=FINE.keys())
def test_nothing_is_said_where_no_edit_is_lost_by_surprise(
    app: Callable[[str], AppTest], capsys: pytest.CaptureFixture[str], source: str
) -> None:
    """rule 3.5"""
    at = app(source)
    for value in (7, 9, 11, 13):
        if not at.slider:
            break
        at.slider[0].set_value(value).run()
    assert not at.exception
    assert said(capsys) == []


def test_a_question_that_follows_on_another_one_is_no_trap(
    app: Callable[[str], AppTest], capsys: pytest.CaptureFixture[str]
) -> None:
    """rule 3.4"""
    at = app(
        "def further(): state.n += 1\n"
        "state.setdefault('n', 0)\n"
        "with ds.form('f'):\n"
        "    ds.text_input(f'Question {state.n}')\n"
        "    ds.form_submit_button('Next', on_click=further)\n"
    )
    at.text_input[0].input("a")
    at.button[0].click().run()
    assert at.text_input[0].label == "Question 1"
    assert said(capsys) == []


def test_options_that_depend_on_another_edit_are_no_trap(
    app: Callable[[str], AppTest], capsys: pytest.CaptureFixture[str]
) -> None:
    """rule 3.4"""
    at = app(
        "with ds.form('f'):\n"
        "    country = ds.selectbox('Country', ['a', 'b'])\n"
        "    ds.selectbox('Town', [country + '1', country + '2'])\n"
        "    ds.form_submit_button('Send')\n"
    )
    at.selectbox[0].set_value("b")
    at.selectbox[1].set_value("a2")
    at.button[0].click().run()
    assert at.selectbox[1].value == "b1"
    assert said(capsys) == []
