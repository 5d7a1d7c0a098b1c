"""Containers and places: section 11 of the rules, with the containers' own options.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import case
from tests.conformance.steps import click, put, rerun

CASES = (
    case(
        "rule 11.1: with writes into the container",
        """
        c = ds.container()
        with c: ds.text('in')
        ds.text('below')
        """,
    ),
    case(
        "rule 11.1: nested with blocks",
        """
        with ds.container(key='a'):
            with ds.container(key='b'):
                ds.text('inner')
            ds.text('outer')
        ds.text('root')
        """,
    ),
    case(
        "rule 11.1: the target comes back after an error",
        """
        try:
            with ds.container(): 1 / 0
        except ZeroDivisionError: pass
        ds.text('root')
        """,
    ),
    case(
        "rule 11.1: one container in two with blocks",
        """
        c = ds.container()
        with c: ds.text('1')
        ds.text('between')
        with c: ds.text('2')
        """,
    ),
    case(
        "rule 11.1: a container inside itself",
        """
        c = ds.container()
        with c:
            with c: ds.text('once')
            ds.text('twice')
        """,
    ),
    case(
        "rule 11.1: with as c",
        """
        with ds.container() as c: ds.text('1')
        c.text('2')
        """,
    ),
    case(
        "rule 11.1: in a function",
        """
        def draw(): ds.text('in')
        with ds.expander('e'): draw()
        draw()
        """,
    ),
    case(
        "rule 11.2: c.x() writes to c inside another with",
        """
        c = ds.container()
        with ds.expander('e'):
            c.text('in c')
            ds.text('in e')
        """,
    ),
    case(
        "rule 11.2: columns by method and by with",
        """
        a, b = ds.columns(2)
        a.text('1')
        with b: ds.text('2'); a.text('3')
        """,
    ),
    case(
        "rule 11.2: containers by method",
        """
        c = ds.container().container().columns(1)[0].expander('e').tabs(['t'])[0]
        c.text('deep')
        """,
    ),
    case(
        "rule 11.3: sidebar inside a with",
        """
        with ds.container():
            ds.sidebar.text('side')
            ds.text('main')
        """,
    ),
    case(
        "rule 11.3: with sidebar",
        """
        with ds.sidebar:
            ds.text('1')
            with ds.container(): ds.text('2')
        ds.text('main')
        """,
    ),
    case(
        "rule 11.3: a container of the sidebar inside main",
        """
        c = ds.sidebar.container()
        with ds.container():
            with c: ds.text('side')
            ds.text('main')
        """,
    ),
    case("rule 11.3: sidebar inside sidebar", "with ds.sidebar: ds.sidebar.text('1'); ds.text('2')"),
    case(
        "rule 11.4: a container filled late stands early",
        """
        top = ds.container()
        v = ds.number_input('n', value=1, key='n')
        top.write(v * 2)
        """,
        put("n", 5),
    ),
    case(
        "rule 11.4: inputs filled late",
        """
        top = ds.container()
        b = ds.text_input('b', key='b')
        a = top.text_input('a', key='a')
        ds.write(a, b)
        """,
        put("a", "1"),
        put("b", "2"),
    ),
    case(
        "rule 11.5: the last write stays",
        """
        e = ds.empty()
        e.text('1')
        e.title('2')
        """,
    ),
    case(
        "rule 11.5: empty() clears",
        """
        e = ds.empty()
        e.text('1')
        e.empty()
        ds.text('below')
        """,
    ),
    case(
        "rule 11.5: with replaces too",
        """
        with ds.empty():
            ds.text('1')
            ds.text('2')
        ds.text('below')
        """,
    ),
    case(
        "rule 11.5: container() holds several",
        """
        c = ds.empty().container()
        c.text('1')
        c.text('2')
        """,
    ),
    case(
        "rule 11.5: a text replaces a container",
        """
        e = ds.empty()
        e.container().text('gone')
        e.text('now')
        """,
    ),
    case(
        "rule 11.5: a container replaces a text",
        """
        e = ds.empty()
        e.text('gone')
        c = e.container()
        c.text('1')
        c.text('2')
        """,
    ),
    case(
        "rule 11.5: a second container replaces the first",
        """
        e = ds.empty()
        a = e.container()
        a.text('1')
        b = e.container()
        b.text('2')
        """,
    ),
    case(
        "rule 11.5: columns, tabs, expander and form in an empty",
        """
        ds.empty().columns(2)[1].text('c')
        ds.empty().tabs(['t'])[0].text('t')
        ds.empty().expander('e').text('e')
        ds.empty().form('f').text('f')
        """,
    ),
    case(
        "rule 11.5: in an empty in a loop, a countdown",
        """
        e = ds.empty()
        for i in range(3): e.write(i)
        """,
    ),
    case(
        "rule 11.5: an input replaced by another one",
        """
        e = ds.empty()
        e.text_input('a', 'x', key='a')
        ds.write(e.number_input('b', key='b'), sorted(ss))
        """,
        put("b", 5.0),
        rerun(),
    ),
    case(
        "rule 11.5: the same keyless input twice in an empty",
        """
        e = ds.empty()
        e.text_input('a')
        e.text_input('a')
        """,
    ),
    case(
        "rule 11.5: an untouched empty is nothing",
        """
        ds.empty()
        ds.text('below')
        """,
    ),
    case(
        "rule 11.5: an empty in a column and in the sidebar",
        """
        e = ds.columns(2)[0].empty()
        s = ds.sidebar.empty()
        e.text('1')
        s.text('2')
        e.text('3')
        """,
    ),
    case(
        "rule 11.5: a placeholder that the next run fills otherwise",
        """
        e = ds.empty()
        if ds.button('b', key='b'): e.success('done')
        else: e.info('wait')
        """,
        click("b"),
        rerun(),
    ),
    case(
        "rule 11.6: a text overwritten by its handle",
        """
        t = ds.text('a')
        ds.text('below')
        t.markdown('b')
        """,
    ),
    case("rule 11.6: the handle that comes back is the same place", "ds.text('a').markdown('b').title('c')"),
    case("rule 11.6: an alert overwritten", "ds.info('wait').success('done')"),
    case(
        "rule 11.6: an element overwritten by an input",
        """
        t = ds.text('a')
        ds.write(t.text_input('x', key='x'))
        """,
        put("x", "1"),
    ),
    case(
        "rule 11.6: an element overwritten by a container",
        """
        c = ds.text('a').container()
        c.text('1')
        c.text('2')
        """,
    ),
    case(
        "rule 11.6: cleared by its handle",
        """
        t = ds.text('a')
        t.empty()
        ds.text('below')
        """,
    ),
    case(
        "rule 11.6: a handle of a container appends",
        """
        c = ds.container()
        c.text('1')
        c.text('2')
        """,
    ),
    case(
        "rule 11.6: progress by its handle",
        """
        p = ds.progress(0)
        p.progress(50, 'half')
        """,
    ),
    case("rule 11.9: columns by number", "for i, c in enumerate(ds.columns(3)): c.text(i)"),
    case(
        "rule 11.9: columns by weights",
        """
        a, b = ds.columns([1, 3])
        a.text('a')
        """,
    ),
    case("rule 11.9: weights that are floats", "ds.columns([0.5, 0.25, 0.25])"),
    case("rule 11.9: one column", "ds.columns(1)[0].text('x')"),
    case(
        "rule 11.9: a tuple and a range of weights",
        """
        ds.columns((2, 1))
        ds.columns(range(1, 4))
        """,
    ),
    *(
        case(f"rule 11.9: columns({spec}) is refused", f"ds.columns({spec})")
        for spec in ("0", "-1", "[]", "[1, 0]", "[1, -2]", "'ab'", "1.5", "None", "[1, 'a']")
    ),
    *(
        case(f"rule 11.9: gap {gap!r}", f"ds.columns(2, gap={gap!r})")
        for gap in ("small", "medium", "large", None, "xxlarge", "huge", 5)
    ),
    case("rule 11.9: a wrong vertical_alignment", "ds.columns(2, vertical_alignment='middle')"),
    case(
        "rule 11.9: border, vertical_alignment and width",
        "ds.columns(2, border=True, vertical_alignment='center', width=300)[0].text('x')",
    ),
    case(
        "rule 11.9: columns in columns in columns",
        """
        a = ds.columns(2)[0].columns(2)[1].columns(2)[0]
        a.text('deep')
        """,
    ),
    case(
        "rule 11.10: all tabs are filled",
        """
        a, b = ds.tabs(['A', 'B'])
        a.text('1')
        b.text('2')
        """,
    ),
    case("rule 11.10: tabs by with", "with ds.tabs(['A'])[0]: ds.text('1')"),
    case(
        "rule 11.10: open is None without tracking",
        """
        t = ds.tabs(['A', 'B'])
        e = ds.expander('e')
        ds.write(repr(t[0].open), repr(e.open))
        """,
    ),
    case(
        "rule 11.10: tracked tabs",
        """
        t = ds.tabs(['A', 'B'], on_change='rerun', key='t')
        ds.write(repr(t[0].open), repr(t[1].open), ss.t)
        """,
        rerun(),
    ),
    case(
        "rule 11.10: tracked tabs with a default",
        """
        t = ds.tabs(['A', 'B'], on_change='rerun', key='t', default='B')
        ds.write(repr(t[0].open), repr(t[1].open), ss.t)
        """,
    ),
    case(
        "rule 11.10: tracked tabs set by code",
        """
        ss.setdefault('t', 'B')
        t = ds.tabs(['A', 'B'], on_change='rerun', key='t')
        ds.write(repr(t[0].open), repr(t[1].open), ss.t)
        """,
        rerun(),
    ),
    case(
        "rule 11.10: a tracked expander",
        """
        e = ds.expander('e', on_change='rerun', key='e')
        ds.write(repr(e.open), ss.e)
        """,
    ),
    case(
        "rule 11.10: a tracked expander that is open",
        """
        e = ds.expander('e', True, on_change='rerun', key='e')
        ds.write(repr(e.open), ss.e)
        """,
    ),
    case(
        "rule 11.10: a tracked expander set by code",
        """
        ss.setdefault('e', True)
        e = ds.expander('e', on_change='rerun', key='e')
        ds.write(repr(e.open))
        """,
        rerun(),
    ),
    case(
        "rule 11.10: a keyed expander without tracking is no widget",
        """
        ds.expander('e', key='e')
        ds.write(dict(ss))
        """,
    ),
    case("rule 11.10: tabs without a label", "ds.tabs([])"),
    case("rule 11.10: tabs whose label is no text", "ds.tabs([1, 2])"),
    case("rule 11.10: a default that is none of the tabs", "ds.tabs(['A', 'B'], default='C')"),
    case(
        "rule 11.10: two tabs with one label",
        """
        a, b = ds.tabs(['A', 'A'])
        a.text('1')
        b.text('2')
        """,
    ),
    case(
        "rule 11.10: two equal expanders",
        """
        ds.expander('e').text('1')
        ds.expander('e').text('2')
        """,
    ),
    case(
        "rule 11.10: an expander in an expander",
        """
        with ds.expander('a'):
            with ds.expander('b'): ds.text('x')
        """,
    ),
    case("rule 11.10: an expander's icon and type", "ds.expander('a', icon='🚀', type='compact')"),
    case("rule 11.10: an expander's type is one of three", "ds.expander('a', type='big')"),
    case("rule 11.10: a label of an expander must be given", "ds.expander(None)"),
    case("rule 11.2: a key of a container", "ds.container(key='c', border=True, height=200).text('x')"),
    case(
        "rule 11.2: a horizontal container",
        """
        c = ds.container(horizontal=True, horizontal_alignment='right', gap='large')
        c.button('a')
        c.button('b')
        """,
    ),
    *(
        case(f"rule 22.3: container({words}) is refused", f"ds.container({words})")
        for words in (
            "height=-1",
            "height='big'",
            "width=0",
            "width='content!'",
            "gap='huge'",
            "horizontal_alignment='middle'",
            "vertical_alignment='middle'",
        )
    ),
    case("rule 11.2: a method that containers do not have", "ds.container().rerun()"),
    case(
        "rule 11.8: a run that stops early shows what it drew",
        """
        ds.text('1')
        if ds.checkbox('c', key='c'): ds.stop()
        ds.text('2')
        """,
        put("c", True),
        put("c", False),
    ),
    case(
        "rule 16.10: a spinner leaves in an `empty` what stood there",
        """
        with ds.empty():
            ds.slider('a', key='a')
            with ds.spinner('s'): pass
        with ds.empty():
            ds.text('before')
            with ds.spinner('s'): ds.text('inside')
        with ds.empty():
            with ds.spinner('s'): pass
        """,
    ),
)
