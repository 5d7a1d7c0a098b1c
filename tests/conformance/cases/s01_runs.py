"""Runs: section 1 of the rules.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import case
from tests.conformance.steps import assign, click, edit, put, rerun

CASES = (
    case(
        "rule 1.1: local variables do not outlive a run",
        """
        n = 0
        n += 1
        ds.write(n)
        ds.button('b', key='b')
        """,
        click("b"),
    ),
    case(
        "rule 1.1: a whole run follows each change, from top to bottom",
        """
        ss.n = ss.get('n', 0) + 1
        ds.text(ss.n)
        ds.text_input('a', key='a')
        ds.text(ss.n)
        """,
        put("a", "x"),
        put("a", "y"),
    ),
    case(
        "rule 1.2: values first, then callbacks, then the body",
        """
        def note():
            ss.order.append(('callback', ss.a))
        ss.setdefault('order', [])
        ss.order.append(('body', ss.get('a')))
        ds.text_input('a', key='a', on_change=note)
        """,
        put("a", "x"),
    ),
    case("rule 1.3: the script is __main__", "ds.write(__name__)"),
    case(
        "rule 1.3: a class of the script belongs to __main__",
        """
        class A: pass
        ds.text(A.__module__)
        """,
    ),
    case(
        "rule 1.3: the script is the module that sys.modules calls __main__",
        """
        import sys
        x = 5
        ds.write(sys.modules['__main__'].x)
        """,
    ),
    case(
        "rule 1.3: __file__ is the script",
        """
        import os
        ds.write(os.path.isfile(__file__))
        """,
    ),
    case(
        "rule 1.3: the folder of the script comes first in sys.path",
        """
        import os, sys
        ds.write(sys.path[0] == os.path.dirname(os.path.abspath(__file__)))
        """,
    ),
    case(
        "rule 1.4: an imported module is not run again",
        """
        import string
        string.seen = getattr(string, 'seen', 0)
        import string as again
        ds.write(again is string)
        """,
        rerun(),
    ),
    case(
        "rule 1.7: an input that was not touched keeps its value",
        """
        a = ds.text_input('a', key='a')
        b = ds.text_input('b')
        ds.write(a, b)
        """,
        put("a", "1"),
        put("text_input:1", "2"),
        rerun(),
    ),
    case(
        "rule 1.7: several inputs changed at once arrive together",
        """
        a = ds.text_input('a', key='a')
        b = ds.slider('b', key='b')
        ds.write(a, b)
        """,
        edit(a="1", b=7),
    ),
    case(
        "rule 1.8: a commit of the value that is there changes nothing",
        """
        ss.n = ss.get('n', 0)
        def up(): ss.n += 1
        ds.text_input('a', 'x', key='a', on_change=up)
        """,
        put("a", "x"),
        put("a", "y"),
        put("a", "y"),
    ),
    case(
        "rule 1.10: print writes nothing into the window",
        """
        print('to the terminal')
        ds.text('shown')
        """,
    ),
    case("rule 1.5: a session begins empty", "ds.write(dict(ss))"),
    case(
        "rule 1.5: what a test puts there before the first run is there",
        "ds.write(ss.get('a'))",
        assign("a", 1),
        rerun(),
    ),
)
