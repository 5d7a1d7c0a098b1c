"""When values are forgotten: section 5 of the rules.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import case
from tests.conformance.steps import assign, click, edit, put, rerun, submit

CASES = (
    case(
        "rule 5.1: a widget that is not drawn is forgotten",
        """
        if not ds.checkbox('hide', key='hide'): ds.text_input('a', 'd', key='a')
        ds.write('a' in ss)
        """,
        put("a", "x"),
        put("hide", True),
        rerun(),
        put("hide", False),
    ),
    case(
        "rule 5.1: a keyless one too",
        "if not ds.checkbox('hide', key='hide'): ds.write(ds.text_input('a', 'd'))",
        put("text_input:0", "x"),
        put("hide", True),
        put("hide", False),
    ),
    case(
        "rule 5.1: entries are not forgotten",
        """
        if not ds.checkbox('hide', key='hide'): ss.a = 'x'
        ds.write(ss.get('a'))
        """,
        put("hide", True),
        rerun(),
    ),
    case(
        "rule 5.1: a button is forgotten too",
        """
        if not ds.checkbox('hide', key='hide'): ds.button('b', key='b')
        ds.write('b' in ss)
        """,
        click("b"),
        put("hide", True),
        rerun(),
    ),
    case(
        "rule 5.1: the choice of a page of a wizard is lost with the page",
        """
        step = ss.setdefault('step', 0)
        ds.text_input(f'field {step}', key=f'f{step}')
        if ds.button('next', key='next'): ss.step += 1; ds.rerun()
        if ds.button('back', key='back'): ss.step -= 1; ds.rerun()
        ds.write(sorted(k for k in ss if k[0] == 'f'))
        """,
        put("f0", "x"),
        click("next"),
        put("f1", "y"),
        click("back"),
        rerun(),
    ),
    case(
        "rule 5.2: in the first run without it the value can still be read",
        """
        hide = ds.checkbox('hide', key='hide')
        ds.write(ss.get('a', 'gone'))
        if not hide: ds.text_input('a', 'd', key='a')
        """,
        put("a", "x"),
        put("hide", True),
        rerun(),
    ),
    case(
        "rule 5.2: also a value that came with the request that hides it",
        """
        hide = ds.checkbox('hide', key='hide')
        ds.write(ss.get('a', 'gone'))
        if not hide: ds.text_input('a', 'd', key='a')
        """,
        edit(a="x", hide=True),
        rerun(),
    ),
    case(
        "rule 5.3: stop forgets nothing",
        """
        if ds.checkbox('halt', key='halt'): ds.stop()
        ds.write(ds.text_input('a', 'd', key='a'))
        """,
        put("a", "x"),
        put("halt", True),
        rerun(),
        put("halt", False),
    ),
    case(
        "rule 5.3: an exception forgets nothing",
        """
        if ds.checkbox('halt', key='halt'): raise ValueError('boom')
        ds.write(ds.text_input('a', 'd', key='a'))
        """,
        put("a", "x"),
        put("halt", True),
        rerun(),
        put("halt", False),
    ),
    case(
        "rule 5.3: rerun forgets nothing",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n == 2: ds.rerun()
        ds.write(ds.text_input('a', 'd', key='a'))
        """,
        put("a", "x"),
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.3: the next run to the end forgets",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n == 2: ds.stop()
        if n != 3: ds.write(ds.text_input('a', 'd', key='a'))
        else: ds.write(ss.get('a', 'gone'))
        """,
        put("a", "x"),
        rerun(),
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.3: an exception in a callback forgets nothing",
        """
        def boom(): raise ValueError('boom')
        ds.button('b', key='b', on_click=boom)
        ds.write(ds.text_input('a', 'd', key='a'))
        """,
        put("a", "x"),
        click("b"),
        rerun(),
    ),
    case(
        "rule 5.3: the rerun that drops a widget in its second half",
        """
        show = ss.setdefault('show', True)
        if show: ds.text_input('a', 'd', key='a')
        if ds.button('b', key='b'): ss.show = not show; ds.rerun()
        ds.write(ss.get('a', 'gone'))
        """,
        put("a", "x"),
        click("b"),
        rerun(),
        click("b"),
    ),
    case(
        "rule 5.5: a widget that comes back begins at its default",
        """
        ds.checkbox('hide', key='hide')
        if not ss.hide: ds.write(ds.slider('s', 0, 10, 3, key='s'))
        """,
        put("s", 7),
        put("hide", True),
        put("hide", False),
        put("s", 5),
    ),
    case(
        "rule 5.7: assigning an entry to itself keeps it",
        """
        if 'a' in ss: ss.a = ss.a
        if not ds.checkbox('hide', key='hide'): ds.text_input('a', 'd', key='a')
        ds.write(ss.get('a'))
        """,
        put("a", "x"),
        put("hide", True),
        rerun(),
        rerun(),
        put("hide", False),
    ),
    case(
        "rule 5.7: only in the run without the widget",
        """
        hide = ds.checkbox('hide', key='hide')
        if hide and 'a' in ss: ss.a = ss.a
        if not hide: ds.text_input('a', 'd', key='a')
        ds.write(ss.get('a'))
        """,
        put("a", "x"),
        put("hide", True),
        rerun(),
        put("hide", False),
    ),
    case(
        "rule 5.8: a copy under another key",
        """
        def keep(): ss.kept = ss._a
        if not ds.checkbox('hide', key='hide'):
            ss._a = ss.setdefault('kept', 'd')
            ds.text_input('a', key='_a', on_change=keep)
        ds.write(ss.get('kept'))
        """,
        put("_a", "x"),
        put("hide", True),
        rerun(),
        put("hide", False),
        put("_a", "y"),
    ),
    case(
        "rule 5.9: persist_state session keeps the value",
        """
        if not ds.checkbox('hide', key='hide'): ds.write(ds.text_input('a', 'd', key='a', persist_state='session'))
        ds.write(ss.get('a', 'gone'))
        """,
        put("a", "x"),
        put("hide", True),
        rerun(),
        put("hide", False),
        put("a", "y"),
        put("hide", True),
    ),
    case(
        "rule 5.9: persist_state page keeps it on the page",
        """
        if not ds.checkbox('hide', key='hide'): ds.write(ds.slider('s', 0, 9, 3, key='s', persist_state='page'))
        ds.write(ss.get('s', 'gone'))
        """,
        put("s", 7),
        put("hide", True),
        rerun(),
        put("hide", False),
    ),
    case("rule 5.9: persist_state needs a key", "ds.text_input('a', persist_state='session')"),
    case("rule 5.9: persist_state with a wrong word", "ds.text_input('a', key='a', persist_state='ever')"),
    case(
        "rule 5.9: persist_state of a value that code set",
        """
        if not ds.checkbox('hide', key='hide'):
            ss.setdefault('a', 'code')
            ds.text_input('a', key='a', persist_state='session')
        ds.write(ss.get('a', 'gone'))
        """,
        put("hide", True),
        rerun(),
        put("hide", False),
    ),
    case(
        "rule 5.10: an entry of an earlier run is what the widget begins with",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n == 0: ss.a = 'early'
        else: ds.write(ds.text_input('a', 'd', key='a'))
        """,
        rerun(),
        put("a", "x"),
        rerun(),
    ),
    case(
        "rule 5.10: that entry comes to light again when the widget goes",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n == 0: ss.a = 'early'
        if n in (1, 2, 4): ds.write(ds.text_input('a', 'd', key='a'))
        ds.write(ss.get('a', 'gone'))
        """,
        rerun(),
        put("a", "x"),
        rerun(),
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.10: an entry of the same run goes with the widget",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n == 0: ss.a = 'early'
        if n in (0, 1, 3): ds.write(ds.text_input('a', 'd', key='a'))
        ds.write(ss.get('a', 'gone'))
        """,
        put("a", "x"),
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.10: a new assignment goes to the widget, not to the old entry",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n == 0: ss.a = 'early'
        if n == 2: ss.a = 'later'
        if n in (1, 2, 4): ds.write(ds.text_input('a', 'd', key='a'))
        ds.write(ss.get('a', 'gone'))
        """,
        rerun(),
        rerun(),
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.7: an assignment in one run without the widget lasts until the end of the next",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n == 2: ss.a = 'away'
        if n not in (2, 3): ds.write(ds.text_input('a', 'd', key='a'))
        ds.write(ss.get('a', 'gone'))
        """,
        put("a", "x"),
        rerun(),
        rerun(),
        rerun(),
        put("a", "y"),
    ),
    case(
        "rule 5.1: what a form held is forgotten with it",
        """
        if not ds.checkbox('hide', key='hide'):
            with ds.form('f'):
                ds.text_input('a', 'd', key='a')
                ds.form_submit_button('go', key='go')
        ds.write('a' in ss, 'go' in ss)
        """,
        submit("go", a="x"),
        put("hide", True),
        rerun(),
        put("hide", False),
    ),
    case(
        "rule 5.1: an input that raises for its value counts as drawn and keeps it",
        """
        try:
            ds.write(ds.multiselect('a', ['x', 'y', 'z'], max_selections=2))
        except Exception:
            ds.write('too many')
        """,
        put("multiselect:0", ["x", "y", "z"]),
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.1: so does one with a key, which no code may assign any more",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n == 2: ss.a = 50
        try:
            ds.write(ds.slider('a', 0, 9, key='a'))
        except Exception:
            try:
                ss.a = 5
            except Exception as error:
                ds.write(type(error).__name__.removeprefix('Streamlit'))
        ds.write(ss.a)
        """,
        rerun(),
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.9: an input with other parameters gets the value of the one before, after its first run",
        """
        n = ss.n = ss.get('n', 0) + 1
        ds.write(ds.slider('a', 0, 8 + n % 2, 5, key='a', persist_state='session'))
        ds.write(ss.a)
        """,
        put("a", 3),
        rerun(),
        put("a", 4),
        rerun(),
    ),
    case(
        "rule 5.9: an input of another kind too, in its own form",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n % 2: ds.write(repr(ds.checkbox('a', key='a', persist_state='session')))
        else: ds.write(repr(ds.slider('b', 0, 9, 5, key='a')))
        """,
        rerun(),
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.9: nothing is kept of an input that only a run that asked for a rerun has drawn",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n == 2:
            ds.number_input('a', 0, 9, 5, key='a', persist_state='page')
            ds.rerun()
        ds.write(ss.get('a', 'gone'))
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.9: a value that is assigned while the input is away is kept too",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n in (1, 6): ds.write(ds.text_input('a', 'd', key='a', persist_state='page'))
        if n == 4: ss.a = 'z'
        ds.write(ss.get('a', 'gone'))
        """,
        put("a", "x"),
        assign("a", "y"),
        rerun(),
        rerun(),
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.9: a kept value that the input cannot have raises again until the window shows it",
        """
        n = ss.n = ss.get('n', 0) + 1
        ss.setdefault('a', 50)
        ds.write(ds.slider('a', 0, 9, key='a', persist_state='page'))
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 5.9: what is kept is the last value, not what an input in between found under the key",
        """
        n = ss.n = ss.get('n', 0) + 1
        ds.write(ds.slider('a', n % 3, 9, 5, key='a', persist_state='page'))
        if n % 2 == 0: ds.rerun()
        """,
        rerun(),
        put("a", 7),
        rerun(),
    ),
    case(
        "rule 5.9: a kept value that another input of the key cannot have raises where the window shows neither",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n % 2 == 0: ds.text_area('t', 'd', key='a', persist_state='page')
        with ds.empty():
            ds.slider('a', 0, 9, key='a')
            ds.text('over it')
        """,
        rerun(),
        rerun(),
        rerun(),
        put("a", "x"),
        rerun(),
    ),
    case(
        "rule 4.10: an input that was drawn over is asked again about its entry",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n == 1: ss.a = ['b']
        with ds.empty():
            if n > 1: ds.write(repr(ds.checkbox('a', key='a')))
            ds.text('over it')
        """,
        rerun(),
        rerun(),
        rerun(),
    ),
)
