"""What each input takes and returns: section 21 of the rules.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import Case, case
from tests.conformance.steps import Step, call, click, put, rerun


def _value(name: str, expression: str, *steps: Step) -> Case:
    script = f"from datetime import date, datetime, time\nv = {expression}\nds.write(repr(v), type(v).__name__)"
    return case(name, script, *steps)


_REFUSED = {
    "rule 21.2": (
        "ds.number_input('w', 0, 10, 11)",
        "ds.number_input('w', 0, 10, -1)",
        "ds.number_input('w', 0, 1.0)",
        "ds.number_input('w', value='x')",
        "ds.number_input('w', 0, 10, 5.0)",
        "ds.number_input('w', 5, 1)",
        "ds.number_input('w', value=1, step=0.5)",
        "ds.number_input('w', format='%s')",
        "ds.number_input('w', value=2 ** 60)",
        "ds.number_input('w', max_value=2 ** 60)",
        "ds.number_input('w', value=1e400)",
        "ds.number_input('w', value=1, format='%f')",
        "ds.number_input('w', value=1.0, format='%d')",
        "ds.number_input('w', step=0)",
        "ds.number_input('w', step=-1)",
        "ds.number_input('w', value=True)",
    ),
    "rule 21.3": (
        "ds.slider('w', 5, 5)",
        "ds.slider('w', 5, 1)",
        "ds.slider('w', 0, 10.0)",
        "ds.slider('w', 0, 10, 5.0)",
        "ds.slider('w', value='x')",
        "ds.slider('w', value=(1, 2, 3))",
        "ds.slider('w', value=())",
        "ds.slider('w', value=(1,))",
        "ds.slider('w', value=(1, 2.0))",
        "ds.slider('w', 0, 10, step=0)",
        "ds.slider('w', 0, 10, step=-1)",
        "ds.slider('w', 0, 10, step=0.5)",
        "ds.slider('w', 0, 2 ** 60)",
        "ds.slider('w', value=None)",
        "ds.slider('w', value=True)",
    ),
    "rule 21.5": (
        "ds.selectbox('w', [1, 2], 2)",
        "ds.selectbox('w', [1, 2], -1)",
        "ds.selectbox('w', [1, 2], 'a')",
        "ds.selectbox('w', 5)",
        "ds.selectbox('w', None)",
        "ds.radio('w', [1, 2], 2)",
        "ds.radio('w', [1, 2], -1)",
        "ds.radio('w', [1, 2], 0.5)",
        "ds.radio('w', [])",
        "ds.selectbox('w', [])",
        "ds.selectbox('w', [], accept_new_options=True)",
        "ds.radio('w', [1, 2], format_func=5)",
        "ds.selectbox('w', [1, 2], format_func=lambda o: 1 / 0)",
        "ds.selectbox('w', [1, 2], filter_mode='loose')",
    ),
    "rule 21.6": (
        "ds.multiselect('w', ['a', 'b'], ['z'])",
        "ds.multiselect('w', ['a', 'b'], 'z')",
        "ds.multiselect('w', ['a', 'b'], ['a', 'b'], max_selections=1)",
        "ds.multiselect('w', [])",
        "ds.multiselect('w', [], ['a'])",
        "ds.multiselect('w', ['a', 'b'], ('a', 'b'))",
        "ds.multiselect('w', ['a', 'b'], {'a'})",
        "ds.multiselect('w', ['a', 'b'], [])",
        "ds.multiselect('w', [1, 2], 2)",
        "ds.multiselect('w', ['a', 'b'], ['a', 'a'])",
        "ds.multiselect('w', ['a'], ['z'], accept_new_options=True)",
    ),
    "rule 21.1": (
        "ds.text_input('w', 5)",
        "ds.text_input('w', type='secret')",
        "ds.text_input('w', max_chars=0)",
        "ds.text_input('w', 'too long', max_chars=3)",
        "ds.text_input('w', label_visibility='none')",
        "ds.text_input('w', width='content')",
        "ds.text_input('w', width=0)",
        "ds.text_input('w', icon='nonsense')",
        "ds.text_input('w', validate='(')",
        "ds.text_input('w', live='soon')",
        "ds.text_input('w', live=True)",
        "ds.text_input('w', live='300ms')",
        "ds.text_area('w', 5)",
        "ds.text_area('w', height=10)",
        "ds.text_area('w', height='tall')",
        "ds.text_area('w', height='content')",
        "ds.text_area('w', max_chars=3)",
        "ds.text_input('w', 'x', 3)",
        "ds.text_input(5)",
        "ds.text_input(None)",
        "ds.text_input('')",
        "ds.text_input()",
    ),
    "rule 21.11": (
        "ds.checkbox('w', 'x')",
        "ds.checkbox('w', 5)",
        "ds.checkbox('w', None)",
        "ds.toggle('w', 'x')",
        "ds.toggle('w', 1)",
        "ds.checkbox('w', label_visibility='none')",
    ),
    "rule 7.8": (
        "ds.button('w', type='huge')",
        "ds.button('w', icon='nonsense')",
        "ds.button('w', icon='🚀')",
        "ds.button('w', icon=':material/home:')",
        "ds.button('w', icon=':material/no_such_icon_anywhere:')",
        "ds.button('w', icon_position='top')",
        "ds.button('w', shortcut='Ctrl+K')",
        "ds.button('w', shortcut='C')",
        "ds.button('w', shortcut='Hyper+X')",
        "ds.button('w', shortcut='')",
        "ds.button('w', width=100)",
        "ds.button('w', width='wide')",
        "ds.button('w', use_container_width=True)",
        "ds.button('w', on_click=5)",
        "ds.button(None)",
        "ds.button('')",
    ),
}


def _arguments() -> list[Case]:
    return [
        _value(f"{rule}: {expression}", expression)
        for rule, expressions in _REFUSED.items()
        for expression in expressions
    ]


CASES = (
    *_arguments(),
    _value(
        "rule 21.1: no value, then a text, then an empty one",
        "ds.text_input('w', None, key='w')",
        put("w", "x"),
        put("w", ""),
        rerun(),
    ),
    _value("rule 21.1: cleared", "ds.text_input('w', 'd', key='w')", put("w", ""), rerun()),
    _value(
        "rule 21.1: set to None by a test", "ds.text_input('w', 'd', key='w')", put("w", "x"), put("w", None), rerun()
    ),
    _value(
        "rule 21.1: set to None without a default",
        "ds.text_input('w', None, key='w')",
        put("w", "x"),
        put("w", None),
        rerun(),
    ),
    _value(
        "rule 21.1: input()",
        "ds.text_input('w', max_chars=3, key='w')",
        call("w", "input", "abc"),
        call("w", "input", "abcd"),
    ),
    _value(
        "rule 21.1: longer than max_chars by set_value",
        "ds.text_input('w', max_chars=3, key='w')",
        put("w", "abcd"),
        rerun(),
    ),
    _value("rule 21.1: characters of all kinds", "ds.text_input('w', key='w')", put("w", "ä€😀\t\\n'\"<b>")),
    _value(
        "rule 21.1: a text of several lines", "ds.text_area('w', key='w')", put("w", "a\nb\n"), call("w", "input", "c")
    ),
    _value(
        "rule 21.1: an area without a value",
        "ds.text_area('w', None, key='w')",
        put("w", "x"),
        put("w", ""),
        put("w", None),
    ),
    _value(
        "rule 21.1: placeholder, help, autocomplete and icon",
        "ds.text_input('w', placeholder='p', help='h', autocomplete='name', icon='🚀', type='password', max_chars=7)",
    ),
    _value("rule 21.1: the label hidden", "ds.text_input('w', label_visibility='collapsed')"),
    _value("rule 21.2: int by default of ints", "ds.number_input('w', 0, 10, key='w')", put("w", 5)),
    _value("rule 21.2: float without arguments", "ds.number_input('w', key='w')", put("w", 5), put("w", 0.1)),
    _value("rule 21.2: float by value", "ds.number_input('w', value=1.0, key='w')", put("w", 5)),
    _value("rule 21.2: int by value", "ds.number_input('w', value=1, key='w')", put("w", 5), put("w", 5.7)),
    _value("rule 21.2: int by step", "ds.number_input('w', step=1, key='w')", put("w", 5)),
    _value("rule 21.2: int by format", "ds.number_input('w', format='%d', key='w')", put("w", 5)),
    _value("rule 21.2: float by max_value", "ds.number_input('w', max_value=5.0, key='w')"),
    _value("rule 21.2: begins at min_value", "ds.number_input('w', 5, 10, key='w')"),
    _value("rule 21.2: begins at 0 with only a max", "ds.number_input('w', max_value=10, key='w')"),
    _value("rule 21.2: a negative max alone", "ds.number_input('w', max_value=-10, key='w')"),
    _value(
        "rule 21.2: None until a number is entered",
        "ds.number_input('w', value=None, key='w')",
        put("w", 5),
        put("w", None),
    ),
    _value("rule 21.2: None of ints", "ds.number_input('w', 0, 10, None, key='w')", put("w", 5)),
    _value(
        "rule 21.2: None by set_value with a default",
        "ds.number_input('w', 0, 10, 3, key='w')",
        put("w", None),
        rerun(),
    ),
    _value("rule 21.2: out of bounds by set_value", "ds.number_input('w', 0, 10, 3, key='w')", put("w", 50), rerun()),
    _value(
        "rule 21.2: increment and decrement",
        "ds.number_input('w', 0, 10, 9, 2, key='w')",
        call("w", "increment"),
        call("w", "decrement"),
        call("w", "decrement"),
    ),
    _value("rule 21.2: increment of an empty one", "ds.number_input('w', value=None, key='w')", call("w", "increment")),
    _value(
        "rule 21.2: decimals are kept",
        "ds.number_input('w', value=0.1, step=0.1, key='w')",
        put("w", 0.123456789),
        call("w", "increment"),
    ),
    _value("rule 21.2: large numbers", "ds.number_input('w', value=2 ** 53 - 1, key='w')", put("w", 10**12)),
    _value(
        "rule 21.2: a number of numpy", "ds.number_input('w', value=__import__('numpy').int64(5), key='w')", put("w", 6)
    ),
    _value("rule 21.3: int 0 to 100 by default", "ds.slider('w', key='w')", put("w", 50)),
    _value("rule 21.3: float by value", "ds.slider('w', value=0.5, key='w')", put("w", 0.75)),
    _value("rule 21.3: float by bounds", "ds.slider('w', 1.0, 2.0, key='w')", put("w", 1.5)),
    _value("rule 21.3: begins at min_value", "ds.slider('w', 5, 10, key='w')"),
    _value(
        "rule 21.3: a range", "ds.slider('w', 0, 10, (2, 8), key='w')", put("w", (3, 4)), call("w", "set_range", 1, 9)
    ),
    _value("rule 21.3: a range from a list", "ds.slider('w', 0, 10, [2, 8], key='w')"),
    _value("rule 21.3: a reversed range", "ds.slider('w', 0, 10, (8, 2), key='w')"),
    _value(
        "rule 21.3: a reversed range by set_value", "ds.slider('w', 0, 10, (2, 8), key='w')", put("w", (9, 1)), rerun()
    ),
    _value("rule 21.3: a value above max widens the bounds", "ds.slider('w', 0, 10, 20, key='w')"),
    _value("rule 21.3: a value below min widens the bounds", "ds.slider('w', 0, 10, -5, key='w')"),
    _value("rule 21.3: a range that widens both", "ds.slider('w', 0, 10, (-5, 20), key='w')"),
    _value("rule 21.3: out of bounds by set_value", "ds.slider('w', 0, 10, 3, key='w')", put("w", 50), rerun()),
    _value("rule 21.3: negative bounds", "ds.slider('w', -10, -5, key='w')", put("w", -7)),
    _value("rule 21.3: a step", "ds.slider('w', 0, 10, step=5, key='w')", put("w", 3)),
    _value("rule 21.3: a format", "ds.slider('w', 0, 10, format='%d km', key='w')"),
    _value("rule 21.3: a date", "ds.slider('w', value=date(2020, 2, 3), key='w')"),
    _value(
        "rule 21.3: a range of dates with bounds",
        "ds.slider('w', date(2020, 1, 1), date(2020, 12, 31), (date(2020, 2, 1), date(2020, 3, 1)), key='w')",
    ),
    _value("rule 21.3: a time", "ds.slider('w', value=time(12, 30), key='w')"),
    _value("rule 21.3: a datetime", "ds.slider('w', value=datetime(2020, 2, 3, 4, 5), key='w')"),
    _value("rule 21.3: dates and numbers mixed", "ds.slider('w', 0, 10, date(2020, 2, 3))"),
    _value("rule 21.5: no options", "ds.selectbox('w', [], key='w')"),
    _value("rule 21.5: no options in a radio", "ds.radio('w', [], key='w')"),
    _value("rule 21.5: index None", "ds.selectbox('w', ['a', 'b'], None, key='w')", put("w", "b"), put("w", None)),
    _value("rule 21.5: index None in a radio", "ds.radio('w', ['a', 'b'], None, key='w')", put("w", "b")),
    _value(
        "rule 21.5: an index",
        "ds.selectbox('w', ['a', 'b', 'c'], 1, key='w')",
        call("w", "select", "c"),
        call("w", "select_index", 0),
    ),
    _value(
        "rule 21.5: the option itself comes back",
        "ds.selectbox('w', [1, 2.5, None, 'x'], key='w')",
        put("w", 2.5),
        put("w", None),
    ),
    _value("rule 21.5: a dict gives its keys", "ds.radio('w', {'k': 1, 'l': 2}, key='w')", put("w", "l")),
    _value(
        "rule 21.5: set_value with what is no option", "ds.selectbox('w', ['a', 'b'], key='w')", put("w", "z"), rerun()
    ),
    _value(
        "rule 23.16: set_value with what is no option of a radio",
        "ds.radio('w', ['a', 'b'], key='w')",
        put("w", "z"),
        rerun(),
    ),
    _value("rule 21.5: new options", "ds.selectbox('w', ['a', 'b'], key='w', accept_new_options=True)", put("w", "b")),
    _value(
        "rule 21.5: horizontal with captions",
        "ds.radio('w', ['a', 'b'], horizontal=True, captions=['one', 'two'], key='w')",
    ),
    _value("rule 21.5: fewer captions than options", "ds.radio('w', ['a', 'b'], captions=['one'])"),
    _value(
        "rule 21.5: options with Markdown labels", "ds.radio('w', ['**a**', ':red[b]'], key='w')", put("w", ":red[b]")
    ),
    _value("rule 21.5: a required one", "ds.selectbox('w', ['a', 'b'], required=True)"),
    _value("rule 21.5: a placeholder", "ds.selectbox('w', ['a', 'b'], None, placeholder='pick')"),
    _value(
        "rule 21.6: the order of picking",
        "ds.multiselect('w', ['a', 'b', 'c'], key='w')",
        put("w", ["c", "a"]),
        call("w", "select", "b"),
        call("w", "unselect", "c"),
    ),
    _value("rule 21.6: default one value", "ds.multiselect('w', ['a', 'b'], 'b', key='w')", put("w", [])),
    _value("rule 21.6: default keeps its order", "ds.multiselect('w', ['a', 'b', 'c'], ['c', 'a'], key='w')"),
    _value(
        "rule 21.6: format_func",
        "ds.multiselect('w', [1, 2, 3], [2], format_func=lambda o: f'<{o}>', key='w')",
        put("w", [3, 1]),
    ),
    _value(
        "rule 21.6: more than max_selections by set_value",
        "ds.multiselect('w', ['a', 'b'], key='w', max_selections=1)",
        put("w", ["a", "b"]),
        rerun(),
    ),
    _value(
        "rule 21.6: unknown by set_value", "ds.multiselect('w', ['a', 'b'], key='w')", put("w", ["a", "z"]), rerun()
    ),
    _value(
        "rule 21.6: options of Enum members", "ds.multiselect('w', list(__import__('http').HTTPStatus)[:3], key='w')"
    ),
    _value("rule 21.11: check and uncheck", "ds.checkbox('w', key='w')", call("w", "check"), call("w", "uncheck")),
    _value("rule 21.11: a toggle", "ds.toggle('w', True, key='w')", put("w", False)),
    case(
        "rule 21.17: progress by ints",
        """
        ds.progress(0)
        ds.progress(50, 'half')
        ds.progress(100)
        """,
    ),
    case(
        "rule 21.17: progress by floats",
        """
        ds.progress(0.0)
        ds.progress(0.5)
        ds.progress(1.0)
        ds.progress(0.333)
        """,
    ),
    *(
        case(f"rule 21.17: progress({value}) is refused", f"ds.progress({value})")
        for value in ("-1", "101", "1.5", "-0.1", "'x'", "None", "True")
    ),
    case(
        "rule 21.17: progress's text",
        """
        ds.progress(5, text='**b**')
        ds.progress(5, 7)
        """,
    ),
    case(
        "rule 7.8: two buttons with one shortcut",
        """
        ds.button('a', shortcut='Ctrl+K')
        ds.button('b', shortcut='Ctrl+K')
        """,
        click("button:1"),
    ),
)
