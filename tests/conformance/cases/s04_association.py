"""A widget and its key in session_state: section 4 of the rules.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import Case, case
from tests.conformance.steps import assign, click, edit, put, rerun, submit

_DEFAULTS = {
    "text_input": ("ds.text_input('w', 'd', key='w')", "x"),
    "text_area": ("ds.text_area('w', 'd', key='w')", "x\ny"),
    "number_input": ("ds.number_input('w', 0, 10, 3, key='w')", 7),
    "number_input of floats": ("ds.number_input('w', 0.0, 10.0, 3.5, key='w')", 7.25),
    "slider": ("ds.slider('w', 0, 10, 3, key='w')", 7),
    "slider of floats": ("ds.slider('w', 0.0, 1.0, 0.5, key='w')", 0.25),
    "slider of a range": ("ds.slider('w', 0, 10, (2, 5), key='w')", (3, 9)),
    "selectbox": ("ds.selectbox('w', ['a', 'b', 'c'], 1, key='w')", "c"),
    "radio": ("ds.radio('w', ['a', 'b', 'c'], 1, key='w')", "c"),
    "multiselect": ("ds.multiselect('w', ['a', 'b', 'c'], ['b'], key='w')", ["c", "a"]),
    "checkbox": ("ds.checkbox('w', True, key='w')", False),
    "toggle": ("ds.toggle('w', key='w')", True),
}

_READ_ONLY = {
    "button": "ds.button('w', key='w')",
    "form_submit_button": "ds.form('f').form_submit_button('w', key='w')",
    "form": "ds.form('w')",
}

_OUT_OF_DOMAIN = {
    "slider": ("ds.slider('w', 0, 10, 3, key='w')", ["50", "-1", "None", "'x'", "5.5", "True", "(2, 3)"]),
    "slider of floats": ("ds.slider('w', 0.0, 1.0, 0.5, key='w')", ["1", "2.0", "True"]),
    "slider of a range": (
        "ds.slider('w', 0, 10, (2, 3), key='w')",
        ["5", "(8, 2)", "[1, 2]", "(1, 50)", "(-5, 5)", "(4,)"],
    ),
    "number_input": ("ds.number_input('w', 0, 10, 5, key='w')", ["50", "-1", "None", "'x'", "1.5", "True"]),
    "number_input of floats": ("ds.number_input('w', 0.0, 10.0, 5.0, key='w')", ["3", "50.0", "None"]),
    "number_input without a value": ("ds.number_input('w', value=None, key='w')", ["3", "2.5"]),
    "number_input without bounds": ("ds.number_input('w', value=5, key='w')", ["10 ** 6", "-7"]),
    "selectbox": ("ds.selectbox('w', ['a', 'b'], 1, key='w')", ["'z'", "None", "5", "''"]),
    "selectbox without a choice": ("ds.selectbox('w', ['a', 'b'], None, key='w')", ["'z'", "'b'"]),
    "selectbox of numbers": ("ds.selectbox('w', [1, 2], key='w')", ["'2'", "2.0", "True"]),
    "selectbox with format_func": (
        "ds.selectbox('w', [1, 2], format_func=lambda o: f'<{o}>', key='w')",
        ["2", "'<2>'", "3"],
    ),
    "radio": ("ds.radio('w', ['a', 'b'], 1, key='w')", ["'z'", "None", "5"]),
    "radio without a choice": ("ds.radio('w', ['a', 'b'], None, key='w')", ["'z'", "'b'"]),
    "multiselect": (
        "ds.multiselect('w', ['a', 'b', 'c'], ['a'], key='w')",
        ["['b', 'z']", "['z']", "[]", "'b'", "'ab'", "('b', 'c')", "{'b'}", "['b', 'b']", "None", "5"],
    ),
    "multiselect with max_selections": (
        "ds.multiselect('w', ['a', 'b', 'c'], key='w', max_selections=1)",
        ["['b', 'c']", "['b']"],
    ),
    "multiselect that takes new options": (
        "ds.multiselect('w', ['a', 'b'], key='w', accept_new_options=True)",
        ["['b', 'z']", "[5]"],
    ),
    "checkbox": ("ds.checkbox('w', key='w')", ["5", "0", "1.5", "'x'", "None", "[]"]),
    "toggle": ("ds.toggle('w', True, key='w')", ["5", "0", "'x'", "None"]),
    "text_input": ("ds.text_input('w', 'd', max_chars=2, key='w')", ["'long'", "5", "True", "None", "''"]),
    "text_input without a value": ("ds.text_input('w', None, key='w')", ["''", "None"]),
    "text_area": ("ds.text_area('w', 'd', max_chars=2, key='w')", ["'long'", "5", "None"]),
}


def _association() -> list[Case]:
    return [
        *(
            case(
                f"rule 4.1: {kind} puts its default there when it is drawn",
                f"ds.write(repr({call}), repr(ss.w))",
                put("w", value),
                rerun(),
            )
            for kind, (call, value) in _DEFAULTS.items()
        ),
        *(
            case(
                f"rule 4.2: {kind} is readable above itself from the second run on",
                f"ds.write(repr(ss.get('w', 'nothing yet')))\n{call}",
                put("w", value),
                rerun(),
            )
            for kind, (call, value) in _DEFAULTS.items()
        ),
        *(
            case(
                f"rule 4.3: {kind} begins with what code put there",
                f"ss.setdefault('w', {value!r})\nds.write(repr({call}))",
                rerun(),
            )
            for kind, (call, value) in _DEFAULTS.items()
        ),
        *(
            case(f"rule 4.6: assigned before a {kind}", f"ss.w = True\n{call}\nds.text('below')", rerun())
            for kind, call in _READ_ONLY.items()
        ),
        *(
            case(
                f"rule 4.10: {kind} with {value} in session_state",
                f"if ss.setdefault('n', 0) == 0: ss.w = {value}\nss.n += 1\nr = {call}\nds.write(repr(r), repr(ss.w))",
                rerun(),
                rerun(),
            )
            for kind, (call, values) in _OUT_OF_DOMAIN.items()
            for value in values
        ),
    ]


_OUTSIDE_SINCE_LAST_RUN = {
    "slider": "ds.slider('w', 0, 10, 3, key='w')",
    "number_input": "ds.number_input('w', 0, 10, 5, key='w')",
    "selectbox": "ds.selectbox('w', ['a', 'b'], key='w')",
    "multiselect": "ds.multiselect('w', ['a', 'b'], key='w')",
    "checkbox": "ds.checkbox('w', key='w')",
}

CASES = (
    *_association(),
    *(
        case(
            f"rule 4.10: {kind} with {value!r} that an earlier run put there",
            f"""
            n = ss.setdefault('n', 0)
            ss.n += 1
            if n == 0: ss.w = {value!r}
            else: ds.write(repr({call}), repr(ss.w))
            """,
            rerun(),
            rerun(),
        )
        for kind, call in _OUTSIDE_SINCE_LAST_RUN.items()
        for value in (50, None, "z", ["z"])
        if not (kind == "multiselect" and value == 50) and not (kind == "slider" and value == ["z"])
    ),
    case(
        "rule 4.2: a value that came with this request is readable above the widget",
        """
        ds.write(ss.get('a'))
        ds.text_input('a', key='a')
        """,
        put("a", "x"),
    ),
    case(
        "rule 4.3: an assignment in the first run only",
        """
        if 'a' not in ss: ss.a = 'first'
        ds.write(ds.text_input('a', 'default', key='a'))
        """,
        put("a", "x"),
        rerun(),
    ),
    case(
        "rule 4.4: a default and a value in session_state: session_state wins",
        """
        ss.a = 'state'
        ds.write(ds.text_input('a', 'default', key='a'))
        """,
    ),
    case(
        "rule 4.4: for a slider too",
        """
        ss.setdefault('a', 7)
        ds.write(ds.slider('a', 0, 10, 3, key='a'))
        """,
        put("a", 5),
    ),
    case(
        "rule 4.5: another default later has no effect",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        ds.write(ds.text_input('a', f'default {n}', key='a'))
        """,
        rerun(),
        put("a", "x"),
        rerun(),
    ),
    case(
        "rule 4.5: another index later has no effect",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        ds.write(ds.selectbox('a', ['x', 'y', 'z'], n % 3, key='a'))
        """,
        rerun(),
        put("a", "y"),
        rerun(),
    ),
    case(
        "rule 4.6: a callback assigns the key of another button",
        """
        def f(): ss.go = True
        ds.button('b', key='b', on_click=f)
        ds.write(ds.button('go', key='go'))
        """,
        click("b"),
        rerun(),
        rerun(),
    ),
    case(
        "rule 4.6: a callback assigns its own button",
        """
        def f(): ss.b = False
        ds.write(ds.button('b', key='b', on_click=f))
        """,
        click("b"),
        rerun(),
    ),
    case(
        "rule 4.6: assigned and deleted again",
        """
        ss.w = True
        del ss.w
        ds.write(ds.button('w', key='w'))
        """,
    ),
    case(
        "rule 4.6: assigned before an internal rerun",
        """
        if 'n' not in ss:
            ss.n = 1
            ss.b = True
            ds.rerun()
        ds.write(ds.button('b', key='b'))
        """,
        rerun(),
    ),
    case(
        "rule 4.8: assigned in an earlier run, the button is pressed once",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n == 0: ss.b = True
        else: ds.write(ds.button('b', key='b'))
        """,
        rerun(),
        rerun(),
        click("b"),
        rerun(),
    ),
    case(
        "rule 4.8: the button returns the very object",
        """
        n = ss.setdefault('n', 0)
        ss.n += 1
        if n == 0: ss.b = 'hello'
        else: ds.write(ds.button('b', key='b'))
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 4.9: a disabled input has its value",
        "ds.write(ds.text_input('a', 'd', key='a', disabled=True), ds.slider('s', 0, 10, 5, disabled=True))",
        rerun(),
    ),
    case(
        "rule 4.9: a test cannot touch it",
        """
        ds.text_input('a', 'd', key='a', disabled=True)
        ds.button('b', key='b', disabled=True)
        """,
        put("a", "x"),
        click("b"),
        rerun(),
    ),
    case(
        "rule 4.9: code can set it",
        """
        if ds.button('b', key='b'): ss.a = 'code'
        ds.write(ds.text_input('a', 'd', key='a', disabled=True))
        """,
        click("b"),
        rerun(),
    ),
    case(
        "rule 4.9: a value keeps when the input is disabled later",
        """
        off = ds.checkbox('off', key='off')
        ds.write(ds.text_input('a', 'd', key='a', disabled=off))
        """,
        put("a", "x"),
        put("off", True),
        put("a", "y"),
        put("off", False),
    ),
    case(
        "rule 4.9: a change that comes with being disabled is discarded",
        """
        off = ds.checkbox('off', key='off')
        ds.write(ds.text_input('a', 'd', key='a', disabled=off))
        """,
        edit(off=True, a="x"),
        rerun(),
        put("off", False),
    ),
    case(
        "rule 4.9: its callback has run all the same",
        """
        off = ds.checkbox('off', key='off')
        ds.text_input('a', 'd', key='a', disabled=off, on_change=lambda: ss.update(cb=ss.a))
        """,
        edit(off=True, a="x"),
        rerun(),
    ),
    case(
        "rule 4.9: code wins in the request that disables it",
        """
        def f(): ss.a = 'code'
        off = ds.checkbox('off', key='off', on_change=f)
        ds.write(ds.text_input('a', 'd', key='a', disabled=off))
        """,
        edit(off=True, a="x"),
        rerun(),
    ),
    case(
        "rule 4.16: a callback beats what the window sent",
        """
        def f(): ss.a = ss.a.upper()
        ds.write(ds.text_input('a', key='a', on_change=f))
        """,
        put("a", "x"),
        rerun(),
        put("a", "y"),
    ),
    case(
        "rule 4.17: what code sets calls no callback",
        """
        ss.setdefault('n', 0)
        def up(): ss.n += 1
        if ds.button('b', key='b'): ss.a = 'code'
        ds.text_input('a', key='a', on_change=up)
        """,
        click("b"),
        rerun(),
        put("a", "x"),
    ),
    case(
        "rule 4.18: an input that waits is delivered with the next request",
        """
        ds.write(ds.text_input('a', key='a', on_change='ignore'))
        ds.button('b', key='b')
        """,
        submit("b", a="x"),
        rerun(),
    ),
    case(
        "rule 4.7: code sets an entry of each writable kind",
        """
        if ss.get('n'):
            ss.update(t='x', n_=4, s=5, r='b', m=['b'], c=True, g=True)
        ss.n = True
        ds.text_input('t', key='t')
        ds.number_input('n_', 0, 9, key='n_')
        ds.slider('s', 0, 9, key='s')
        ds.radio('r', ['a', 'b'], key='r')
        ds.multiselect('m', ['a', 'b'], key='m')
        ds.checkbox('c', key='c')
        ds.toggle('g', key='g')
        """,
        rerun(),
        assign("t", "y"),
        put("s", 1),
    ),
    case("rule 4.7: an input that is bound to the address", "ds.text_input('a', key='a', bind='query-params')"),
    *(
        case(
            f"rule 4.10: {kind} takes over a key that has None",
            f"""
            n = ss.n = ss.get('n', 0) + 1
            if n < 3: ds.text_input('t', None, key='a')
            else: ds.write(repr(ds.{kind}(key='a')))
            """.replace("(key=", f"({arguments}, key="),
            rerun(),
            rerun(),
            rerun(),
        )
        for kind, arguments in (
            ("text_area", "'w', 'd'"),
            ("number_input", "'w', 0, 9, 5"),
            ("selectbox", "'w', ['a', 'b']"),
            ("radio", "'w', ['a', 'b']"),
            ("checkbox", "'w', True"),
            ("slider", "'w', 0, 9, 5"),
            ("multiselect", "'w', ['a', 'b'], ['a']"),
        )
    ),
    *(
        case(
            f"rule 4.10: {call.partition('(')[0]} with a default, None when it is not drawn with it",
            f"ds.write(repr(ds.{call}))",
            assign("a", None),
            rerun(),
        )
        for call in (
            "text_input('w', 'd', key='a')",
            "text_area('w', 'd', key='a')",
            "number_input('w', 0, 9, 5, key='a')",
            "selectbox('w', ['a', 'b'], 1, key='a')",
            "radio('w', ['a', 'b'], 1, key='a')",
        )
    ),
    case(
        "rule 4.10: a value takes the form of new parameters, unless the input is disabled then",
        """
        n = ss.n = ss.get('n', 0) + 1
        ds.write(repr(ds.number_input('a', value=1 if n % 2 else 1.5, key='a', disabled=n % 2 == 0)))
        """,
        rerun(),
        rerun(),
        rerun(),
        put("a", 3.0),
        rerun(),
    ),
    case(
        "rule 4.10: an entry below an input that the window does not show counts as assigned",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n == 1: ss.a = 'x'
        if n in (2, 4, 5): ds.write(repr(ds.checkbox('a', key='a')))
        if n != 2: raise ValueError('boom')
        """,
        rerun(),
        rerun(),
        rerun(),
        rerun(),
    ),
    case(
        "rule 4.10: an entry that the input cannot have raises in each run",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n == 1: ss.a = 50
        else: ds.write(ds.slider('a', 0, 9, key='a'))
        """,
        rerun(),
        rerun(),
        rerun(),
    ),
    case(
        "rule 4.10: a value that `format_func` cannot take",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n == 2: ss.not_formatted = 5
        ds.write(ds.selectbox('a', ['x', 'y'], 1, format_func=str.upper, key='not_formatted'))
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 2.12: what is assigned is given to all inputs of the key that are not forgotten",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n == 2: ss.a = 'abc'
        ds.write(ds.text_input('a', 'd', max_chars=5 + n % 2, key='a'))
        raise ValueError('boom')
        """,
        rerun(),
        rerun(),
        rerun(),
    ),
    *(
        case(
            f"rule 4.10: a slider without a value of its own takes over a key that has {value}",
            f"""
            n = ss.n = ss.get('n', 0) + 1
            if n == 1: ss.a = {value}
            elif n == 2: ds.text('nothing')
            else: ds.write(repr(ds.slider('a', 0, 9, key='a')))
            """,
            rerun(),
            rerun(),
            rerun(),
        )
        for value in ("None", "(2, 5)", "[2]", "True", "2.5")
    ),
    case(
        "rule 4.10: a slider without a value of its own takes over the key of an empty input",
        """
        n = ss.n = ss.get('n', 0) + 1
        if n == 1: ds.text_input('t', None, key='a')
        else: ds.write(repr(ds.slider('a', 0, 9, key='a')))
        """,
        rerun(),
        rerun(),
    ),
    case(
        "rule 4.10: a choice takes over a key that has a member of an Enum, which is none of its options",
        """
        from uuid import SafeUUID
        n = ss.n = ss.get('n', 0) + 1
        if n == 1: ds.selectbox('enum', SafeUUID, 1, key='a')
        else: ds.write(ds.selectbox('text', ['x', 'y'], key='a'))
        """,
        rerun(),
    ),
)
