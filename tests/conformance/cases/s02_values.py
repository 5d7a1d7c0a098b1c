"""The mapping `session_state` and the inputs behind it: section 2 of the rules, from 2.9 on.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import case
from tests.conformance.steps import assign, click, edit, forget, put, rerun

CASES = (
    case(
        "rule 2.9: clear empties it",
        """
        ss.a = 1
        ds.write(len(ss))
        ss.clear()
        ds.write(len(ss))
        """,
        rerun(),
    ),
    case(
        "rule 2.9: clear before the widgets brings their defaults back",
        """
        n = ss.get('n', 0)
        if n == 1: ss.clear()
        ss.n = n + 1
        ds.write(ds.text_input('a', 'd', key='a'), ds.slider('s', key='s'))
        """,
        edit({"a": "x", "s": 5}),
        rerun(),
    ),
    case(
        "rule 2.9: clear between two widgets resets the second",
        """
        n = ss.get('n', 0)
        a = ds.text_input('a', 'da', key='a')
        if n == 1: ss.clear()
        ss.n = n + 1
        ds.write(a, ds.text_input('b', 'db', key='b'))
        """,
        edit(a="A", b="B"),
    ),
    case(
        "rule 2.9: clear in a callback resets all",
        """
        ds.write(ds.text_input('a', 'd', key='a'), ds.text_input('b', 'd', key='b'))
        ds.button('c', key='c', on_click=ss.clear)
        """,
        edit(a="x", b="y"),
        click("c"),
        rerun(),
    ),
    case(
        "rule 2.9: clear leaves keyless widgets alone",
        """
        ds.write(ds.text_input('a', 'd'))
        ds.button('c', key='c', on_click=ss.clear)
        """,
        put("text_input:0", "x"),
        click("c"),
        rerun(),
    ),
    case(
        "rule 2.10: any object can be stored",
        """
        ss.f = lambda: 5
        ss.g = (i for i in range(3))
        ds.write(ss.f(), next(ss.g), next(ss.g))
        """,
    ),
    case(
        "rule 2.10: a list is kept by reference",
        """
        ss.setdefault('cart', [])
        if ds.button('add', key='add'): ss.cart.append('x')
        ds.write(ss.cart)
        """,
        click("add"),
        click("add"),
        rerun(),
    ),
    case(
        "rule 2.10: a local name is the stored object",
        """
        items = ss.setdefault('items_', [])
        items.append(1)
        ds.write(ss['items_'] is items)
        """,
        rerun(),
    ),
    case(
        "rule 2.11: the value of a widget is a copy",
        """
        m = ds.multiselect('m', ['a', 'b'], ['a'], key='m')
        m.append('z')
        ds.write(ss.m)
        """,
        rerun(),
    ),
    case(
        "rule 2.12: code of this run beats what the window sent",
        """
        if ss.setdefault('n', 0) == 1: ss.a = 'code'
        ss.n += 1
        ds.write(ds.text_input('a', key='a'))
        """,
        put("a", "window"),
        rerun(),
    ),
    case(
        "rule 2.12: what the window sent beats what was stored",
        """
        ds.write(ss.get('a'))
        ds.text_input('a', key='a')
        """,
        put("a", "x"),
        put("a", "y"),
    ),
    case(
        "rule 2.13: assigned before it is drawn",
        """
        ss.setdefault('a', 'early')
        ds.write(ds.text_input('a', key='a'), ss.a)
        """,
        put("a", "x"),
        rerun(),
    ),
    case(
        "rule 2.13: assigned in every run",
        """
        ss.a = 'always'
        ds.write(ds.text_input('a', key='a'))
        """,
        put("a", "x"),
        rerun(),
    ),
    case(
        "rule 2.13: a checkbox set by code",
        """
        if ds.button('b', key='b'): ss.c = True
        ds.write(ds.checkbox('c', key='c'))
        """,
        click("b"),
        rerun(),
        put("c", False),
    ),
    case(
        "rule 2.13: set by code from another widget above",
        """
        ss.s = ds.number_input('n', 0, 10, 3, key='n')
        ds.write(ds.slider('s', 0, 10, key='s'))
        """,
        put("n", 7),
        put("s", 2),
    ),
    case(
        "rule 2.14: assigning after the widget is drawn",
        """
        ds.text_input('a', key='a')
        ss.a = 'late'
        ds.text('not reached')
        """,
    ),
    case(
        "rule 2.14: by item, update and setdefault",
        """
        ds.text_input('a', key='a')
        try: ss['a'] = 1
        except Exception as e: ds.text('item')
        try: ss.update(a=1)
        except Exception as e: ds.text('update')
        ds.text(ss.setdefault('a', 1))
        """,
    ),
    case(
        "rule 2.14: the refused value does not count",
        """
        ds.text_input('a', 'd', key='a')
        try: ss.a = 'late'
        except Exception: pass
        ds.write(ss.a)
        """,
        rerun(),
    ),
    case(
        "rule 2.14: a button after it is drawn",
        """
        ds.button('a', key='a')
        ss.a = True
        """,
    ),
    case(
        "rule 2.14: the key of a form after it is drawn",
        """
        ds.form('f')
        ss.f = 1
        """,
    ),
    case(
        "rule 2.14: the key of a container is free",
        """
        ds.container(key='c')
        ss.c = 1
        ds.write(ss.c)
        """,
        rerun(),
    ),
    case(
        "rule 2.14: the widget of the last run that is not drawn in this one",
        """
        if ss.setdefault('n', 0) == 0: ds.text_input('a', key='a')
        else: ss.a = 'free'
        ss.n += 1
        ds.write(ss.get('a'))
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 2.15: deleting after it is drawn",
        """
        ds.write(ds.text_input('a', 'd', key='a'))
        if ss.get('n') == 1: del ss.a; ds.write('a' in ss)
        ss.n = ss.get('n', 0) + 1
        """,
        put("a", "x"),
    ),
    case(
        "rule 2.15: after that delete, an assignment is allowed",
        """
        ds.text_input('a', 'd', key='a')
        del ss.a
        ss.a = 'new'
        ds.write(ss.a)
        """,
    ),
    case(
        "rule 2.16: deleting before it is drawn brings the default",
        """
        if ss.get('n') == 1: del ss.a
        ss.n = ss.get('n', 0) + 1
        ds.write(ds.text_input('a', 'd', key='a'))
        """,
        put("a", "x"),
        rerun(),
    ),
    case(
        "rule 2.16: deleting in a callback brings the default",
        """
        def forget(): del ss.a
        ds.write(ds.text_input('a', 'd', key='a'))
        ds.button('f', key='f', on_click=forget)
        """,
        put("a", "x"),
        click("f"),
        rerun(),
        put("a", "y"),
    ),
    case(
        "rule 2.16: deleting in its own callback",
        """
        def forget(): del ss.a
        ds.write(ds.text_input('a', 'd', key='a', on_change=forget))
        """,
        put("a", "x"),
        rerun(),
    ),
    case(
        "rule 2.18: write shows the user's view",
        """
        ss.a = 1
        ds.text_input('t', key='t')
        ds.slider('hidden')
        ds.write(ss)
        """,
    ),
    case(
        "rule 2.18: json shows it too",
        """
        ss.a = [1, {'b': None}]
        ds.json(ss)
        """,
    ),
    case(
        "rule 23.5: a test sets an entry before and between runs",
        "ds.write(ss.get('a'))",
        assign("a", 1),
        assign("a", 2),
        forget("a"),
    ),
    case(
        "rule 23.5: a test sets the value of a widget",
        "ds.write(ds.text_input('a', 'd', key='a'))",
        assign("a", "x"),
        put("a", "y"),
        assign("a", "z"),
    ),
)
