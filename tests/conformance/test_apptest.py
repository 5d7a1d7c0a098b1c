"""What tests of apps are written with has the same members in both engines."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conformance.engines import DESKSTATE, REFERENCE, Engine

_SCRIPT = """
import deskstate as ds

with ds.form("f"):
    ds.text_input("name", "Ann", key="name", help="h", placeholder="p", max_chars=9)
    ds.form_submit_button("go")
left, right = ds.columns([1, 3])
left.slider("s", 0, 10, 3, key="s")
right.selectbox("x", ["a", "b"], 1, key="x")
with ds.expander("e", icon="🚀"):
    ds.radio("r", ["a", "b"], key="r", horizontal=True)
ds.tabs(["t", "u"])[0].multiselect("m", ["a", "b"], ["b"], key="m")
ds.number_input("n", 0, 10, 4, 2, key="n")
ds.container(key="c", border=True).checkbox("c", key="check")
ds.sidebar.toggle("t", key="t")
ds.text_area("a", key="a")
ds.button("b", key="b", disabled=True)
ds.title("T"); ds.header("H"); ds.subheader("S"); ds.caption("C"); ds.markdown("M"); ds.text("X"); ds.divider()
ds.code("x", "sql", line_numbers=True); ds.json({"a": 1}, expanded=False); ds.metric("m", 1, 2, help="h")
ds.success("s", icon="🚀"); ds.info("i"); ds.warning("w"); ds.error("e"); ds.exception(ValueError("v"))
ds.progress(5, "p"); ds.toast("t", icon="🚀")
"""

_QUESTIONS = """
[type(at).__name__, at.default_timeout]
[b.label for b in at.button], [b.value for b in at.button], [b.label for b in at.form_submit_button]
at.text_input[0].value, at.text_input("name").value, at.text_input(key="name").label, at.text_input.values
at.text_input[0].help, at.text_input[0].placeholder, at.text_input[0].max_chars, at.text_input[0].form_id
at.text_input[0].key, at.text_input[0].disabled, at.text_input[0].type
at.slider[0].min, at.slider[0].max, at.slider[0].step, at.slider[0].value
at.selectbox[0].options, at.selectbox[0].index, at.selectbox[0].value, at.selectbox[0].format_func(5)
at.radio[0].options, at.radio[0].index, at.radio[0].horizontal
at.multiselect[0].options, at.multiselect[0].value, at.multiselect[0].values, at.multiselect[0].indices
at.multiselect[0].max_selections
at.number_input[0].min, at.number_input[0].max, at.number_input[0].step, at.number_input[0].value
at.checkbox[0].value, at.toggle[0].value, at.text_area[0].value
[c.weight for c in at.columns], [c.gap for c in at.columns], [t.label for t in at.tabs]
at.expander[0].label, at.expander[0].icon, len(at.expander[0].radio), at.expander[0].radio[0].value
at.form[0].text_input[0].value, at.form[0].key, len(at.form)
at.sidebar.toggle[0].label, len(at.main.toggle), len(at.main.slider), at.sidebar.toggle("t").key
[c.key for c in at.container if c.key], at.container(key="c").checkbox[0].label
at.title[0].value, at.title[0].tag, at.header[0].tag, at.subheader[0].tag, at.caption[0].is_caption
at.markdown[0].value, at.markdown[0].is_caption, at.markdown[0].allow_html, at.text[0].value
at.code[0].value, at.code[0].language, at.code[0].show_line_numbers
at.json[0].value, at.json[0].expanded
at.metric[0].label, at.metric[0].value, at.metric[0].delta, at.metric[0].help
at.success[0].icon, at.success[0].value, at.info[0].value, at.warning[0].value, at.error[0].value
at.exception[0].message, at.exception[0].value, at.exception[0].is_markdown, at.exception[0].is_warning
at.progress[0].value, at.progress[0].text, at.toast[0].value, at.toast[0].icon, len(at.divider)
[e.type for e in at.get("button")], len(at.get("text_input")), len(at.get("form")), len(at.get("nothing"))
at.get_by_key("s").value, at.get_by_key("c").key, at.main.get_by_key("name").value
at.get_by_key("missing")
at.text_input("missing")
at.text_input[7]
len(at.button), len(at.button[0:1]), list(at.button)[0].label, at.button.len
sorted(at.session_state), len(at.session_state), "s" in at.session_state, at.session_state.s, at.session_state["s"]
at.session_state.get("missing", 5), at.session_state.to_dict() == dict(at.session_state.items())
at.session_state.missing
at.session_state["missing"]
at.slider[0].set_value(5) is at.slider[0], at.slider[0].value
at.slider[0].set_value(5).run() is at, at.slider[0].value, at.session_state.s
at.run() is at, at.run(timeout=5) is at
at.button[1].click()
at.title[0].set_value("x")
at.number_input[0].increment().value, at.number_input[0].decrement().value
at.multiselect[0].select("a").value, at.multiselect[0].unselect("b").value
at.selectbox[0].select_index(0).value, at.selectbox[0].select("b").value
at.checkbox[0].check().value, at.checkbox[0].uncheck().value
at.text_input[0].input("x" * 20).value, at.text_input[0].input("y").value
tuple(at.slider[0].set_range(1, 2).value)
""".strip().splitlines()


def _answer(engine: Engine, question: str) -> Any:
    at = engine.start(_SCRIPT).run(timeout=20)
    try:
        return eval(question, {"at": at})
    except Exception as error:
        return type(error).__name__


@pytest.mark.parametrize("question", _QUESTIONS)
def test_both_answer_alike(question: str) -> None:
    """Rules 23.2, 23.5, 23.7, 23.10, 23.17."""
    assert _answer(DESKSTATE, question) == _answer(REFERENCE, question)


def _classes() -> list[Any]:
    from streamlit.testing.v1 import AppTest as ReferenceAppTest

    from deskstate.testing import AppTest

    return [ReferenceAppTest, AppTest]


def _app_of_deskstate(words: list[str], *, mark: object) -> None:
    import deskstate as ds

    words.append("seen")
    ds.text(f"{words} {type(mark).__name__}")


def _app_of_the_reference(words: list[str], *, mark: object) -> None:
    import streamlit as ds

    words.append("seen")
    ds.text(f"{words} {type(mark).__name__}")


class _Mark:
    """An object that no text can stand for."""


def test_an_app_is_made_from_a_function() -> None:
    """Rule 23.15: its body is the script, and its arguments are the very objects."""
    reference, deskstate = _classes()
    for engine, function in ((reference, _app_of_the_reference), (deskstate, _app_of_deskstate)):
        words = ["hello"]
        at = engine.from_function(function, args=(words,), kwargs={"mark": _Mark()}).run()
        assert [text.value for text in at.text] == ["['hello', 'seen'] _Mark"]
        assert words == ["hello", "seen"]


def test_a_run_that_takes_too_long_is_an_error() -> None:
    """Rule 23.1"""
    reference, deskstate = _classes()
    for engine, name in ((reference, "streamlit"), (deskstate, "deskstate")):
        script = f"import time\nimport {name} as ds\nfor _ in range(200):\n    time.sleep(0.05)\n    ds.text('x')\n"
        with pytest.raises(RuntimeError, match=r"0\.3"):
            engine.from_string(script, default_timeout=0.3).run()
        with pytest.raises(RuntimeError, match=r"0\.3"):
            engine.from_string(script).run(timeout=0.3)


def test_an_app_is_made_from_a_file_beside_the_test(tmp_path: Any) -> None:
    """Rule 23.1: a path from the root is taken as it is, one that is missing is an error at once."""
    reference, deskstate = _classes()
    for engine, name in ((reference, "streamlit"), (deskstate, "deskstate")):
        (tmp_path / f"{name}_app.py").write_text(f"import {name} as ds\nds.text(__file__)\n", encoding="utf-8")
        at = engine.from_file(tmp_path / f"{name}_app.py").run()
        assert at.text[0].value == str(tmp_path / f"{name}_app.py")
        with pytest.raises(FileNotFoundError):
            engine.from_file("no_such_app.py")
