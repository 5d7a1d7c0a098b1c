"""Forms that are cleared when they are submitted: rule 8.9.

No Qt.
"""

from __future__ import annotations

from textwrap import dedent, indent

from tests.conformance.case import Case, case
from tests.conformance.steps import Step, assign, click, edit, rerun, submit


def _form(name: str, inside: str, *steps: Step, options: str = "", below: str = "") -> Case:
    body = indent(dedent(inside).strip("\n"), "    ")
    submit_button = "    go = ds.form_submit_button('go', key='go')"
    return case(name, f"with ds.form('f'{options}):\n{body}\n{submit_button}\n{dedent(below).lstrip()}", *steps)


_CLEARED = "a = ds.text_input('a', 'da', key='a')\ns = ds.slider('s', 0, 10, 3)"
_SHOW = "ds.button('other', key='other')\nds.write(a, s, go, ss.a)"


CASES = (
    _form(
        "rule 8.9: the submitted values stay in the state",
        _CLEARED,
        submit("go", a="A"),
        rerun(),
        click("other"),
        options=", clear_on_submit=True",
        below=_SHOW,
    ),
    _form(
        "rule 8.9: the next submit brings defaults for what was not edited since",
        _CLEARED,
        submit("go", a="A"),
        click("go"),
        click("go"),
        options=", clear_on_submit=True",
        below=_SHOW,
    ),
    _form(
        "rule 8.9: what was edited since is submitted",
        _CLEARED,
        submit("go", a="A"),
        submit("go", {"slider:0": 7}),
        submit("go", a="B"),
        rerun(),
        options=", clear_on_submit=True",
        below=_SHOW,
    ),
    _form(
        "rule 8.9: a form that was never submitted submits what it has",
        _CLEARED,
        click("other"),
        click("go"),
        submit("go", a="x"),
        options=", clear_on_submit=True",
        below=_SHOW,
    ),
    _form("rule 8.9: without it the values stay", _CLEARED, submit("go", a="A"), click("go"), rerun(), below=_SHOW),
    case(
        "rule 8.9: the callback of the next submit sees the defaults",
        """
        ss.setdefault('log', [])
        with ds.form('f', clear_on_submit=True):
            ds.text_input('a', 'd', key='a')
            ds.form_submit_button('go', key='go', on_click=lambda: ss.log.append(ss.a))
        """,
        submit("go", a="A"),
        click("go"),
        rerun(),
    ),
    *(
        _form(
            f"rule 8.9: {kind} goes back to its default",
            f"v = {call}",
            submit("go", w=value),
            rerun(),
            click("go"),
            options=", clear_on_submit=True",
            below="ds.write(repr(v))",
        )
        for kind, call, value in (
            ("text_input without a value", "ds.text_input('w', None, key='w')", "x"),
            ("text_area", "ds.text_area('w', 'd', key='w')", "x"),
            ("number_input", "ds.number_input('w', value=1, key='w')", 5),
            ("number_input without a value", "ds.number_input('w', value=None, key='w')", 5),
            ("slider of a range", "ds.slider('w', 0, 10, (1, 2), key='w')", (3, 4)),
            ("selectbox", "ds.selectbox('w', ['a', 'b'], 1, key='w')", "a"),
            ("selectbox without a choice", "ds.selectbox('w', ['a', 'b'], None, key='w')", "a"),
            ("radio", "ds.radio('w', ['a', 'b'], 1, key='w')", "a"),
            ("multiselect", "ds.multiselect('w', ['a', 'b'], ['a'], key='w')", ["b"]),
            ("checkbox", "ds.checkbox('w', True, key='w')", False),
            ("toggle", "ds.toggle('w', key='w')", True),
        )
    ),
    case(
        "rule 8.9: the default is the one of the last run",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        with ds.form('f', clear_on_submit=True):
            a = ds.text_input('a', f'd{n}', key='a')
            ds.form_submit_button('go', key='go')
        ds.write(a)
        """,
        submit("go", a="A"),
        rerun(),
        click("go"),
    ),
    case(
        "rule 8.9: code that set it before the next submit",
        """
        with ds.form('f', clear_on_submit=True):
            a = ds.text_input('a', 'd', key='a')
            ds.form_submit_button('go', key='go')
        ds.write(a)
        """,
        submit("go", a="A"),
        assign("a", "code"),
        click("go"),
        rerun(),
    ),
    case(
        "rule 8.9: a value that code assigns in the run of the submit is not cleared",
        """
        if 'kept_after_submit' in ss: ss.kept_after_submit = ss.kept_after_submit
        with ds.form('f', clear_on_submit=True):
            a = ds.text_input('a', 'd', key='kept_after_submit')
            ds.form_submit_button('go', key='go')
        ds.write(a)
        """,
        submit("go", kept_after_submit="x"),
        click("go"),
    ),
    case(
        "rule 8.9: an input that was drawn over keeps what it has",
        """
        n = ss.n = ss.get('n', 0) + 1
        with ds.form('f', clear_on_submit=True):
            place = ds.empty()
            ds.write(repr(place.checkbox('a', n % 2 == 0, key='a')))
            place.text_input('b', 'd', key='b')
            ds.form_submit_button('go', key='go')
        """,
        click("go"),
        click("go"),
        rerun(),
    ),
    case(
        "rule 8.9: an input that the last run did not draw keeps what it has, when the script fails",
        """
        n = ss.n = ss.get('n', 0) + 1
        with ds.form('f', clear_on_submit=True):
            ds.write(ds.multiselect('a', ['x', 'y', 'z'][: 1 + n % 3]))
            ds.form_submit_button('go', key='go')
        raise ValueError('boom')
        """,
        submit("go", {"multiselect:0": ["x"]}),
        click("go"),
        click("go"),
        rerun(),
        click("go"),
    ),
    case(
        "rule 8.9: an input that is new in a cleared form begins and is submitted with its default",
        """
        n = ss.n = ss.get('n', 0) + 1
        with ds.form('f', clear_on_submit=True):
            ds.write(ds.text_input('a', 'd', key='a'))
            if n > 2: ds.write(ds.text_input('b', 'd', key='b'))
            ds.form_submit_button('go', key='go')
        """,
        submit("go", a="x"),
        rerun(),
        click("go"),
        submit("go", b="y"),
        click("go"),
    ),
    case(
        "rule 8.9: an input that moves out of a cleared form has what was submitted",
        """
        n = ss.n = ss.get('n', 0) + 1
        with ds.form('f', clear_on_submit=True):
            if n < 3: ds.text_input('a', 'd', key='a')
            ds.form_submit_button('go', key='go')
        if n > 2: ds.write(ds.text_input('a', 'd', key='a'))
        """,
        submit("go", a="x"),
        rerun(),
        click("go"),
    ),
    case(
        "rule 8.9: a form that is cleared no longer submits what it has",
        """
        n = ss.n = ss.get('n', 0) + 1
        with ds.form('f', clear_on_submit=n < 3):
            ds.write(ds.text_input('a', 'd', key='a'))
            ds.form_submit_button('go', key='go')
        """,
        submit("go", a="x"),
        rerun(),
        click("go"),
        click("go"),
    ),
    case(
        "rule 8.2: two forms are submitted in one request, and both are cleared",
        """
        for name in ('f', 'g'):
            with ds.form(name, clear_on_submit=True):
                ds.write(ds.text_input('a', 'd', key='a' + name))
                ds.form_submit_button('go', key='go' + name)
        """,
        edit(af="x", ag="y", gof=True, gog=True),
        rerun(),
        edit(gof=True, gog=True),
    ),
    case(
        "rule 8.9: an input that code emptied goes back to being empty",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n == 2: ss.a = None
        with ds.form('f', clear_on_submit=True):
            ds.write(repr(ds.number_input('a', 0, 9, 5, key='a')))
            ds.form_submit_button('go', key='go')
        """,
        rerun(),
        submit("go", a=7),
        click("go"),
        click("go"),
    ),
)
