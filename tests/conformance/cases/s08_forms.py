"""Forms: section 8 of the rules.

No Qt.
"""

from __future__ import annotations

from textwrap import dedent, indent

from tests.conformance.case import Case, case
from tests.conformance.steps import Step, click, edit, put, rerun, submit


def _form(name: str, inside: str, *steps: Step, options: str = "", below: str = "") -> Case:
    body = indent(dedent(inside).strip("\n"), "    ")
    submit_button = "    go = ds.form_submit_button('go', key='go')"
    return case(name, f"with ds.form('f'{options}):\n{body}\n{submit_button}\n{dedent(below).lstrip()}", *steps)


CASES = (
    _form(
        "rule 8.1: a change inside a form is not seen",
        "a = ds.text_input('a', key='a')",
        put("a", "x"),
        rerun(),
        below="ds.write(a, ss.a)",
    ),
    _form(
        "rule 8.1: nor when something outside runs the script",
        "a = ds.text_input('a', key='a')",
        submit("out", a="x"),
        rerun(),
        click("go"),
        below="""
        ds.button('out', key='out')
        ds.write(a)
        """,
    ),
    *(
        _form(
            f"rule 8.2: {kind} arrives with the submit",
            f"v = {call}",
            put("w", value),
            submit("go", w=value),
            click("go"),
            below="ds.write(repr(v), go)",
        )
        for kind, call, value in (
            ("text_input", "ds.text_input('w', 'd', key='w')", "x"),
            ("text_area", "ds.text_area('w', 'd', key='w')", "x"),
            ("number_input", "ds.number_input('w', value=1, key='w')", 5),
            ("slider", "ds.slider('w', 0, 10, 1, key='w')", 5),
            ("selectbox", "ds.selectbox('w', ['a', 'b'], key='w')", "b"),
            ("radio", "ds.radio('w', ['a', 'b'], key='w')", "b"),
            ("multiselect", "ds.multiselect('w', ['a', 'b'], key='w')", ["b"]),
            ("checkbox", "ds.checkbox('w', key='w')", True),
            ("toggle", "ds.toggle('w', key='w')", True),
        )
    ),
    _form(
        "rule 8.2: all of them together, in one run",
        """
        a = ds.text_input('a', key='a')
        b = ds.checkbox('b', key='b')
        c = ds.number_input('c', value=1)
        """,
        submit("go", {"a": "x", "b": True, "number_input:0": 5}),
        rerun(),
        below="""
        ss.n = ss.get('n', 0) + 1
        ds.write(a, b, c, go)
        """,
    ),
    *(
        _form(f"rule 8.3: a callback on {kind} in a form", call, below="ds.text('below')")
        for kind, call in (
            ("text_input", "ds.text_input('a', on_change=print)"),
            ("checkbox", "ds.checkbox('a', on_change=print)"),
            ("slider", "ds.slider('a', on_change=print)"),
            ("selectbox", "ds.selectbox('a', [1], on_change=print)"),
        )
    ),
    case(
        "rule 8.3: the submit button's callback sees the values",
        """
        def done(word): ss.got = (word, ss.a)
        with ds.form('f'):
            ds.text_input('a', key='a')
            ds.form_submit_button('go', key='go', on_click=done, args=('ok',))
        """,
        submit("go", a="x"),
        rerun(),
    ),
    case(
        "rule 8.4: a button in a form",
        """
        with ds.form('f'):
            ds.text('in')
            ds.button('b')
        ds.text('below')
        """,
    ),
    case(
        "rule 8.4: a button in a container in a form",
        """
        with ds.form('f'):
            with ds.container(): ds.button('b')
        """,
    ),
    case(
        "rule 8.4: form.button()",
        """
        f = ds.form('f')
        f.button('b')
        """,
    ),
    case(
        "rule 8.4: a submit button outside",
        """
        ds.text('above')
        ds.form_submit_button('go')
        """,
    ),
    case(
        "rule 8.4: a form in a form",
        """
        with ds.form('f'):
            ds.text('in')
            ds.form('g')
        """,
    ),
    case(
        "rule 8.4: a form in a column of a form",
        """
        with ds.form('f'):
            with ds.columns(2)[1]: ds.form('g')
        """,
    ),
    case(
        "rule 8.4: a container from outside is outside",
        """
        c = ds.container()
        with ds.form('f'):
            with c:
                ds.button('b', key='b')
                with ds.form('g'): ds.form_submit_button('s')
        """,
    ),
    case(
        "rule 8.4: a container of the form, used outside the with block, is inside",
        """
        with ds.form('f'): c = ds.container()
        c.button('b')
        """,
    ),
    case(
        "rule 8.5: two forms with one key",
        """
        ds.form('f')
        ds.form('f')
        """,
    ),
    case(
        "rule 8.5: its key assigned above",
        """
        ss.f = 1
        ds.form('f')
        """,
    ),
    case(
        "rule 8.5: its key assigned below",
        """
        ds.form('f')
        ss.f = 1
        """,
    ),
    case(
        "rule 8.5: its key is readable as a plain entry",
        """
        ds.form('f')
        ds.write(ss.get('f'), 'f' in ss)
        """,
    ),
    case("rule 8.5: a form's key is text", "ds.form(1)"),
    case(
        "rule 8.6: a form without a submit button is inert",
        """
        with ds.form('f'): a = ds.text_input('a', key='a')
        ds.write(a)
        ds.button('b', key='b')
        """,
        submit("b", a="x"),
        rerun(),
    ),
    case(
        "rule 8.6: an empty form",
        """
        ds.form('f')
        ds.text('below')
        """,
    ),
    case(
        "rule 8.7: of two submit buttons the pressed one is True",
        """
        with ds.form('f'):
            a = ds.text_input('a', key='a')
            x = ds.form_submit_button('one', key='one')
            y = ds.form_submit_button('two', key='two')
        ds.write(a, x, y)
        """,
        submit("two", a="A"),
        submit("one", a="B"),
        rerun(),
    ),
    case(
        "rule 8.7: two submit buttons with one label",
        """
        with ds.form('f'):
            ds.form_submit_button('go')
            ds.form_submit_button('go')
        """,
    ),
    case(
        "rule 8.7: without a key it goes by form and label",
        """
        with ds.form('f'):
            a = ds.text_input('a', key='a')
            go = ds.form_submit_button()
        ds.write(a, go)
        """,
        submit("FormSubmitter:f-Submit", a="x"),
    ),
    case(
        "rule 8.11: a value set above the form",
        """
        ss.setdefault('a', 'early')
        with ds.form('f'):
            a = ds.text_input('a', key='a')
            ds.form_submit_button('go', key='go')
        ds.write(a)
        """,
        submit("go", a="x"),
        rerun(),
    ),
    case(
        "rule 8.11: a value set in the submit callback",
        """
        def done(): ss.got = ss.a; ss.a = ''
        with ds.form('f'):
            ds.text_input('a', key='a')
            ds.form_submit_button('go', key='go', on_click=done)
        ds.write(ss.get('got'))
        """,
        submit("go", a="x"),
        rerun(),
        submit("go", a="y"),
    ),
    case(
        "rule 8.11: a value of the form read elsewhere",
        """
        ds.write(ss.get('a'))
        with ds.form('f'):
            ds.text_input('a', 'd', key='a')
            ds.form_submit_button('go', key='go')
        """,
        submit("go", a="x"),
        rerun(),
    ),
    _form(
        "rule 8.12: on_change='rerun' and 'ignore' are no callbacks",
        """
        a = ds.text_input('a', key='a', on_change='rerun')
        b = ds.text_input('b', key='b', on_change='ignore')
        c = ds.text_input('c', key='c', on_change=None)
        """,
        submit("go", a="x", b="y", c="z"),
        below="ds.write(a, b, c)",
    ),
    case(
        "rule 8.14: the method style",
        """
        f = ds.form('f')
        a = f.text_input('a', key='a')
        go = f.form_submit_button('go', key='go')
        c = f.container().checkbox('c', key='c')
        ds.write(a, c, go)
        """,
        put("a", "x"),
        submit("go", a="x", c=True),
        rerun(),
    ),
    case(
        "rule 8.14: reopened later",
        """
        f = ds.form('f')
        ds.text('between')
        with f:
            ds.text_input('a', key='a')
        with f:
            ds.form_submit_button('go', key='go')
        """,
        submit("go", a="x"),
    ),
    *(
        case(
            f"rule 8.14: a form in {where}",
            f"""
            with {where}:
                with ds.form('f'):
                    a = ds.text_input('a', key='a')
                    go = ds.form_submit_button('go', key='go')
            ds.write(a, go)
            """,
            put("a", "x"),
            submit("go", a="y"),
            rerun(),
        )
        for where in (
            "ds.columns(2)[1]",
            "ds.expander('e')",
            "ds.sidebar",
            "ds.tabs(['x', 'y'])[1]",
            "ds.container(border=True)",
            "ds.empty()",
        )
    ),
    case(
        "rule 8.14: columns, tabs and expander in a form",
        """
        with ds.form('f'):
            x, y = ds.columns(2)
            a = x.text_input('a', key='a')
            b = y.text_input('b', key='b')
            with ds.expander('e'): c = ds.checkbox('c', key='c')
            with ds.tabs(['t'])[0]: d = ds.toggle('d', key='d')
            go = ds.form_submit_button('go', key='go')
        ds.write(a, b, c, d, go)
        """,
        edit(a="1", b="2", c=True, d=True),
        submit("go", a="1", b="2", c=True, d=True),
    ),
    case(
        "rule 8.15: a disabled submit button does nothing",
        """
        with ds.form('f'):
            a = ds.text_input('a', key='a')
            ds.form_submit_button('go', key='go', disabled=True)
        ds.write(a)
        """,
        submit("go", a="x"),
        rerun(),
    ),
    case(
        "rule 8.2: of two forms only one is submitted",
        """
        with ds.form('f'):
            a = ds.text_input('a', key='a')
            ds.form_submit_button('one', key='one')
        with ds.form('g'):
            b = ds.text_input('b', key='b')
            ds.form_submit_button('two', key='two')
        ds.write(a, b)
        """,
        submit("one", a="A", b="B"),
        click("two"),
        submit("two", a="C", b="D"),
    ),
    _form(
        "rule 8.2: a disabled input in a form",
        """
        a = ds.text_input('a', 'd', key='a', disabled=True)
        b = ds.text_input('b', key='b')
        """,
        submit("go", b="x"),
        below="ds.write(a, b)",
    ),
    case(
        "rule 8.1: a value outside changes at once, the form waits",
        """
        x = ds.text_input('x', key='x')
        with ds.form('f'):
            a = ds.text_input('a', key='a')
            ds.form_submit_button('go', key='go')
        ds.write(x, a)
        """,
        edit(x="1", a="2"),
        submit("go", x="3", a="4"),
    ),
    case(
        "rule 23.8: the value waits for a later submit only in the same run() call",
        """
        with ds.form('f'):
            a = ds.text_input('a', key='a')
            ds.form_submit_button('go', key='go')
        ds.write(a)
        """,
        put("a", "x"),
        click("go"),
    ),
    *(
        case(f"rule 8.4: the sidebar inside a form, {words}", f"with ds.form('f'):\n    with ds.sidebar: {words}")
        for words in ("ds.text_input('a', key='a')", "ds.button('b')", "ds.form_submit_button('go')", "ds.form('g')")
    ),
    *(
        case(f"rule 8.4: the sidebar's own methods inside a form, {words}", f"with ds.form('f'): ds.sidebar.{words}")
        for words in ("text_input('a', key='a')", "button('b')", "form_submit_button('go')", "form('g')")
    ),
)
