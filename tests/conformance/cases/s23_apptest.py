"""What a test can do: section 23 of the rules.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import case
from tests.conformance.steps import assign, call, click, edit, forget, put, rerun, submit

CASES = (
    case(
        "rule 23.2: several edits go in one run",
        """
        ss.n = ss.get('n', 0) + 1
        ds.write(ds.text_input('a', key='a'), ds.checkbox('c', key='c'))
        """,
        edit(a="x", c=True),
    ),
    case(
        "rule 23.3: the tree is new after each run",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        for i in range(n % 3): ds.checkbox(f'{i}', key=f'{i}')
        """,
        rerun(),
        rerun(),
        rerun(),
    ),
    case(
        "rule 23.4: an error of the app is an element",
        """
        ds.text('above')
        raise ValueError('boom')
        """,
        rerun(),
    ),
    case(
        "rule 23.5: deleting a widget's value from the test",
        """
        ds.write(ds.text_input('a', 'd', key='a'))
        ds.button('b', key='b')
        """,
        put("a", "x"),
        assign("x", 1),
        forget("x"),
    ),
    case(
        "rule 23.7: main comes before the sidebar",
        """
        ds.sidebar.text_input('s', 'side')
        ds.text_input('m', 'main')
        """,
        put("text_input:0", "1"),
        put("text_input:1", "2"),
    ),
    case(
        "rule 23.9: set_value(True) on a button is a click",
        "ds.write(ds.button('b', key='b'))",
        put("b", True),
        rerun(),
        put("b", False),
    ),
    case("rule 23.9: click()", "ds.write(ds.button('b', key='b'))", call("b", "click"), rerun()),
    case(
        "rule 23.10: a disabled widget refuses",
        """
        ds.text_input('a', key='a', disabled=True)
        ds.checkbox('c', key='c', disabled=True)
        ds.button('b', key='b', disabled=True)
        """,
        put("a", "x"),
        call("c", "check"),
        click("b"),
        rerun(),
    ),
    case(
        "rule 23.12: reruns of the script are followed",
        """
        ss.n = ss.get('n', 0) + 1
        if ss.n % 3: ds.rerun()
        ds.text(ss.n)
        """,
        rerun(),
    ),
    case(
        "rule 23.16: set_value with a wrong type",
        """
        ds.text_input('a', key='a')
        ds.number_input('n', key='n')
        """,
        put("a", 5),
        put("n", "x"),
        rerun(),
    ),
    case(
        "rule 23.2: an edit of an input that the edit above removes",
        "if not ds.checkbox('c', key='c'): ds.write(ds.text_input('a', key='a'))",
        submit("c", a="x"),
        put("c", False),
    ),
)
