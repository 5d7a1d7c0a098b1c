"""No text of an error shows the marks of its Markdown, in the window or on the terminal, whatever was given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deskstate.core.properties.status import Traceback
from deskstate.runtime.options import Options
from deskstate.testing.window import AppWindow
from deskstate_widgets.markdown.html import plain_text

Open = Callable[..., AppWindow]

LATER = "MissingCommandError: ds.dataframe comes in a later version of deskstate."
SCRIPTS = {
    "a command that comes later": ("ds.dataframe([1])", LATER),
    "it on a container": ("ds.container().dataframe([1])", LATER),
    "it in the sidebar": ("ds.sidebar.dataframe([1])", LATER),
    "an unknown command": ("ds.no_such_thing()", "deskstate has no 'no_such_thing'."),
    "a command of the app": ("ds.container().stop()", "stop concerns the app, not a place in its window. Use ds.stop"),
    "a wrong word": ("ds.text_input('a', label_visibility='**b**')", "It is '**b**'."),
    "a word with a mark": ("ds.text_input('a', label_visibility='a`b`')", "It is 'a`b`'."),
    "a mark at the end": ("ds.selectbox('a', ['b'], key='$c$')\nds.text_input('a', key='$c$')", "key='$c$'"),
    "a quote in a key": (
        'ds.selectbox("a", ["b"], key="`")\nds.session_state["`"] = 1',
        "session_state['`'] cannot be set after the widget with key '`' is",
    ),
    "an unknown default": ("ds.multiselect('a', ['b'], default='`c`')", "The default '`c`' is none of the options."),
    "an empty icon": ("ds.success('a', icon='x`')", "x` is not a valid icon."),
    "a wrong type": ("ds.slider('a', value='*b*')", "'*b*'"),
    "what cannot be pickled": (
        "class A: pass\nA.__qualname__ = '__b__.`c`'\nds.session_state.a = A()",
        "<class '__main__.__b__.`c`'>: attribute lookup __b__.`c` on",
    ),
}


@pytest.mark.parametrize(("source", "expected"), SCRIPTS.values(), ids=SCRIPTS.keys())
def test_an_error_shows_words_and_no_marks(
    app_window: Open, capfd: pytest.CaptureFixture[str], source: str, expected: str
) -> None:
    """rule 19.2"""
    window = app_window(f"import deskstate as ds\n{source}", session_options=Options(enforce_serializable=True))
    shown = [live.properties for live in window.lives() if isinstance(live.properties, Traceback)]
    assert len(shown) == 1
    message = plain_text(shown[0].message, inline=False) if shown[0].is_markdown else shown[0].message
    last_line = capfd.readouterr().err.rstrip().splitlines()[-1]
    for text in (f"{shown[0].type_name}: {message}", last_line):
        assert expected in text
        assert text.count("`") == expected.count("`")
