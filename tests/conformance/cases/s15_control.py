"""Rerun and stop, and errors on screen: sections 15, 16, 18 and 19 of the rules.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import case
from tests.conformance.steps import click, put, rerun, submit

CASES = (
    case(
        "rule 15.1: except Exception does not catch rerun",
        """
        if ss.setdefault('n', 0) == 0:
            ss.n = 1
            try: ds.rerun()
            except Exception: ds.text('caught')
        ds.text('end')
        """,
    ),
    case(
        "rule 15.1: except Exception does not catch stop",
        """
        try: ds.stop()
        except Exception: ds.text('caught')
        ds.text('end')
        """,
    ),
    case(
        "rule 15.1: a bare except catches stop",
        """
        try: ds.stop()
        except BaseException: ds.text('caught')
        ds.text('end')
        """,
    ),
    case(
        "rule 15.1: finally runs",
        """
        try: ds.stop()
        finally: ds.text('finally')
        """,
    ),
    case(
        "rule 15.1: context managers end",
        """
        from contextlib import contextmanager
        @contextmanager
        def cm():
            try: yield
            finally: ss.ended = True
        with cm(): ds.stop()
        """,
    ),
    case(
        "rule 15.1: stop inside a container",
        """
        with ds.container():
            ds.text('in')
            ds.stop()
        ds.text('never')
        """,
    ),
    case(
        "rule 15.1: stop in a function",
        """
        def f():
            ds.text('in')
            ds.stop()
        f()
        ds.text('never')
        """,
    ),
    case(
        "rule 15.2: rerun begins again with the state as it is",
        """
        ss.n = ss.get('n', 0) + 1
        ds.text(f'run {ss.n}')
        if ss.n < 3: ds.rerun()
        ds.text('end')
        """,
        rerun(),
    ),
    case(
        "rule 15.2: what was drawn before is gone",
        """
        if ss.setdefault('n', 0) == 0:
            ss.n = 1
            ds.text('first')
            ds.rerun()
        ds.text('second')
        """,
    ),
    case(
        "rule 15.2: a rerun in a with block leaves no target behind",
        """
        if ss.setdefault('n', 0) == 0:
            ss.n = 1
            with ds.sidebar: ds.rerun()
        ds.text('main')
        """,
    ),
    case(
        "rule 15.2: values that came with the request are there",
        """
        a = ds.text_input('a', key='a')
        if ds.button('b', key='b'): ds.rerun()
        ds.write(a)
        """,
        submit("b", a="x"),
        rerun(),
    ),
    case(
        "rule 15.2: the click is not seen again",
        """
        ss.setdefault('seen', [])
        b = ds.button('b', key='b')
        ss.seen.append(b)
        if b: ds.rerun()
        """,
        click("b"),
        rerun(),
    ),
    case(
        "rule 15.2: an assignment before rerun reaches a widget above",
        """
        ds.write(ds.text_input('a', 'd', key='a'))
        if ds.button('b', key='b'):
            ss.pending = 'set'
            ds.rerun()
        if 'pending' in ss: ds.write(ss.pop('pending'))
        """,
        click("b"),
        rerun(),
    ),
    case(
        "rule 15.2: assigning a widget's key before it and then rerun",
        """
        if ss.get('go'):
            ss.go = False
            ss.a = 'code'
            ds.rerun()
        ds.write(ds.text_input('a', 'd', key='a'))
        ds.button('b', key='b', on_click=lambda: ss.update(go=True))
        """,
        put("a", "x"),
        click("b"),
        rerun(),
        put("a", "y"),
    ),
    case(
        "rule 15.2: a wizard",
        """
        step = ss.setdefault('step', 1)
        ds.header(f'Step {step}')
        if step == 1:
            name = ds.text_input('name', key='name')
            if ds.button('next', key='next', disabled=not name): ss.update({'step': 2, 'user': name}); ds.rerun()
        elif step == 2:
            if ds.button('back', key='back'): ss.step = 1; ds.rerun()
            if ds.button('finish', key='finish'): ss.step = 3; ds.rerun()
        else: ds.success(f'Done, {ss.user}')
        """,
        put("name", "Ann"),
        click("next"),
        click("back"),
        rerun(),
        put("name", "Bob"),
        click("next"),
        click("finish"),
    ),
    case(
        "rule 15.2: an assigned value out of bounds before a rerun",
        """
        if ss.setdefault('n', 0) == 0:
            ss.n = 1
            ss.s = 50
            ds.rerun()
        ds.write(ds.slider('s', 0, 10, key='s'))
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 15.2: rerun hides a login form at once",
        """
        if 'user' not in ss:
            with ds.form('login'):
                name = ds.text_input('name', key='name')
                if ds.form_submit_button('log in', key='go') and name:
                    ss.user = name
                    ds.rerun()
            ds.stop()
        ds.write(f'Hello {ss.user}')
        """,
        submit("go", name="Ann"),
        rerun(),
    ),
    case(
        "rule 15.2: many reruns in a row",
        """
        ss.n = ss.get('n', 0) + 1
        if ss.n % 20: ds.rerun()
        ds.text(ss.n)
        """,
        rerun(),
    ),
    *(
        case(f"rule 15.2: rerun({scope}) is refused in the body", f"ds.rerun({scope})\nds.text('never')")
        for scope in ("scope=''", "scope=[]", "scope=None", "scope='fragment'", "scope=b'x'")
    ),
    case(
        "rule 15.2: rerun(scope='app')",
        """
        if ss.setdefault('n', 0) == 0:
            ss.n = 1
            ds.rerun(scope='app')
        ds.text('end')
        """,
    ),
    case(
        "rule 15.4: stop keeps what was drawn",
        """
        ds.text('1')
        ds.stop()
        ds.text('2')
        """,
    ),
    case(
        "rule 15.4: what stood below goes",
        """
        halt = ds.checkbox('halt', key='halt')
        if halt: ds.stop()
        ds.text('below')
        """,
        put("halt", True),
        put("halt", False),
    ),
    case(
        "rule 15.4: stop ends a run of a form submit",
        """
        with ds.form('f'):
            a = ds.text_input('a', key='a')
            go = ds.form_submit_button('go', key='go')
        if not go: ds.stop()
        ds.write(a)
        """,
        submit("go", a="x"),
        rerun(),
    ),
    case(
        "rule 16.2: a rerun that the script asks for in a loop of elements",
        """
        for i in range(5):
            ds.text(i)
            if i == 3 and ss.setdefault('n', 0) == 0:
                ss.n = 1
                ds.rerun()
        """,
    ),
    case(
        "rule 19.1: an error is shown where it happened, the rest is not",
        """
        ds.text('above')
        with ds.container(key='c'):
            ds.text('in')
            raise ValueError('boom')
        ds.text('below')
        """,
    ),
    case(
        "rule 19.1: in a column",
        """
        a, b = ds.columns(2)
        with b: raise KeyError('boom')
        """,
    ),
    case("rule 19.1: in the sidebar", "with ds.sidebar: 1 / 0"),
    case(
        "rule 19.1: in an expander, a form and a tab",
        """
        with ds.expander('e'):
            with ds.form('f'):
                with ds.tabs(['t'])[0]: raise RuntimeError('deep')
        """,
    ),
    case(
        "rule 19.1: in a placeholder",
        """
        with ds.empty():
            ds.text('x')
            raise ValueError('boom')
        """,
    ),
    case(
        "rule 19.1: the state stays, the next run is as usual",
        """
        ss.n = ss.get('n', 0) + 1
        ds.text_input('a', key='a')
        if ds.checkbox('bad', key='bad'): raise ValueError('boom')
        ds.write(ss.n)
        """,
        put("a", "x"),
        put("bad", True),
        rerun(),
        put("bad", False),
    ),
    case(
        "rule 19.1: session_state set above the error stays",
        """
        ss.a = 1
        raise ValueError('boom')
        """,
        rerun(),
    ),
    case(
        "rule 19.1: an error of one's own class",
        """
        class Mine(Exception): pass
        raise Mine('own words')
        """,
    ),
    case("rule 19.1: an error without words", "raise ValueError"),
    case("rule 19.1: an error with markdown in its words", "raise ValueError('**bold** `code`')"),
    case("rule 19.1: an error with two arguments", "raise ValueError('a', 5)"),
    case(
        "rule 19.1: an error from another error",
        """
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('because') from e
        """,
    ),
    case(
        "rule 19.1: a RecursionError",
        """
        def f(): f()
        f()
        """,
    ),
    case("rule 19.1: a NameError", "undefined_name"),
    case("rule 19.1: an assertion", "assert 1 == 2, 'not equal'"),
    case("rule 19.1: a failing import", "import no_such_module_anywhere"),
    case("rule 19.1: a group of errors", "raise ExceptionGroup('several', [ValueError('a'), KeyError('b')])"),
    case(
        "rule 19.6: a caught one is shown",
        """
        try: 1 / 0
        except ZeroDivisionError as e: ds.exception(e)
        ds.text('below')
        """,
    ),
    case("rule 19.6: one that was never raised", "ds.exception(ValueError('made up'))"),
    case(
        "rule 19.6: one of the framework's own",
        """
        try: ds.columns(0)
        except Exception as e: ds.exception(e)
        """,
    ),
    case("rule 19.6: in a container", "ds.container().exception(KeyError('k'))"),
    case(
        "rule 19.2: an error of the framework has Markdown text",
        """
        ds.text_input('a', key='a')
        ss.a = 1
        """,
    ),
    case("rule 19.6: ds.exception is given a text", "ds.exception('words')"),
    case(
        "rule 16.8: an event loop is there",
        """
        import asyncio
        ds.write(asyncio.get_event_loop().is_running(), asyncio.get_event_loop().is_closed())
        """,
    ),
    case("rule 16.8: asyncio.run works", "import asyncio\nasync def f(): return 5\nds.write(asyncio.run(f()))"),
    case(
        "rule 15.1: a bare except catches rerun, and nothing is run again",
        """
        ss.n = ss.get('n', 0) + 1
        if ss.n == 1:
            try: ds.rerun()
            except BaseException: ds.text('caught')
        ds.text(f'end {ss.n}')
        """,
        rerun(),
    ),
    case(
        "rule 15.1: what finally does after a rerun counts",
        """
        ss.n = ss.get('n', 0) + 1
        if ss.n == 1:
            try: ds.rerun()
            finally: ss.x = 1
        ds.text(f'end {ss.n}')
        """,
        rerun(),
    ),
    case(
        "rule 16.6: a command in a thread of the script's own",
        """
        from threading import Thread
        told = []
        def work():
            try: ds.text('from a thread')
            except Exception as error: told.append(type(error).__name__)
        thread = Thread(target=work)
        thread.start()
        thread.join()
        ds.write(told)
        """,
    ),
)
