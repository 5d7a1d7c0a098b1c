"""Expressions that stand alone: section 17 of the rules.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import case
from tests.conformance.steps import click

CASES = (
    *(
        case(f"rule 17.1: {expression} is written", f"x = 5\nd = {{'a': [1, 2]}}\n{expression}")
        for expression in (
            "x",
            "'text'",
            "f'x is {x}'",
            "x + 1",
            "x > 3",
            "not x",
            "d",
            "d['a']",
            "d['a'][0]",
            "x.real",
            "x, 'and', d",
            "[i for i in range(3)]",
            "{1: 2}",
            "{1}",
            "1.5",
            "True",
            "...",
            "x if x else 1",
            "(y := 5)",
            "ss",
            "len('abc') > 2",
            "str(x)[0]",
            "-x",
            "b'x'",
            "(x)",
            "'a' 'b'",
        )
    ),
    *(
        case(f"rule 17.2: {expression} is not written", f"x = [3, 1]\n{expression}\nds.text('below')")
        for expression in (
            "len(x)",
            "x.sort()",
            "print('to the terminal')",
            "x = 5",
            "x.append(1)",
            "del x[0]",
        )
    ),
    case("rule 17.2: what a command returns is not written", "ds.text_input('a')\nds.columns(2)\nds.empty()"),
    case(
        "rule 17.2: docstrings are not written",
        """
        def f():
            '''Say nothing.'''
            ds.text('called')
        f()
        class A:
            '''Nor this.'''
        """,
    ),
    case("rule 17.2: the docstring of the script", "'''Below the first statements it is a text.'''"),
    case(
        "rule 17.2: yield and await",
        """
        async def f(): await None
        def g():
            yield 1
        list(g())
        ds.text('below')
        """,
    ),
    case(
        "rule 17.3: in if, for, while, with and try",
        """
        if True:
            'if'
        else:
            'never'
        for i in range(2):
            i
        else:
            'for else'
        while True:
            'while'
            break
        with ds.container():
            'with'
        try:
            'try'
            1 / 0
        except ZeroDivisionError:
            'except'
        else:
            'never'
        finally:
            'finally'
        """,
    ),
    case("rule 17.3: in a match", "match 5:\n    case 5:\n        'five'\n    case _:\n        'other'"),
    case(
        "rule 17.3: in functions, methods and nested functions",
        """
        def f(x):
            x
            def g():
                x + 1
            g()
        class A:
            def m(self):
                x = 7
                'method'
        f(5)
        A().m()
        """,
    ),
    case("rule 17.3: in an async function", "import asyncio\nasync def f():\n    x = 5\n    x\nasyncio.run(f())"),
    case("rule 17.3: not in a class body", "class A:\n    x = 5\n    x\nds.text('below')"),
    case(
        "rule 17.3: in a callback",
        "def cb():\n    word = 5\n    word\nds.button('b', key='b', on_click=cb)",
        click("b"),
    ),
    case("rule 17.4: None is written", "x = None\nx"),
    case("rule 17.4: a literal None", "None"),
    case("rule 17.1: several on one line", "1; 2"),
    case("rule 17.1: in an if on one line", "if True: 'one line'"),
    case("rule 17.1: an element's handle", "t = ds.text('a')\nds.text(type(t) is not None)"),
    case("rule 17.1: an error in such an expression", "x = {}\nx['missing']"),
)
