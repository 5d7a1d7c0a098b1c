"""Callbacks: section 6 of the rules.

No Qt.
"""

from __future__ import annotations

from textwrap import dedent

from tests.conformance.case import Case, case
from tests.conformance.steps import Step, click, edit, put, rerun, submit

_LOG = """
ss.setdefault('log', [])
def log(*words, **more): ss.log.append((*words, *sorted(more.items())))
"""


def _logged(name: str, script: str, *steps: Step) -> Case:
    return case(name, _LOG + dedent(script).lstrip("\n"), *steps)


CASES = (
    _logged(
        "rule 6.1: all new values are there before the first callback",
        """
        def cb(who): log(who, ss.a, ss.b)
        ds.text_input('a', key='a', on_change=cb, args=('a',))
        ds.text_input('b', key='b', on_change=cb, args=('b',))
        """,
        edit(a="1", b="2"),
    ),
    _logged(
        "rule 6.1: the callback runs above the body",
        """
        def cb(): log('callback')
        log('body')
        ds.text_input('a', key='a', on_change=cb)
        """,
        put("a", "x"),
    ),
    _logged(
        "rule 6.2: no callback without a change",
        """
        ds.text_input('a', 'x', key='a', on_change=log, args=('a',))
        ds.slider('s', 0, 9, key='s', on_change=log, args=('s',))
        """,
        put("a", "x"),
        put("s", 0),
        put("a", "y"),
        rerun(),
    ),
    _logged(
        "rule 6.2: a click calls back each time",
        "ds.button('b', key='b', on_click=log, args=('b',))",
        click("b"),
        click("b"),
        rerun(),
    ),
    *(
        _logged(
            f"rule 6.2: the callback of {kind}", f"ds.write(repr({call}))", put("w", value), rerun(), put("w", value)
        )
        for kind, call, value in (
            ("checkbox", "ds.checkbox('w', key='w', on_change=log, args=(1,))", True),
            ("toggle", "ds.toggle('w', key='w', on_change=log, args=(1,))", True),
            ("text_area", "ds.text_area('w', key='w', on_change=log, args=(1,))", "x"),
            ("number_input", "ds.number_input('w', key='w', on_change=log, args=(1,))", 2.5),
            ("slider", "ds.slider('w', key='w', on_change=log, args=(1,))", 5),
            ("selectbox", "ds.selectbox('w', ['a', 'b'], key='w', on_change=log, args=(1,))", "b"),
            ("radio", "ds.radio('w', ['a', 'b'], key='w', on_change=log, args=(1,))", "b"),
            ("multiselect", "ds.multiselect('w', ['a', 'b'], key='w', on_change=log, args=(1,))", ["b"]),
        )
    ),
    _logged(
        "rule 6.2: the callback of a keyless input",
        "ds.text_input('w', on_change=log, args=('w',))",
        put("text_input:0", "x"),
        rerun(),
    ),
    _logged(
        "rule 6.3: several callbacks, in the order of the window",
        """
        c = ds.container()
        ds.text_input('b', key='b', on_change=log, args=('b',))
        c.text_input('a', key='a', on_change=log, args=('a',))
        ds.sidebar.text_input('s', key='s', on_change=log, args=('s',))
        ds.button('go', key='go', on_click=log, args=('go',))
        """,
        submit("go", s="1", b="1", a="1"),
    ),
    _logged(
        "rule 6.3: on a form submit only the submit button's callback",
        """
        with ds.form('f'):
            ds.text_input('a', key='a')
            ds.form_submit_button('go', key='go', on_click=log, args=('go',))
        """,
        submit("go", a="x"),
        click("go"),
    ),
    _logged(
        "rule 6.4: the callback sees the new value, the script's variable is the old one",
        """
        def cb(): log(ss.a, a)
        a = ds.text_input('a', key='a', on_change=cb)
        """,
        put("a", "x"),
        put("a", "y"),
    ),
    _logged(
        "rule 6.5: args and kwargs",
        "ds.button('b', key='b', on_click=log, args=(1, 'two'), kwargs={'three': 3})",
        click("b"),
    ),
    _logged("rule 6.5: kwargs alone", "ds.button('b', key='b', on_click=log, kwargs={'x': 1})", click("b")),
    _logged("rule 6.5: args given as a list", "ds.button('b', key='b', on_click=log, args=[1, 2])", click("b")),
    case(
        "rule 6.5: the args are those of the last run",
        """
        ss.setdefault('count', 0)
        n = ds.number_input('n', value=0, key='n')
        def add(k): ss.count += k
        ds.button('add', key='add', on_click=add, args=(n,))
        ds.write(ss.count)
        """,
        submit("add", n=5),
        click("add"),
        put("n", 2),
        click("add"),
    ),
    case(
        "rule 6.5: the function is that of the last run",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        ds.button('b', key='b', on_click=lambda: ss.update(seen=n))
        """,
        click("b"),
        rerun(),
        click("b"),
    ),
    _logged(
        "rule 6.5: no callback any more",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        ds.text_input('a', key='a', on_change=log if n == 0 else None, args=('a',))
        """,
        put("a", "1"),
        put("a", "2"),
    ),
    _logged(
        "rule 6.5: a callback from this run on",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        ds.text_input('a', key='a', on_change=log if n else None, args=('a',))
        """,
        put("a", "1"),
        put("a", "2"),
    ),
    case(
        "rule 6.6: two boxes that mirror each other",
        """
        def left(): ss.b = ss.a
        def right(): ss.a = ss.b
        ds.text_input('a', key='a', on_change=left)
        ds.text_input('b', key='b', on_change=right)
        """,
        put("a", "1"),
        put("b", "2"),
        edit(a="3", b="4"),
        rerun(),
    ),
    case(
        "rule 6.6: two units that convert",
        """
        def f(): ss.c = (ss.f - 32) * 5 / 9
        def c(): ss.f = ss.c * 9 / 5 + 32
        ds.number_input('f', value=32.0, key='f', on_change=f)
        ds.number_input('c', value=0.0, key='c', on_change=c)
        """,
        put("f", 212.0),
        put("c", 37.0),
    ),
    case(
        "rule 6.6: a callback changes its own input",
        """
        def trim(): ss.a = ss.a.strip().lower()
        ds.write(ds.text_input('a', key='a', on_change=trim))
        """,
        put("a", "  X "),
        rerun(),
    ),
    case(
        "rule 6.6: a callback clears a field",
        """
        def add():
            ss.items_ = [*ss.get('items_', []), ss.new]
            ss.new = ''
        ds.text_input('new', key='new', on_change=add)
        ds.write(ss.get('items_'))
        """,
        put("new", "a"),
        put("new", "b"),
    ),
    _logged(
        "rule 6.6: setting another input calls no callback of it",
        """
        def f(): ss.b = 5
        ds.button('go', key='go', on_click=f)
        ds.number_input('b', value=0, key='b', on_change=log, args=('b',))
        """,
        click("go"),
        rerun(),
    ),
    case(
        "rule 6.6: a callback sets an input that is drawn for the first time",
        """
        def f(): ss.t = 'pre'
        ds.button('b', key='b', on_click=f)
        if 't' in ss: ds.write(ds.text_input('t', key='t'))
        """,
        click("b"),
        rerun(),
        put("t", "x"),
    ),
    case(
        "rule 6.7: what a callback draws stands above the body, for one run",
        """
        def out():
            ds.write('from the callback')
            ds.sidebar.text('there too')
        ds.text_input('a', key='a', on_change=out)
        ds.text('body')
        """,
        put("a", "1"),
        rerun(),
    ),
    *(
        case(
            f"rule 6.7: what a callback draws into {name} of the last run is shown in it, for one run",
            f"""
            {make}
            def out():
                {draw}
            {fill}
            ds.button('b', key='b', on_click=out)
            ds.text('below')
            """,
            click("b"),
            click("b"),
            rerun(),
        )
        for name, make, fill, draw in (
            ("a container", "c = ds.container()", "c.text('body')", "c.info('callback')"),
            ("an empty container", "c = ds.container()", "", "c.info('callback')"),
            ("a block", "c = ds.container()", "with c: ds.text('a'); ds.text('b')", "with c: ds.info('callback')"),
            ("a column", "a, b = ds.columns(2)", "a.text('a'); b.text('b')", "b.info('1'); a.info('2'); b.info('3')"),
            ("a tab", "a, b = ds.tabs(['a', 'b'])", "b.text('b')", "b.info('callback')"),
            ("an expander", "c = ds.container().expander('e')", "c.text('body')", "c.info('callback')"),
            ("the sidebar's", "c = ds.sidebar.container()", "c.text('body')", "c.info('callback')"),
            ("one of two", "a = ds.container(); b = ds.container()", "a.text('a')", "b.info('1'); a.info('2')"),
        )
    ),
    case(
        "rule 6.7: what the body draws in the same place counts more",
        """
        e = ds.empty()
        c = ds.container()
        def out():
            e.info('over the element')
            c.info('at the end')
            ss.more = True
        ds.button('b', key='b', on_click=out)
        e.text('body')
        for word in ('one', 'two', 'three') if 'more' in ss else ('one',):
            c.text(word)
        """,
        click("b"),
        rerun(),
    ),
    case(
        "rule 6.7: a container that a callback draws stands above the body",
        """
        def out(): ds.container().text('new')
        c = ds.container()
        ds.button('b', key='b', on_click=out)
        """,
        click("b"),
        rerun(),
    ),
    _logged(
        "rule 6.8: an error in a callback",
        """
        ss.runs = ss.get('runs', 0) + 1
        def bad(): log('bad'); raise ValueError('boom')
        ds.text_input('a', key='a', on_change=bad)
        ds.text_input('b', key='b', on_change=log, args=('b',))
        ds.button('go', key='go', on_click=log, args=('go',))
        """,
        submit("go", a="1", b="2"),
        rerun(),
    ),
    _logged(
        "rule 6.8: callbacks above the failing one have run",
        """
        def bad(): raise ValueError('boom')
        ds.text_input('a', key='a', on_change=log, args=('a',))
        ds.text_input('b', key='b', on_change=bad)
        """,
        edit(a="1", b="2"),
        rerun(),
    ),
    _logged(
        "rule 6.9: stop in a callback",
        """
        ss.runs = ss.get('runs', 0) + 1
        ds.text_input('a', key='a', on_change=ds.stop)
        ds.text_input('b', key='b', on_change=log, args=('b',))
        ds.button('go', key='go')
        """,
        submit("go", a="1", b="2"),
        rerun(),
    ),
    _logged(
        "rule 6.10: rerun in a callback ends it, the others run",
        """
        def again(who): log(who); ds.rerun(); log('never')
        ds.text_input('a', key='a', on_change=again, args=('a',))
        ds.text_input('b', key='b', on_change=log, args=('b',))
        ds.write(ds.button('go', key='go', on_click=again, args=('go',)))
        ss.runs = ss.get('runs', 0) + 1
        """,
        submit("go", a="1", b="2"),
        rerun(),
    ),
    case(
        "rule 6.10: the clicked button is False in the run that follows",
        "ds.write(ds.button('b', key='b', on_click=ds.rerun))",
        click("b"),
        rerun(),
    ),
    case(
        "rule 6.10: what the callback assigned still counts as assigned",
        """
        def f(): ss.s = 50; ds.rerun()
        ds.button('b', key='b', on_click=f)
        ds.slider('s', 0, 10, key='s')
        """,
        click("b"),
        rerun(),
    ),
    _logged(
        "rule 6.16: a default that changes calls nothing",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        ds.text_input('a', f'd{n}', on_change=log, args=('a',))
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 6.17: what a callback returns is ignored",
        """
        ds.checkbox('c', key='c', on_change=lambda: 5)
        ds.write(ss.c)
        """,
        put("c", True),
    ),
    case(
        "rule 6.18: no argument but args and kwargs",
        """
        def cb(*args, **kwargs): ss.got = (args, kwargs)
        ds.checkbox('c', key='c', on_change=cb)
        """,
        put("c", True),
    ),
    case(
        "rule 6.18: a callback that needs an argument and gets none",
        """
        def cb(x): pass
        ds.checkbox('c', key='c', on_change=cb)
        """,
        put("c", True),
        rerun(),
    ),
    _logged(
        "rule 6.2: the callback of an input that this request hides",
        "if ds.checkbox('c', key='c'): ds.text_input('a', key='a', on_change=lambda: log('a', ss.a))",
        put("c", True),
        edit(a="1", c=False),
        put("c", True),
    ),
    case(
        "rule 6.16: a value that takes the input's own form calls nothing",
        """
        if ss.setdefault('n', 0) == 0: ss.c = 5
        ss.n += 1
        def cb(): ss.called_by_settling = True
        ds.write(repr(ds.checkbox('c', key='c', on_change=cb)))
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 6.16: nor does one that an input of other numbers left under the key",
        """
        n = ss.n = ss.get('n', 0) + 1
        def cb(): ss.called = ss.get('called', 0) + 1
        if n == 1: ds.number_input('float', 0.0, 9.0, 0.5, key='a')
        else: ds.number_input('int', 0, 9, 5, key='a', on_change=cb)
        """,
        rerun(),
        rerun(),
    ),
)
