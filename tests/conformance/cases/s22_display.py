"""What is shown: section 22 of the rules and the text and status elements.

No Qt.
"""

from __future__ import annotations

from tests.conformance.case import Case, case
from tests.conformance.steps import click, put, rerun

_WRITTEN = (
    "'text'",
    "''",
    "5",
    "1.5",
    "True",
    "None",
    "(1, 2)",
    "()",
    "{1}",
    "frozenset({1})",
    "[1, 'a', None]",
    "[]",
    "{'a': {'b': [1, 2]}}",
    "{}",
    "b'bytes'",
    "1 + 2j",
    "range(3)",
    "'a', 'b'",
    "'a', 5, 'b'",
    "5, 6",
    "'a', [1], 'b'",
    "'# heading', 'next'",
    "'line\\nline'",
    "__import__('datetime').date(2020, 1, 2)",
    "__import__('datetime').datetime(2020, 1, 2, 3, 4)",
    "__import__('datetime').timedelta(hours=1)",
    "__import__('decimal').Decimal('1.50')",
    "__import__('fractions').Fraction(1, 3)",
    "__import__('collections').OrderedDict(a=1)",
    "__import__('collections').Counter('aab')",
    "__import__('collections').ChainMap({'a': 1})",
    "__import__('collections').UserDict(a=1)",
    "__import__('collections').UserList([1])",
    "__import__('collections').deque([1])",
    "__import__('collections').namedtuple('P', 'x y')(1, 2)",
    "__import__('types').MappingProxyType({'a': 1})",
    "__import__('pathlib').PurePosixPath('/a/b')",
    "__import__('io').StringIO('from a file')",
    "ValueError('boom')",
    "{'a': 1}.keys()",
    "{'a': 1}.values()",
    "{'a': 1}.items()",
    "map(str, [1, 2])",
    "enumerate('ab')",
    "'**bold** :red[red] :rocket:'",
    "'`code`'",
    "'with `tick`', 'x'",
    "float('nan')",
    "float('inf')",
    "10 ** 30",
    "'a' * 300",
    "['a' * 10] * 3",
    "{1: 'int key', None: 'none key'}",
    "{'t': (1, 2), 's': {3}}",
    "[float('nan')]",
    "...",
    "NotImplemented",
)

_JSON = (
    "{'a': [1, None, True]}",
    "[1, 2]",
    "'{\"a\": 1}'",
    "'[1, 2]'",
    "'not json'",
    "5",
    "'5'",
    "None",
    "True",
    "(1, 2)",
    "{1, 2}",
    "{'d': __import__('datetime').date(2020, 1, 2)}",
    "{'f': lambda: 1}",
    "{1: 'a'}",
    "{(1, 2): 'a'}",
    "float('nan')",
    "{'a': 1}, expanded=False",
    "{'a': 1}, expanded=2",
    "object()",
    "b'x'",
    "__import__('collections').OrderedDict(a=1)",
    "range(3)",
)

_METRIC = (
    "'m', 5",
    "'m', 5.5",
    "'m', None",
    "'m', 'text'",
    "'m', 5, 1",
    "'m', 5, -1",
    "'m', 5, 0",
    "'m', 5, 1.5",
    "'m', 5, '+3 %'",
    "'m', 5, '-3 %'",
    "'m', 5, ' - 3'",
    "'m', 5, '0%'",
    "'m', 5, '-0.0%'",
    "'m', 5, '\\u22125'",
    "'m', 5, ''",
    "'m', 5, None",
    "'m', 5, 1, delta_color='inverse'",
    "'m', 5, -1, delta_color='inverse'",
    "'m', 5, 1, delta_color='off'",
    "'m', 5, 1, delta_color='red'",
    "'m', 5, 1, delta_color='nonsense'",
    "'m', 5, 1, delta_arrow='down'",
    "'m', 5, 1, delta_arrow='off'",
    "'m', 5, 1, delta_arrow='sideways'",
    "'m', 5, help='h', border=True",
    "'m', 5, label_visibility='hidden'",
    "'m', 5, label_visibility='none'",
    "'m', [1]",
    "'m', {}",
    "'m', True",
    "'m', 5, [1]",
    "5, 5",
    "'m', __import__('decimal').Decimal('1.50')",
    "'m', __import__('numpy').float64(1.5), __import__('numpy').int64(-2)",
    "'m', 1234.5, format='compact'",
    "'m', 1234.5, format='%d'",
    "'m', 5, chart_data=[1, 2, 3]",
    "'m', 5, chart_data=[1, 2, 3], chart_type='area'",
    "'m', 5, chart_data=[1, 2, 3], chart_type='pie'",
    "'m', 5, 1, delta_description='since May'",
    "'m', 5, height=-1",
    "'m', 5, icon='🚀'",
)

_TEXT = (
    "ds.title('T')",
    "ds.title('T', 'anchor')",
    "ds.title('T', False)",
    "ds.title('T', anchor=True)",
    "ds.title('T', help='h', icon='🚀')",
    "ds.title(5)",
    "ds.title(None)",
    "ds.title('  indented\\n  more')",
    "ds.title('T', text_alignment='center')",
    "ds.title('T', text_alignment='middle')",
    "ds.title('T', icon='nonsense')",
    "ds.header('H', divider=True)",
    "ds.header('H', divider='red')",
    "ds.header('H', divider='rainbow')",
    "ds.header('H', divider='pink')",
    "ds.subheader('S', anchor='s', help='h', divider='gray')",
    "ds.caption('C')",
    "ds.caption('C', help='h')",
    "ds.caption('C', unsafe_allow_html=True)",
    "ds.markdown('M')",
    "ds.markdown('M', help='h')",
    "ds.markdown('<b>M</b>', unsafe_allow_html=True)",
    "ds.markdown('''\\n    indented\\n      more\\n    end\\n''')",
    "ds.markdown(5)",
    "ds.markdown(None)",
    "ds.markdown('M', width='content')",
    "ds.markdown('M', width='wide')",
    "ds.text('T')",
    "ds.text('a\\nb  c')",
    "ds.text('  indented')",
    "ds.text(5)",
    "ds.text(None)",
    "ds.text('T', help='h')",
    "ds.text('T', width=5)",
    "ds.text('T', width=-5)",
    "ds.code('x = 1')",
    "ds.code('x = 1', 'sql')",
    "ds.code('x = 1', None)",
    "ds.code('x = 1', language='javascript', line_numbers=True)",
    "ds.code('x = 1', wrap_lines=True)",
    "ds.code('\\n    x = 1\\n')",
    "ds.code(5)",
    "ds.code('')",
    "ds.code('x', height=100)",
    "ds.code('x', height='tall')",
    "ds.divider()",
    "ds.divider(width=100)",
    "ds.divider(width='content')",
    "ds.success('ok')",
    "ds.info('ok', icon='🚀')",
    "ds.warning('ok', icon=':material/home:')",
    "ds.error('ok', title='T')",
    "ds.info('ok', icon='nonsense')",
    "ds.info('ok', icon='')",
    "ds.info(5)",
    "ds.info('  indented\\n  more')",
    "ds.info('x', width=100)",
    "ds.info('x', width='content')",
    "ds.toast('t')",
    "ds.toast('t', icon='🚀')",
    "ds.toast('')",
    "ds.toast('t', duration='long')",
    "ds.toast('t', duration=5)",
    "ds.toast('t', duration='infinite')",
    "ds.toast('t', duration='forever')",
    "ds.toast('t', duration=-1)",
    "ds.toast('t', icon='nonsense')",
    "ds.set_page_config(page_title='T', page_icon='🚀', layout='wide')",
    "ds.set_page_config(layout='huge')",
    "ds.set_page_config(initial_sidebar_state='collapsed')",
    "ds.set_page_config(initial_sidebar_state='ajar')",
    "ds.set_page_config(initial_sidebar_state=300)",
    "ds.set_page_config(menu_items={'About': 'x'})",
    "ds.set_page_config(menu_items={'Nonsense': 'x'})",
    "ds.set_page_config(menu_items={'Get help': 'not a link'})",
)


def _shown() -> list[Case]:
    return [
        *(case(f"rule 22.1: write({words})", f"ds.write({words})") for words in _WRITTEN),
        *(case(f"rule 22.1: json({words})", f"ds.json({words})") for words in _JSON),
        *(case(f"rule 22.2: metric({words})", f"ds.metric({words})") for words in _METRIC),
        *(case(f"rule 22.3: {words.removeprefix('ds.')}", f"{words}\nds.text('below')") for words in _TEXT),
    ]


CASES = (
    *_shown(),
    case("rule 22.1: write returns None", "ds.text(repr(ds.write('x')))"),
    case(
        "rule 22.1: write without arguments",
        """
        ds.write()
        ds.text('below')
        """,
    ),
    case("rule 22.1: write with an unknown word", "ds.write('x', colour='red')"),
    case("rule 22.1: write with unsafe_allow_html", "ds.write('<b>x</b>', unsafe_allow_html=True)"),
    case(
        "rule 22.1: write into a container",
        """
        ds.container().write('a', [1], 'b')
        ds.sidebar.write('c')
        """,
    ),
    case(
        "rule 22.1: write of an object of one's own",
        """
        class A:
            def __str__(self): return 'shown'
        ds.write(A())
        """,
    ),
    case(
        "rule 22.1: write of an object whose text has lines",
        """
        class A:
            def __str__(self): return 'one\\ntwo'
        ds.write(A())
        """,
    ),
    case(
        "rule 22.1: write of an Enum member",
        """
        from enum import Enum
        class Colour(Enum): RED = 1
        ds.write(Colour.RED)
        """,
    ),
    case("rule 22.1: write of a generator", "ds.write(f'{i} ' for i in range(3))"),
    case(
        "rule 22.1: write of a generator function",
        """
        def words():
            yield 'a '
            yield 'b'
        ds.write(words)
        """,
    ),
    case(
        "rule 22.4: a body is dedented",
        """
        ds.markdown('''
            # Title

            text
            ''')
        ds.caption('''
            small
            ''')
        """,
    ),
    case(
        "rule 22.4: a body that is an object",
        """
        class A:
            def __str__(self): return 'shown'
        ds.markdown(A())
        ds.text(A())
        ds.title(A())
        """,
    ),
    case(
        "rule 22.6: set_page_config twice and late",
        """
        ds.text('a')
        ds.set_page_config(page_title='A')
        ds.set_page_config(layout='wide')
        ds.text('b')
        """,
    ),
    case(
        "rule 22.7: a toast is there in the run that made it",
        "if ds.button('b', key='b'): ds.toast('clicked')",
        click("b"),
        rerun(),
    ),
    case(
        "rule 22.7: two toasts, and one from a callback",
        """
        ds.toast('a')
        ds.toast('a')
        ds.button('b', key='b', on_click=ds.toast, args=('c',))
        """,
        click("b"),
    ),
    case(
        "rule 22.7: a toast rewritten by its handle",
        """
        t = ds.toast('a')
        t.toast('b')
        """,
    ),
    case(
        "rule 16.10: a spinner leaves nothing behind",
        """
        with ds.spinner('wait'): ds.text('in')
        ds.text('below')
        """,
    ),
    case(
        "rule 16.10: nested spinners, and one in a container",
        """
        with ds.spinner():
            with ds.spinner('inner', show_time=True): ds.text('in')
        with ds.sidebar:
            with ds.spinner(): ds.text('side')
        """,
    ),
    case("rule 16.10: a spinner around an error", "with ds.spinner('wait'): raise ValueError('boom')"),
    case(
        "rule 16.10: a spinner around rerun and stop",
        """
        with ds.spinner('wait'):
            if ss.setdefault('n', 0) == 0:
                ss.n = 1
                ds.rerun()
            ds.stop()
        """,
    ),
    case(
        "rule 22.3: headers cycle through the colours of their lines",
        """
        ds.header('1', divider=True)
        ds.subheader('2', divider=True)
        ds.header('3', divider=True)
        """,
    ),
    case(
        "rule 22.3: help on a widget and on a text",
        """
        ds.text_input('a', help='  indented\\n  help')
        ds.text('t', help='h')
        """,
    ),
    case("rule 22.3: elements return a handle", "ds.text(type(ds.text('a')) is type(ds.container()))"),
    case(
        "rule 22.3: all on a container",
        """
        c = ds.container()
        c.title('t')
        c.header('h')
        c.subheader('s')
        c.caption('c')
        c.markdown('m')
        c.text('x')
        c.code('y')
        c.divider()
        c.json({})
        c.metric('m', 1)
        c.success('s')
        c.info('i')
        c.warning('w')
        c.error('e')
        c.progress(5)
        c.write('w')
        c.toast('z')
        """,
    ),
    case(
        "rule 22.3: all inputs on a container",
        """
        c = ds.container()
        ds.write(c.button('b'), c.checkbox('c'), c.toggle('t'), c.text_input('i'), c.text_area('a'))
        ds.write(c.number_input('n'), c.slider('s'), c.selectbox('x', [1]), c.radio('r', [1]), c.multiselect('m', [1]))
        """,
        put("checkbox:0", True),
    ),
    case(
        "rule 22.7: a toast of a run that ends in a rerun",
        """
        ss.n = ss.get('n', 0) + 1
        if ss.n == 1:
            ds.toast('first')
            ds.rerun()
        ds.text('end')
        """,
        rerun(),
    ),
    case(
        "rule 22.7: toasts of two runs of one request",
        """
        ss.n = ss.get('n', 0) + 1
        ds.toast(f'a {ss.n}')
        if ss.n == 1:
            ds.toast('b')
            ds.rerun()
        """,
        rerun(),
    ),
)
