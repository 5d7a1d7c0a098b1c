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
    case(
        "rule 23.2: what was set is taken back by None where None is no value",
        """
        ds.write(ds.checkbox('a', key='a'), ds.slider('b', key='b'), ds.multiselect('c', ['x', 'y'], key='c'))
        """,
        edit(a=True, b=5, c=["x"]),
        edit(a=None, b=None, c=None),
    ),
    case(
        "rule 23.8: a submit button that is set to False submits nothing",
        """
        with ds.form('f'):
            ds.text_input('a', key='a')
            ds.form_submit_button('go', key='go')
        """,
        submit("go", a="x"),
        edit(a="y", go=False),
    ),
    case(
        "rule 23.16: what `format_func` takes is formatted, also when it is a label",
        """
        ds.write(ds.selectbox('a', ['x', 'y'], format_func=lambda o: o * 2, key='a'))
        ds.write(ds.multiselect('b', [1, 2], format_func=lambda o: f'no. {o + 0}', key='b'))
        """,
        put("a", "y"),
        put("b", ["no. 2"]),
        put("a", "yy"),
    ),
    case(
        "rule 23.16: nothing can be entered without options", "ds.write(ds.selectbox('a', [], key='a'))", put("a", "x")
    ),
    case(
        "rule 23.16: a text that is no option, and new ones are accepted",
        "ds.write(ds.selectbox('a', ['x', 'y'], accept_new_options=True, key='a'))",
        put("a", "new"),
    ),
    case(
        "rule 23.2: a number input steps down at 0",
        "ds.write(ds.number_input('n', 0, 9, 5, key='a'))",
        call("a", "decrement"),
        put("a", 0),
        call("a", "decrement"),
    ),
    case(
        "rule 23.2: an option with a label of its own is chosen by its position",
        "ds.write(ds.selectbox('a', ['x', 'y'], format_func=lambda o: f'{o}1', key='a'))",
        call("a", "select_index", 1),
        rerun(),
    ),
    case(
        "rule 23.10: giving up what is not chosen is nothing that a disabled input could refuse",
        "ds.multiselect('a', ['x', 'y'], ['y'], key='a', disabled=True)",
        call("a", "unselect", "x"),
    ),
    case(
        "rule 23.2: a test goes on where a slider of dates has kept a text",
        """
        import datetime
        n = ss.n = ss.get('n', 0) + 1
        if n == 2: ss.a = 'x'
        ds.slider('a', value=datetime.date(2024, 1, 1 + n), key='a')
        ds.text_input('t', key='t')
        """,
        rerun(),
        rerun(),
        put("t", "x"),
        rerun(),
    ),
    *(
        case(
            f"rule 23.2: a value of a wrong type for {words.partition('(')[0]}",
            f"ds.{words.replace(')', ', key=' + repr('a') + ')')}",
            *(put("a", value) for value in values),
        )
        for words, values in (
            ("text_input('a')", (2, (3, 4))),
            ("number_input('a', 0)", ("x", (3, 4))),
            ("slider('a')", ("x", ["y"])),
            ("checkbox('a')", ("x", (3, 4))),
            ("multiselect('a', 'xy')", (2,)),
            ("radio('a', 'xy')", (2, ["x"])),
        )
    ),
    case(
        "rule 23.2: of two wrong values the first one in the window is told",
        "from datetime import date\nds.slider('d', value=date(2024, 1, 2), key='d')\nds.radio('r', 'ab', key='r')",
        edit(r="x", d=5),
        put("d", 5),
    ),
    *(
        case(f"rule 23.2: a {kind} has no {verb}", f"ds.{kind}('a', key='a')", call("a", verb))
        for kind, verb in (("toggle", "check"), ("text_input", "select"), ("toggle", "uncheck"))
    ),
)
