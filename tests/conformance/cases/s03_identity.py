"""Whose value is this: section 3 of the rules.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import Case, case
from tests.conformance.steps import click, edit, put, rerun

_KEYLESS_TWINS = {
    "text_input": "ds.text_input('a')",
    "text_area": "ds.text_area('a')",
    "number_input": "ds.number_input('a')",
    "slider": "ds.slider('a')",
    "selectbox": "ds.selectbox('a', [1, 2])",
    "radio": "ds.radio('a', [1, 2])",
    "multiselect": "ds.multiselect('a', [1, 2])",
    "checkbox": "ds.checkbox('a')",
    "toggle": "ds.toggle('a')",
    "button": "ds.button('a')",
}

_TELLING = {
    "help": ("ds.text_input('a')", "ds.text_input('a', help='h')"),
    "value": ("ds.text_input('a')", "ds.text_input('a', 'v')"),
    "placeholder": ("ds.text_input('a')", "ds.text_input('a', placeholder='p')"),
    "max_chars": ("ds.text_input('a')", "ds.text_input('a', max_chars=5)"),
    "type": ("ds.text_input('a')", "ds.text_input('a', type='password')"),
    "width": ("ds.text_input('a')", "ds.text_input('a', width=300)"),
    "icon": ("ds.text_input('a')", "ds.text_input('a', icon='🚀')"),
    "options": ("ds.selectbox('a', [1, 2])", "ds.selectbox('a', [1, 3])"),
    "index": ("ds.selectbox('a', [1, 2])", "ds.selectbox('a', [1, 2], 1)"),
    "what format_func says": ("ds.radio('a', [1, 2])", "ds.radio('a', [1, 2], format_func=lambda o: f'<{o}>')"),
    "bounds": ("ds.slider('a', 0, 10)", "ds.slider('a', 0, 20)"),
    "step": ("ds.slider('a', 0, 10)", "ds.slider('a', 0, 10, step=2)"),
    "format": ("ds.number_input('a')", "ds.number_input('a', format='%.3f')"),
    "horizontal": ("ds.radio('a', [1, 2])", "ds.radio('a', [1, 2], horizontal=True)"),
    "captions": ("ds.radio('a', [1, 2])", "ds.radio('a', [1, 2], captions=['x', 'y'])"),
    "max_selections": ("ds.multiselect('a', [1, 2])", "ds.multiselect('a', [1, 2], max_selections=1)"),
    "height": ("ds.text_area('a')", "ds.text_area('a', height=200)"),
    "type of a button": ("ds.button('a')", "ds.button('a', type='primary')"),
    "icon of a button": ("ds.button('a')", "ds.button('a', icon='🚀')"),
    "kind": ("ds.checkbox('a')", "ds.toggle('a')"),
    "form": ("ds.text_input('a')", "ds.form('f').text_input('a')"),
    "sidebar": ("ds.text_input('a')", "ds.sidebar.text_input('a')"),
}

_SILENT = {
    "disabled": ("ds.text_input('a')", "ds.text_input('a', disabled=True)"),
    "label_visibility": ("ds.text_input('a')", "ds.text_input('a', label_visibility='hidden')"),
    "on_change": ("ds.text_input('a')", "ds.text_input('a', on_change=print)"),
    "args": ("ds.text_input('a', on_change=print)", "ds.text_input('a', on_change=print, args=(1,))"),
    "format_func that says the same": ("ds.radio('a', [1, 2])", "ds.radio('a', [1, 2], format_func=lambda o: str(o))"),
    "container": ("ds.text_input('a')", "ds.container().text_input('a')"),
    "column": ("ds.columns(2)[0].text_input('a')", "ds.columns(2)[1].text_input('a')"),
    "required": ("ds.text_input('a')", "ds.text_input('a', required=True)"),
}


def _twins() -> list[Case]:
    return [
        *(
            case(f"rule 3.2: two keyless twins, {kind}", f"{call}\n{call}\nds.text('below')")
            for kind, call in _KEYLESS_TWINS.items()
        ),
        *(
            case(f"rule 3.4: {what} tells two keyless widgets apart", f"{one}\n{other}\nds.text('below')", rerun())
            for what, (one, other) in _TELLING.items()
        ),
        *(
            case(f"rule 3.4: {what} does not tell two keyless widgets apart", f"{one}\n{other}\nds.text('below')")
            for what, (one, other) in _SILENT.items()
        ),
    ]


def _keyed_change(what: str, first: str, then: str, target: str, value: object) -> Case:
    script = f"n = ss.setdefault('n', 0)\nss.n += 1\nif n < 2: v = {first}\nelse: v = {then}\nds.write(v)"
    return case(f"rule 3.6: a keyed {what}", script, put(target, value), rerun(), rerun())


CASES = (
    *_twins(),
    case(
        "rule 3.2: the twins may stand in one loop when labels differ",
        "for i in range(3): ds.checkbox(f'c{i}')",
        put("checkbox:1", True),
    ),
    case(
        "rule 3.2: the first twin stays on screen",
        """
        ds.text_input('a')
        ds.text('between')
        ds.text_input('a')
        """,
    ),
    case(
        "rule 3.2: a twin after a change of the first",
        """
        ds.text_input('a', 'x')
        ds.text_input('a', 'y')
        """,
        put("text_input:0", "y"),
        put("text_input:1", "z"),
    ),
    case(
        "rule 3.3: two widgets of one kind with one key",
        """
        ds.text_input('a', key='k')
        ds.text_input('b', key='k')
        """,
    ),
    case(
        "rule 3.3: two kinds with one key",
        """
        ds.text_input('a', key='k')
        ds.number_input('b', key='k')
        """,
    ),
    case(
        "rule 3.3: a container and a widget with one key",
        """
        ds.container(key='k')
        ds.text_input('b', key='k')
        """,
    ),
    case(
        "rule 3.3: two containers with one key",
        """
        ds.container(key='k')
        ds.container(key='k')
        """,
    ),
    case(
        "rule 3.3: two expanders with one key",
        """
        ds.expander('a', key='k')
        ds.expander('b', key='k')
        """,
    ),
    case(
        "rule 3.3: a number and its text are one key",
        """
        ds.text_input('a', key=1)
        ds.text_input('b', key='1')
        """,
    ),
    case(
        "rule 3.3: a form and a widget may share a key",
        """
        with ds.form('k'):
            ds.text_input('a', key='k')
            ds.form_submit_button('go')
        """,
    ),
    case(
        "rule 3.3: a button and a submit button share the namespace",
        """
        with ds.form('f'): ds.form_submit_button('go', key='k')
        ds.button('b', key='k')
        """,
    ),
    case(
        "rule 3.3: both errors have one base",
        """
        ds.text_input('a', key='k')
        try: ds.text_input('a', key='k')
        except Exception as e: ds.text(type(e).__mro__[1].__name__)
        """,
    ),
    case(
        "rule 3.5: a changing default of a keyless widget resets it",
        """
        n = ss.setdefault('n', 0)
        ds.write(ds.slider('x', 0, 10, value=n))
        if ds.button('up', key='up'): ss.n += 1
        """,
        put("slider:0", 5),
        click("up"),
        rerun(),
    ),
    case(
        "rule 3.5: a changing label of a keyless widget resets it",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        ds.write(ds.text_input(f'label {n // 2}'))
        """,
        put("text_input:0", "x"),
        rerun(),
        rerun(),
    ),
    case(
        "rule 3.5: back to the first label, the value is gone",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        ds.write(ds.text_input(f'label {n == 2}'))
        """,
        put("text_input:0", "x"),
        rerun(),
        rerun(),
    ),
    _keyed_change(
        "text_input keeps its value when label, help and default change",
        "ds.text_input('a', key='k')",
        "ds.text_input('b', 'd', key='k', help='h')",
        "k",
        "x",
    ),
    _keyed_change(
        "text_input with another max_chars is another one",
        "ds.text_input('a', key='k')",
        "ds.text_input('a', 'd', key='k', max_chars=9)",
        "k",
        "x",
    ),
    _keyed_change(
        "text_input with another validate is another one",
        "ds.text_input('a', key='k')",
        "ds.text_input('a', 'd', key='k', validate='.*')",
        "k",
        "x",
    ),
    _keyed_change(
        "text_area with another height keeps its value",
        "ds.text_area('a', key='k')",
        "ds.text_area('b', 'd', key='k', height=200)",
        "k",
        "x",
    ),
    _keyed_change(
        "text_area with another max_chars is another one",
        "ds.text_area('a', key='k')",
        "ds.text_area('a', 'd', key='k', max_chars=9)",
        "k",
        "x",
    ),
    _keyed_change(
        "number_input with other bounds and step keeps its value",
        "ds.number_input('a', 0, 10, key='k')",
        "ds.number_input('a', 1, 20, step=2, key='k')",
        "k",
        5,
    ),
    _keyed_change(
        "number_input with bounds that exclude its value falls back",
        "ds.number_input('a', 0, 10, key='k')",
        "ds.number_input('a', 0, 3, 2, key='k')",
        "k",
        5,
    ),
    _keyed_change(
        "slider with another max is another one",
        "ds.slider('a', 0, 10, 1, key='k')",
        "ds.slider('a', 0, 20, 3, key='k')",
        "k",
        5,
    ),
    _keyed_change(
        "slider with another min is another one",
        "ds.slider('a', 0, 10, 1, key='k')",
        "ds.slider('a', 1, 10, 3, key='k')",
        "k",
        5,
    ),
    _keyed_change(
        "slider with another step is another one",
        "ds.slider('a', 0, 10, 1, key='k')",
        "ds.slider('a', 0, 10, 3, 5, key='k')",
        "k",
        5,
    ),
    _keyed_change(
        "slider with another default and label keeps its value",
        "ds.slider('a', 0, 10, 1, key='k')",
        "ds.slider('b', 0, 10, 3, key='k')",
        "k",
        5,
    ),
    _keyed_change(
        "slider that becomes a range",
        "ds.slider('a', 0, 10, 1, key='k')",
        "ds.slider('a', 0, 10, (3, 4), key='k')",
        "k",
        5,
    ),
    _keyed_change(
        "selectbox with other options that hold its choice keeps it",
        "ds.selectbox('a', ['x', 'y'], key='k')",
        "ds.selectbox('a', ['z', 'y'], key='k')",
        "k",
        "y",
    ),
    _keyed_change(
        "selectbox with accept_new_options is another one",
        "ds.selectbox('a', ['x', 'y'], key='k')",
        "ds.selectbox('a', ['x', 'y'], key='k', accept_new_options=True)",
        "k",
        "y",
    ),
    _keyed_change(
        "radio with another label and captions keeps its choice",
        "ds.radio('a', ['x', 'y'], key='k')",
        "ds.radio('b', ['x', 'y'], key='k', captions=['1', '2'], horizontal=True)",
        "k",
        "y",
    ),
    _keyed_change(
        "multiselect with other options keeps what is still there",
        "ds.multiselect('a', ['x', 'y', 'z'], key='k')",
        "ds.multiselect('a', ['y', 'w'], key='k')",
        "k",
        ["x", "y"],
    ),
    _keyed_change(
        "multiselect with max_selections is another one",
        "ds.multiselect('a', ['x', 'y'], key='k')",
        "ds.multiselect('a', ['x', 'y'], key='k', max_selections=2)",
        "k",
        ["y"],
    ),
    _keyed_change(
        "multiselect with accept_new_options is another one",
        "ds.multiselect('a', ['x', 'y'], key='k')",
        "ds.multiselect('a', ['x', 'y'], key='k', accept_new_options=True)",
        "k",
        ["y"],
    ),
    _keyed_change(
        "checkbox keeps its value", "ds.checkbox('a', key='k')", "ds.checkbox('b', True, key='k', help='h')", "k", True
    ),
    _keyed_change("toggle keeps its value", "ds.toggle('a', key='k')", "ds.toggle('b', key='k')", "k", True),
    _keyed_change("checkbox that becomes a toggle", "ds.checkbox('a', key='k')", "ds.toggle('a', key='k')", "k", True),
    case(
        "rule 3.7: a keyed widget keeps its value when it moves to the sidebar",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        place = ds.sidebar if n > 1 else ds
        ds.write(place.text_input('a', key='k'))
        """,
        put("k", "x"),
        rerun(),
        rerun(),
    ),
    case(
        "rule 3.7: a keyed widget keeps its value when it moves into a form",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        f = ds.form('f')
        f.form_submit_button('go')
        place = f if n > 1 else ds
        ds.write(place.text_input('a', key='k'))
        """,
        put("k", "x"),
        rerun(),
        rerun(),
    ),
    case(
        "rule 3.7: a keyless widget that moves to the sidebar is another one",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        place = ds.sidebar if n > 1 else ds
        ds.write(place.text_input('a'))
        """,
        put("text_input:0", "x"),
        rerun(),
        rerun(),
    ),
    case(
        "rule 3.7: a keyless widget keeps its value among containers",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        c, d = ds.columns(2)
        place = (c, d, ds.container())[n % 3]
        ds.write(place.text_input('a'))
        """,
        put("text_input:0", "x"),
        rerun(),
        rerun(),
    ),
    case(
        "rule 3.9: another kind under the same key begins at its default",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        v = ds.text_input('a', key='k') if n < 2 else ds.number_input('a', key='k')
        ds.write(v, ss.k)
        """,
        put("k", "5"),
        rerun(),
        rerun(),
    ),
    case(
        "rule 3.10: an element inserted above disturbs nothing",
        """
        if ds.checkbox('more', key='more'): ds.text_input('new')
        ds.write(ds.text_input('a'), ds.text_input('b'))
        """,
        edit({"text_input:0": "1", "text_input:1": "2"}),
        put("more", True),
        put("text_input:0", "3"),
        put("more", False),
    ),
    case(
        "rule 3.10: the order of two widgets may change",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        for label in ('ab' if n % 2 else 'ba'): ds.write(label, ds.text_input(label))
        """,
        put("text_input:0", "x"),
        rerun(),
        put("text_input:1", "y"),
        rerun(),
    ),
    case(
        "rule 3.10: widgets of a loop grow and shrink",
        """
        n = ds.number_input('n', 0, 5, 2, key='n')
        ds.write([ds.text_input(f'item {i}', key=f'item{i}') for i in range(n)])
        """,
        edit(item0="a", item1="b"),
        put("n", 3),
        put("item2", "c"),
        put("n", 1),
        put("n", 3),
    ),
    case(
        "rule 3.11: another element at the same place replaces the first",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n % 2: ds.title('t')
        else: ds.text('x')
        ds.text('below')
        """,
        rerun(),
        rerun(),
    ),
)
