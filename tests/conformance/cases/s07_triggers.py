"""Triggers: section 7 of the rules.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import Case, case
from tests.conformance.steps import click, put, rerun, submit

CASES: tuple[Case, ...] = (
    case(
        "rule 7.1: True for one run", "ds.write(ds.button('b', key='b'))", click("b"), rerun(), click("b"), click("b")
    ),
    case(
        "rule 7.1: of two buttons one is pressed",
        "ds.write(ds.button('a', key='a'), ds.button('b', key='b'))",
        click("a"),
        click("b"),
    ),
    case("rule 7.1: a keyless button", "ds.write(ds.button('a'), ds.button('b'))", click("button:1"), rerun()),
    case(
        "rule 7.1: a click and a change together",
        "ds.write(ds.button('b', key='b'), ds.text_input('t', key='t'))",
        submit("b", t="x"),
        put("t", "y"),
    ),
    case(
        "rule 7.1: a counter",
        """
        ss.setdefault('n', 0)
        if ds.button('up', key='up'): ss.n += 1
        if ds.button('down', key='down'): ss.n -= 1
        ds.write(ss.n)
        """,
        click("up"),
        click("up"),
        click("down"),
        rerun(),
    ),
    case(
        "rule 7.2: what stands under a button goes at the next change",
        """
        if ds.button('b', key='b'):
            ds.write(ds.text_input('t', key='t'))
        ds.checkbox('c', key='c')
        """,
        click("b"),
        put("c", True),
        click("b"),
        put("t", "x"),
    ),
    case(
        "rule 7.2: a button under a button never fires",
        """
        if ds.button('a', key='a'):
            if ds.button('b', key='b'): ds.text('never')
        """,
        click("a"),
        click("b"),
    ),
    case(
        "rule 7.5: session_state during the run of a click",
        """
        ds.write(ss.get('b'))
        ds.button('b', key='b')
        ds.write(ss.b)
        """,
        click("b"),
        rerun(),
    ),
    case(
        "rule 7.5: after stop it stays True until the next request",
        """
        if ds.button('b', key='b'): ds.stop()
        ds.text('end')
        """,
        click("b"),
        rerun(),
    ),
    case(
        "rule 7.5: after an error too",
        """
        if ds.button('b', key='b'): raise ValueError('boom')
        ds.text('end')
        """,
        click("b"),
        rerun(),
    ),
    case(
        "rule 7.5: after rerun it is False",
        """
        if ds.button('b', key='b'):
            ss.n = ss.get('n', 0) + 1
            ds.rerun()
        ds.write(ss.get('n'), ss.b)
        """,
        click("b"),
        click("b"),
        rerun(),
    ),
    case(
        "rule 7.5: in a callback it is True",
        "ds.button('b', key='b', on_click=lambda: ss.update(seen=ss.b))",
        click("b"),
        rerun(),
    ),
    case(
        "rule 7.1: a click of a button that is not drawn any more",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n == 0: ds.button('b', key='b')
        ds.write(ss.get('b', 'gone'))
        """,
        click("b"),
        rerun(),
    ),
    case("rule 7.1: a disabled button is False", "ds.write(ds.button('b', key='b', disabled=True))"),
)
