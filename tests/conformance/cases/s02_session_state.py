"""The mapping `session_state`: section 2 of the rules, to 2.8.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import case
from tests.conformance.steps import click, put, rerun

CASES = (
    case(
        "rule 2.1: item write and read",
        """
        ss['a'] = 1
        ds.write(ss['a'])
        """,
    ),
    case(
        "rule 2.1: get with and without a default",
        """
        ss.a = 1
        ds.write(ss.get('a'), ss.get('b'), ss.get('b', 2))
        """,
    ),
    case(
        "rule 2.1: in",
        """
        ss.a = 1
        ds.write('a' in ss, 'b' in ss)
        """,
    ),
    case(
        "rule 2.1: len and truth",
        """
        ds.write(len(ss), bool(ss))
        ss.a = None
        ds.write(len(ss), bool(ss))
        """,
    ),
    case(
        "rule 2.1: pop",
        """
        ss.a = 1
        ds.write(ss.pop('a'), 'a' in ss, ss.pop('a', 'default'))
        """,
    ),
    case(
        "rule 2.1: popitem",
        """
        ss.a = 1
        ds.write(ss.popitem())
        ds.write(len(ss))
        """,
    ),
    case("rule 2.1: setdefault", "ds.write(ss.setdefault('a', 1), ss.setdefault('a', 2), ss.a)"),
    case(
        "rule 2.1: update from a dict, pairs and words",
        """
        ss.update({'a': 1})
        ss.update([('b', 2)])
        ss.update(c=3)
        ds.write(dict(ss))
        """,
    ),
    case(
        "rule 2.1: keys, items and values",
        """
        ss.a, ss.b = 1, 2
        ds.write(sorted(ss.keys()), sorted(ss.items()), sorted(ss.values()))
        """,
    ),
    case(
        "rule 2.1: iteration",
        """
        ss.a, ss.b = 1, 2
        ds.write(sorted(ss), sorted(list(ss)))
        """,
    ),
    case(
        "rule 2.1: dict() and to_dict()",
        """
        ss.a = 1
        ds.write(dict(ss) == {'a': 1}, ss.to_dict() == {'a': 1})
        """,
    ),
    case(
        "rule 2.1: to_dict is a copy",
        """
        ss.a = 1
        ss.to_dict()['b'] = 2
        ds.write(sorted(ss))
        """,
    ),
    case(
        "rule 2.1: equality is that of a mapping",
        """
        ss.a = 1
        ds.write(ss == {'a': 1}, ss == {'a': 2}, ss != {'a': 1})
        """,
    ),
    case(
        "rule 2.1: it is a MutableMapping",
        """
        from collections.abc import MutableMapping
        ds.write(isinstance(ss, MutableMapping))
        """,
    ),
    case(
        "rule 2.1: str shows the entries",
        """
        ss.a = 1
        ds.text(str(ss))
        """,
    ),
    case(
        "rule 2.1: del",
        """
        ss.a = 1
        del ss['a']
        ds.write('a' in ss)
        """,
    ),
    case(
        "rule 2.1: an entry outlives runs",
        """
        ss.setdefault('a', 0)
        ss.a += 1
        ds.write(ss.a)
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 2.1: a deleted entry stays deleted",
        """
        if 'a' not in ss and 'done' not in ss: ss.a = 1; ss.done = 1
        elif 'a' in ss: del ss.a
        ds.write('a' in ss)
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 2.2: attribute write, item read",
        """
        ss.a = 1
        ds.write(ss['a'])
        """,
    ),
    case(
        "rule 2.2: item write, attribute read",
        """
        ss['a'] = 1
        ds.write(ss.a)
        """,
    ),
    case(
        "rule 2.2: attribute delete",
        """
        ss.a = 1
        del ss.a
        ds.write('a' in ss, hasattr(ss, 'a'))
        """,
    ),
    case(
        "rule 2.2: getattr with a default, setattr, hasattr",
        """
        setattr(ss, 'a b', 1)
        ds.write(getattr(ss, 'a b'), getattr(ss, 'c', 'none'), hasattr(ss, 'c'))
        """,
    ),
    case(
        "rule 2.2: += through an attribute",
        """
        ss.n = 1
        ss.n += 5
        ds.write(ss.n)
        """,
    ),
    case(
        "rule 2.3: a number is the same key as its text",
        """
        ss[1] = 'a'
        ds.write(ss['1'], 1 in ss, ss.get(1))
        """,
    ),
    case(
        "rule 2.3: None and floats become text too",
        """
        ss[None] = 'n'
        ss[1.5] = 'f'
        ds.write(ss['None'], ss['1.5'])
        """,
    ),
    case(
        "rule 2.3: a number key in update, pop and del",
        """
        ss.update({2: 'b', 3: 'c', 4: 'd'})
        ss.pop(3)
        del ss[4]
        ds.write(sorted(ss))
        """,
    ),
    case(
        "rule 2.3: a number as the key of a widget",
        """
        ds.text_input('a', 'x', key=5)
        ds.write(ss[5], ss['5'])
        """,
        put("5", "y"),
    ),
    case(
        "rule 2.4: reading a missing item raises KeyError",
        """
        ds.text('above')
        ss['missing']
        """,
    ),
    case("rule 2.4: reading a missing attribute raises AttributeError", "ss.missing"),
    case("rule 2.4: deleting a missing item", "del ss['missing']"),
    case("rule 2.4: deleting a missing attribute", "del ss.missing"),
    case("rule 2.4: pop of a missing key", "ss.pop('missing')"),
    case("rule 2.4: += on a missing attribute", "ss.missing += 1"),
    case(
        "rule 2.4: the KeyError can be caught",
        """
        try: ss['missing']
        except KeyError as error: ds.text('missing' in str(error))
        """,
    ),
    case(
        "rule 2.4: the AttributeError can be caught",
        """
        try: ss.missing
        except AttributeError as error: ds.text('missing' in str(error))
        """,
    ),
    case("rule 2.5: writing an empty key", "ss[''] = 1"),
    case("rule 2.5: reading an empty key", "ss['']"),
    case("rule 2.5: an empty key of a widget", "ds.text_input('a', key='')"),
    case("rule 2.5: a key of the reserved kind", "ss['$$ID-x'] = 1"),
    case("rule 2.5: reading a key of the reserved kind", "ss['$$ID-x']"),
    case(
        "rule 2.6: an entry named like a method",
        """
        ss['items'] = 1
        ss['keys'] = 2
        ds.write(callable(ss.items), ss['items'], sorted(ss.keys()))
        """,
    ),
    case(
        "rule 2.6: attribute write of a method's name",
        """
        ss.update = 1
        ds.write(callable(ss.update), ss['update'])
        """,
    ),
    case(
        "rule 2.7: keyless widgets are not listed",
        """
        ds.text_input('a')
        ds.slider('s')
        ds.write(len(ss), sorted(ss))
        """,
    ),
    case(
        "rule 2.7: keyed widgets and entries are listed",
        """
        ds.text_input('a', key='a')
        ds.button('b', key='b')
        ss.c = 1
        ds.write(sorted(ss), len(ss))
        """,
    ),
    case(
        "rule 2.7: a submit button without key is listed by its own name",
        """
        with ds.form('f'): ds.form_submit_button('go')
        ds.write(sorted(ss))
        """,
    ),
    case(
        "rule 2.7: a submit button with key is listed by it",
        """
        with ds.form('f'): ds.form_submit_button('go', key='k')
        ds.write(sorted(ss))
        """,
    ),
    case(
        "rule 2.7: keys of containers are not listed",
        """
        ds.container(key='k')
        ds.expander('e', key='e')
        ds.write(dict(ss))
        """,
    ),
    case(
        "rule 2.8: deleting all in a loop over keys()",
        """
        ss.a, ss.b = 1, 2
        ds.text_input('t', key='t')
        for k in ss.keys(): del ss[k]
        ds.write(len(ss))
        """,
    ),
    case(
        "rule 2.8: deleting while iterating over items and values",
        """
        ss.a, ss.b = 1, 2
        for k, v in ss.items(): del ss[k]
        ss.c = 3
        for v in ss.values(): ss.d = v
        ds.write(sorted(ss))
        """,
    ),
    case(
        "rule 2.8: deleting all in a callback resets the widgets",
        """
        def reset():
            for k in ss.keys(): del ss[k]
        ds.text_input('a', 'd', key='a')
        ds.button('r', key='r', on_click=reset)
        """,
        put("a", "x"),
        click("r"),
        rerun(),
    ),
)
