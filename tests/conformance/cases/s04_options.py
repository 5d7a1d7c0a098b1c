"""Options of choices: section 4 of the rules, 4.11 to 4.15.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import case
from tests.conformance.steps import click, edit, put, rerun

CASES = (
    case(
        "rule 4.11: options shrink under a live selectbox",
        """
        n = ds.number_input('n', 1, 3, 3, key='n')
        ds.write(ds.selectbox('s', ['a', 'b', 'c'][:n], key='s'), ss.s)
        """,
        put("s", "c"),
        put("n", 2),
        put("n", 3),
        put("s", "b"),
    ),
    case(
        "rule 4.11: options shrink under a live radio",
        """
        n = ds.number_input('n', 1, 3, 3, key='n')
        ds.write(ds.radio('s', ['a', 'b', 'c'][:n], key='s'))
        """,
        put("s", "c"),
        put("n", 1),
        put("n", 3),
    ),
    case(
        "rule 4.11: options shrink under a live multiselect",
        """
        n = ds.number_input('n', 1, 3, 3, key='n')
        ds.write(ds.multiselect('s', ['a', 'b', 'c'][:n], key='s'))
        """,
        put("s", ["c", "a"]),
        put("n", 2),
        put("n", 3),
    ),
    case(
        "rule 4.11: options vanish altogether",
        """
        n = ds.number_input('n', 0, 2, 2, key='n')
        ds.write(ds.selectbox('s', ['a', 'b'][:n], key='s'))
        """,
        put("s", "b"),
        put("n", 0),
        put("n", 2),
    ),
    case(
        "rule 4.11: options move, the choice stays with its label",
        """
        o = ds.checkbox('o', key='o')
        ds.write(ds.selectbox('s', ['c', 'a', 'b'] if o else ['a', 'b', 'c'], key='s'))
        """,
        put("s", "b"),
        put("o", True),
        put("o", False),
    ),
    case(
        "rule 4.11: a login radio whose options change",
        """
        if ss.get('user'): page = ds.radio('go', ['home', 'out'], key='nav')
        else: page = ds.radio('go', ['in', 'help'], key='nav')
        ds.write(page)
        if page == 'in' and ds.button('ok', key='ok'):
            ss.user = 'me'
            ds.rerun()
        if page == 'out':
            ss.user = None
            ds.rerun()
        """,
        put("nav", "help"),
        put("nav", "in"),
        click("ok"),
        put("nav", "out"),
        rerun(),
    ),
    case(
        "rule 4.12: options are found by their label",
        "ds.write(repr(ds.selectbox('s', [1, 2, 3], format_func=lambda o: f'no {o + 0}', key='s')))",
        put("s", 2),
        put("s", "no 3"),
    ),
    case(
        "rule 4.12: equal labels",
        "ds.write(repr(ds.selectbox('s', [1, 2, 3], format_func=lambda o: 'same' if o > 1 else 'one', key='s')))",
        put("s", 2),
        put("s", 1),
    ),
    case(
        "rule 4.14: options in a tuple, a range, a dict and a set",
        """
        ds.write(ds.selectbox('a', ('x', 'y')), ds.selectbox('b', range(3, 6)))
        ds.write(ds.selectbox('c', {'k': 1, 'l': 2}), ds.selectbox('d', {7}))
        """,
    ),
    case(
        "rule 4.14: options of an Enum class",
        """
        from enum import Enum
        class Colour(Enum):
            RED = 1
            BLUE = 2
        ds.write(ds.selectbox('a', Colour, key='a').name, ds.radio('b', Colour).name)
        """,
        rerun(),
    ),
    case("rule 4.14: options in a generator", "ds.write(ds.selectbox('a', (c for c in 'xyz')))"),
    case("rule 4.14: options in a text", "ds.write(ds.selectbox('a', 'xyz'), ds.multiselect('b', 'xyz', 'y'))"),
    case(
        "rule 4.14: options None and of mixed types",
        "ds.write(repr(ds.selectbox('a', [None, 1, 'x', 2.5], 2, key='a')))",
        put("a", 1),
        put("a", 2.5),
    ),
    case(
        "rule 4.15: a mutable option is copied",
        """
        options = [[1], [2]]
        v = ds.selectbox('a', options, key='a')
        ds.write(v == options[0], v is options[0])
        """,
    ),
    case(
        "rule 4.13: the members of an Enum that the script defines in each run",
        """
        from enum import Enum
        class Colour(Enum):
            RED = 1
            BLUE = 2
        one = ds.selectbox('one', Colour, key='one')
        some = ds.multiselect('some', Colour, key='some')
        ds.write(one is Colour.RED, one is Colour.BLUE, [c in Colour for c in some], one.name)
        """,
        put("selectbox:0", "Colour.BLUE"),
        edit({"multiselect:0": ["Colour.BLUE", "Colour.RED"]}),
        rerun(),
    ),
    *(
        case(
            f"rule 4.12: options with one label, {kind} of {options}",
            f"ds.write(repr(ds.{kind}('a', {options}, key='a')))",
            rerun(),
            rerun(),
        )
        for kind in ("selectbox", "radio", "multiselect")
        for options in ("[1, '1', 2]", "['a', 'b', 'c'], format_func={'a': 'A', 'b': 'A', 'c': 'B'}.get")
    ),
    case(
        "rule 4.15: a chosen option is the script's own object",
        """
        class Device:
            pass
        devices = ss.setdefault('devices', [Device(), Device()])
        chosen = ds.radio('the option itself', devices, format_func=lambda device: f'{devices.index(device)}')
        ds.write(chosen in devices)
        """,
        rerun(),
    ),
    *(
        case(
            f"rule 4.10: a text that an earlier run put under the key of a number input, {arguments}",
            f"""
            n = ss.n = ss.get('n', 0) + 1
            if n == 2: ss.a = 'x'
            if n in (1, 3): ds.write(repr(ds.number_input('a', {arguments}, key='a')))
            if n == 2: raise ValueError('b')
            """,
            rerun(),
            rerun(),
        )
        for arguments in ("value=1", "0, 9", "0.0", "max_value=5")
    ),
)
