"""What is said on the terminal about a call names the script's line."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from deskstate.testing import AppTest

CALLS = {
    "empty label": ("ds.text_input('')", "An input has an empty label (app.py, line 4). Give it one"),
    "empty label of a choice": ("ds.selectbox(None, ['a'])", "An input has an empty label (app.py, line 4)."),
    "empty label in a form": ("with ds.form('f'): ds.slider('')", "An input has an empty label (app.py, line 4)."),
    "empty label in the sidebar": ("ds.sidebar.checkbox('')", "An input has an empty label (app.py, line 4)."),
    "empty label of a metric": ("ds.metric('', 1)", "An input has an empty label (app.py, line 4)."),
    "two defaults": (
        "ds.session_state.a = 'b'; ds.text_input('a', 'c', key='a')",
        "session_state counts (app.py, line 4). Leave out one of them.",
    ),
    "format": ("ds.number_input('a', value=1.5, format='%d')", "whole numbers only (app.py, line 4)."),
    "icon": ("ds.set_page_config(page_icon='no_such_icon')", "nor the path of a picture (app.py, line 4)."),
    "JSON": ("ds.json({(1, 2): 3})", "not tuple (app.py, line 4)."),
}


@pytest.mark.parametrize(("call", "said"), CALLS.values(), ids=CALLS.keys())
def test_a_warning_names_the_line_of_the_call(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, call: str, said: str
) -> None:
    path = tmp_path / "app.py"
    path.write_text(f"import deskstate as ds\n\n# a comment\n{call}\n", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        AppTest(path).run()
    assert len(caplog.records) == 1
    assert said in caplog.records[0].getMessage()


def test_a_warning_names_the_line_in_the_module_that_makes_the_call(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "fields_of_this_app.py").write_text("import deskstate as ds\ndef ask():\n    ds.text_input('')\n")
    path = tmp_path / "app.py"
    path.write_text("import fields_of_this_app\nfields_of_this_app.ask()\n", encoding="utf-8")
    AppTest(path).run()
    assert "(fields_of_this_app.py, line 3)" in caplog.text
