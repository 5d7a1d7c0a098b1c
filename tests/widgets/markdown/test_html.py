"""Markdown to the HTML of Qt's text documents.

No Qt.
"""

from __future__ import annotations

import re
import string
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deskstate_widgets.code._editor import by_line
from deskstate_widgets.look.symbols import INTERFACE, symbol
from deskstate_widgets.look.tokens import DARK, LIGHT, STRONG_WEIGHT
from deskstate_widgets.markdown._inline import InlineWriter
from deskstate_widgets.markdown._quick import QuickToken, quick_tokens
from deskstate_widgets.markdown._syntax import parser
from deskstate_widgets.markdown.emoji import shortcode
from deskstate_widgets.markdown.highlight import spans
from deskstate_widgets.markdown.html import clean, is_plain, plain_text, to_html
from deskstate_widgets.markdown.links import is_safe, picture
from deskstate_widgets.markdown.marks import Marker, ParagraphMark
from deskstate_widgets.markdown.text_style import TextStyle
from deskstate_widgets.text._clusters import clusters

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from markdown_it.token import Token

STYLE = TextStyle(mono="Mono", painted=True, clusters=clusters)
LINE = "line-height:23px;-qt-line-height-type:fixed;"
ROOM = '<span style="letter-spacing:4px;">'
RED = LIGHT.hues["red"].text


def inline(source: str, style: TextStyle = STYLE) -> str:
    """The HTML of a label without its paragraph."""
    written = to_html(source, style, inline=True)
    match = re.fullmatch(r'<p style="[^"]*">(.*)</p>', written, re.DOTALL)
    assert match, written
    return match[1]


def blocks(source: str) -> str:
    """The HTML of a document."""
    return to_html(source, STYLE)


def test_a_paragraph_has_lines_of_one_height() -> None:
    assert blocks("one *two*") == f'<p style="margin:0;{LINE}">one <span style="font-style:italic;">two</span></p>'


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("**a** b", f'<span style="font-weight:{STRONG_WEIGHT};">a</span> b'),
        ("~~a~~", '<span style="text-decoration:line-through;">a</span>'),
        ("~a~", '<span style="text-decoration:line-through;">a</span>'),
        ("~~a~ b~~", '<span style="text-decoration:line-through;">a~ b</span>'),
        ("~a ~~b~~~", "~a ~~b~~~"),
        ("~~~a~~~", "~~~a~~~"),
        ("2 ~ 3 ~ 4, ~5", "2 ~ 3 ~ 4, ~5"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("<b>a</b>", "&lt;b&gt;a&lt;/b&gt;"),
        ("# not a heading", "# not a heading"),
        ("1. not a list", "1. not a list"),
        ("> no quote", "&gt; no quote"),
        ("one\ntwo", "one two"),
        (":heart:", "❤️"),
        (":+1: and :nosuchemoji:", "👍 and :nosuchemoji:"),
        (":red[a]", f'<span style="color:{RED};">a</span>'),
        (":grey[a]", f'<span style="color:{LIGHT.hues["gray"].text};">a</span>'),
        (":primary[a]", f'<span style="color:{LIGHT.primary_text};">a</span>'),
        (":small[a]", '<span style="font-size:13px;">a</span>'),
        (":shimmer[a]", f'<span style="color:{LIGHT.muted};">a</span>'),
        (":pink[a]", ":pink[a]"),
        (":red[a", ":red[a"),
        ("a <- b -> c <-> d -- e", "a ← b → c ↔ d — e"),
        ("a >= b <= c ~= d", "a ≥ b ≤ c ≈ d"),
        ("a->b and --flag", "a-&gt;b and --flag"),
        ("![a cat](cat.png)", "a cat"),
        ("costs $5 and $6", "costs $5 and $6"),
    ],
)
def test_inline_markup(source: str, html: str) -> None:
    assert inline(source) == html


def test_directives_nest() -> None:
    bold = f'<span style="font-weight:{STRONG_WEIGHT};">b</span>'
    green = LIGHT.hues["green"].text
    assert inline(":red[a **b** :green[c]]") == (
        f'<span style="color:{RED};">a {bold} <span style="color:{green};">c</span></span>'
    )


def test_a_box_gets_room_by_spacing_letters_and_no_extra_characters() -> None:
    assert inline("with `ab` end") == (
        f"with{ROOM} </span>"
        '<span style="font-family:Mono;font-size:13px;font-weight:400;background-color:rgba(1,2,4,0);">'
        f"a{ROOM}b</span></span> end"
    )


def test_a_paragraph_that_begins_with_a_box_is_indented_by_its_padding() -> None:
    assert "text-indent:4px" in to_html("`a` b", STYLE)
    assert "text-indent" not in to_html("a `b`", STYLE)


def test_a_badge_is_small_and_coloured_on_its_tint() -> None:
    hue = LIGHT.hues["green"]
    assert f"color:{hue.text};font-size:13px;background-color:rgba(232,246,238,0);" in inline(":green-badge[ok]")
    assert "color:" not in inline(":green-background[ok]").replace("background-color:", "")


def test_colours_follow_the_theme() -> None:
    assert DARK.hues["red"].text in to_html(":red[a]", TextStyle(DARK), inline=True)


@pytest.mark.parametrize(
    ("attributes", "css"),
    [
        ('foreground="#f00"', "color:#ff0000;"),
        ("foreground='red'", f"color:{RED};"),
        ('background="#00ff0080"', "background-color:rgba(0,255,0,0);"),
        ('foreground="rgb(1, 2, 300)"', "color:#0102ff;"),
        ('foreground="url(x)"', ""),
    ],
)
def test_free_colours(attributes: str, css: str) -> None:
    assert inline(f":color[a]{{{attributes}}}").startswith(f'<span style="{css}">')


@pytest.mark.parametrize(
    "pieces",
    [
        ["4\ufe0f\u20e3", " ", "k"],
        ["\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7", "f"],
        ["\U0001f469\u200d\U0001f680", "\U0001f44d\U0001f3fd", "j"],
        ["\U0001f469\u200d\U0001f680", "\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7", "j"],
        ["\U0001f600", "\U0001f1e9\U0001f1ea"],
        ["\U0001f469\u200d\U0001f680", "न्दी", "\U0001f600"],
        ["\U0001f44d\U0001f3fd", "กำ", "\U0001f469\u200d\U0001f680"],
        ["e\u0301", "a"],
        ["हि", "न्दी"],
        ["ש", "ל", " ", "مرحبا", " ", "عالم"],
        ["f", "f", "i"],
    ],
)
def test_a_rainbow_keeps_letters_whole(pieces: list[str]) -> None:
    written = inline(f":rainbow[{''.join(pieces)}]")
    assert re.findall(r'color:#\w+;">([^<]+)<', written) == pieces
    colors = re.findall(r"color:(#\w+)", written)
    assert (colors[0], colors[-1]) == (RED, LIGHT.hues["violet"].text)


@pytest.mark.parametrize("letter", ["\U0001f1e9\U0001f1ea", "\U0001f469\u200d\U0001f680", "न्दी", "e\u0301", "é"])
def test_room_before_a_box_keeps_the_letter_whole(letter: str) -> None:
    assert f"a{ROOM}{letter}</span>" in inline(f"a{letter}`x`")
    assert f"\U0001f600{ROOM}{letter}</span>" in inline(f"\U0001f600{letter}`x`")


def test_a_rainbow_goes_from_red_to_violet() -> None:
    colors = re.findall(r"color:(#\w+)", inline(":rainbow[abc] x"))
    assert (colors[0], colors[-1], len(colors)) == (RED, LIGHT.hues["violet"].text, 3)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "vbscript:x",
        "file:///etc/passwd",
        "data:text/html,x",
        "page",
        "/page",
        "//host/x",
        "",
    ],
)
def test_unsafe_links_are_only_their_text(address: str) -> None:
    assert not is_safe(address)
    assert inline(f"[text](<{address}>)") == "text"


@pytest.mark.parametrize("address", ["https://example.org/a?b=1&c=2", "mailto:a@b.org", "tel:+123", "#part"])
def test_safe_links(address: str) -> None:
    escaped = address.replace("&", "&amp;")
    link = f'<a href="{escaped}" style="color:{LIGHT.link};text-decoration:underline;">text</a>'
    assert inline(f"[text]({address})") == link


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("see https://example.org/a_(b).", "https://example.org/a_(b)"),
        ("(https://example.org)", "https://example.org"),
        ("www.example.org!", "https://www.example.org"),
        ("me@example.org", "mailto:me@example.org"),
    ],
)
def test_bare_addresses_become_links(source: str, address: str) -> None:
    assert re.findall(r'href="([^"]*)"', inline(source)) == [address]


def test_icons_are_letters_of_the_icon_font() -> None:
    expected = (
        f"<span style=\"font-family:'deskstate Symbols';font-size:18px;font-weight:400;\">{symbol('home')}</span>"
    )
    assert inline(":material/home:") == expected
    assert inline(":material/no_such_icon:") == ":material/no_such_icon:"


def test_every_interface_glyph_is_in_the_table() -> None:
    assert INTERFACE["chevron_down"] == symbol("expand_more")
    assert INTERFACE["copy"] == symbol("content_copy")
    assert all(len(letter) == 1 for letter in INTERFACE.values())


def test_maths_is_shown_as_its_source() -> None:
    style = "font-family:Mono;font-size:13px;font-style:italic;"
    assert inline("$a_b*c*$") == f'<span style="{style}">a_b*c*</span>'
    assert f'<p align="center" style="margin:0px 0px 0px 0px;{LINE}"><span style="{style}">x</span></p>' == blocks(
        "$$\nx\n$$"
    )


def test_lists_are_paragraphs_with_marks() -> None:
    states = re.findall(r"-qt-user-state:(\d+);", blocks("- a\n- [x] b\n- [ ] c\n  1. d\n  2. e"))
    marks = [ParagraphMark.of_state(int(state)) for state in states]
    assert [(mark.marker, mark.number, mark.lists) for mark in marks] == [
        (Marker.BULLET, 0, 1),
        (Marker.DONE_TASK, 0, 1),
        (Marker.OPEN_TASK, 0, 1),
        (Marker.NUMBER, 1, 2),
        (Marker.NUMBER, 2, 2),
    ]


def test_items_of_a_tight_list_stand_closer_than_those_of_a_loose_one() -> None:
    tops = [re.findall(r"margin:(\d+)px", blocks(source)) for source in ("- a\n- b", "- a\n\n- b")]
    assert tops == [["0", "3"], ["0", "14"]]


def test_a_quotation_in_a_list_knows_where_its_bar_is() -> None:
    state = re.findall(r"-qt-user-state:(\d+);", blocks("- a\n  > b"))[1]
    mark = ParagraphMark.of_state(int(state))
    assert (mark.quotes, mark.quote_lists) == (1, 1)


def test_where_nobody_paints_markers_are_letters_and_boxes_are_square() -> None:
    written = to_html("1. a\n   - `b`", TextStyle(mono="Mono"))
    assert "1.\u00a0\u00a0a" in written
    assert "•\u00a0\u00a0" in written
    assert f"background-color:{LIGHT.sunken};" in written


def test_code_is_coloured_and_keeps_its_lines() -> None:
    written = blocks("```python\nif x:\n    y\n```")
    assert f'<span style="color:{LIGHT.hues["violet"].text};">if</span> x:<br>    y</p>' in written
    assert "white-space:pre-wrap" in written


def test_tables_align_their_columns() -> None:
    written = blocks("| a | b |\n|---|--:|\n| 1 | **2** |")
    assert re.findall(r'<p align="(\w+)"', written) == ["left", "right", "left", "right"]
    assert written.count("<tr>") == 2


def table(columns: int, rows: int) -> str:
    return f"|{'h|' * columns}\n|{'-|' * columns}\n" + f"|{'c|' * columns}\n" * rows


@pytest.mark.parametrize(
    ("columns", "rows", "shown", "said"),
    [
        (20, 199, (200, 20), ""),
        (20, 200, (200, 20), "Only 199 of 200 rows are shown."),
        (20, 3000, (200, 20), "Only 199 of 3,000 rows are shown."),
        (3000, 3, (4, 200), "Only 200 of 3,000 columns are shown."),
        (3000, 20, (20, 200), "Only 19 of 20 rows and 200 of 3,000 columns are shown."),
    ],
)
def test_a_huge_table_is_cut_and_says_so(columns: int, rows: int, shown: tuple[int, int], said: str) -> None:
    written = blocks(f"before\n\n> {table(columns, rows)}\n\nafter".replace("\n|", "\n> |"))
    assert (written.count("<tr>"), written.count("<td ")) == (shown[0], shown[0] * shown[1])
    order = re.findall(r"before|<table|Only [^<]+|after", written)
    assert order == ["before", "<table", said, "after"] if said else ["before", "<table", "after"]


def test_of_very_many_tables_the_first_are_shown() -> None:
    written = blocks("\n\n".join([table(20, 100)] * 4) + "\n\nafter")
    assert re.findall(r"<table|Only [^<]+|Further [^<]+|after", written) == [
        "<table",
        "<table",
        "Only 98 of 100 rows are shown.",
        "Further tables are not shown.",
        "after",
    ]


def test_headings_grow_tighter_with_size() -> None:
    assert f"font-size:34px;font-weight:{STRONG_WEIGHT};letter-spacing:-0.68px;" in blocks("# a")
    assert f"font-size:15px;font-weight:{STRONG_WEIGHT};letter-spacing:0.00px;" in blocks("##### a")


def test_footnotes_stand_below_the_text_in_the_order_in_which_it_refers_to_them() -> None:
    written = blocks("a[^x] b[^1] c[^x] [^none]\n\n[^1]: *one*\n    more\n[^2]: unused\n[^x]: two\n\nend")
    words = re.sub(r"<[^>]+>", "|", written)
    assert re.findall(r"[^|\u200b]+", words) == [
        "a",
        "1",
        " b",
        "2",
        " c",
        "1",
        " [^none]",
        "end",
        "two",
        "one",
        " more",
    ]
    assert re.findall(r"vertical-align:super;", written) == ["vertical-align:super;"] * 3


def test_html_passes_only_when_allowed_and_never_runs_or_loads() -> None:
    source = 'a <b>b</b> <img src="https://x.org/p.png" alt="pic">\n\n<script>alert(1)</script>\n\n<style>p{}</style>'
    written = to_html(source, STYLE, allow_html=True)
    assert "<b>b</b> pic" in written
    assert not re.search("script|<style|<img", written)
    assert "&lt;b&gt;" in to_html(source, STYLE)


def test_local_pictures_are_shown_and_remote_ones_described(tmp_path: Path) -> None:
    file = tmp_path / "a b.png"
    file.write_bytes(b"x")
    assert f'src="{file.as_uri()}"' in blocks(f"![alt](<{file}>)")
    assert picture("data:image/png;base64,AA==") == "data:image/png;base64,AA=="
    for source in ("https://x.org/a.png", "//host/a.png", r"\\host\a.png", "data:text/html,x", "missing.png", "\0"):
        assert picture(source) is None


def test_a_dedented_body_is_no_code_block() -> None:
    assert blocks("\n    # a\n    b\n") == blocks("# a\nb")


@pytest.mark.parametrize("piece", [":", "&amp;"])
def test_a_text_of_signs_only_is_written_at_once(piece: str) -> None:
    begin = time.monotonic()
    assert len(to_html(piece * 40_000, STYLE)) > 40_000
    assert time.monotonic() - begin < 5


@pytest.mark.parametrize(
    "text",
    [
        "Name",
        "Total (EUR)",
        "a_b c",
        "AT&T",
        "cost $5",
        r"C:\temp",
        "Time: now",
        "x < y",
        "50 %",
        "~50",
        "naïve café",
        "3 - 2",
    ],
)
def test_plain(text: str) -> None:
    assert is_plain(text)
    assert plain_text(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "**a**",
        "`a`",
        "a_ b",
        "~a~",
        "[a](b)",
        ":smile:",
        ":red[a]",
        "a -> b",
        "a\nb",
        " a",
        "a  b",
        "✅",
        "www.x.org",
        "a\0",
        "\ud800",
    ],
)
def test_not_plain(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize("text", ["# a", "- a", "1. a", "> a", "---"])
def test_plain_as_a_label_but_not_as_a_document(text: str) -> None:
    assert not is_plain(text, block=True)


def test_plain_text_is_what_a_reader_sees() -> None:
    assert plain_text("**a** `b` [c](https://x.org) :red[d] :smile: :material/home:") == "a b c d 😄"
    assert plain_text("# a\n\n- b\n- c", inline=False) == "a\nb\nc"


def test_shortcodes_have_no_doubtful_entries() -> None:
    assert shortcode("tada") == "🎉"
    assert shortcode("no such") is None


def test_what_stands_for_no_character_is_shown_as_such() -> None:
    assert clean("a\0b\ud800c\r\nd\ufdd0\ufffc") == "a\ufffdb\ufffdc\nd\ufffd\ufffd"


@given(st.integers(0, 4), st.integers(0, 0xFFFF), st.integers(0, 7), st.booleans(), st.booleans(), st.integers(0, 7))
def test_marks_survive_the_journey(marker: int, number: int, lists: int, code: bool, rule: bool, quotes: int) -> None:
    mark = ParagraphMark(Marker(marker), number, lists, code, rule, quotes, min(lists, quotes))
    if mark.state() >= 0:
        assert ParagraphMark.of_state(mark.state()) == mark


PIECES = (
    "[^1] [^1]: ** * _ ` ~ ~~ [ ] ( ) < > ! :red[ :x-badge[ :smile: $ $$ | --- ``` \\ &amp; a :// www. @ { } :color[ "
    ":material/home: foreground='red' \0 \ud800 \u2029 \ufdd0 é 😀 <b>"
)
MARKUP = st.lists(
    st.sampled_from([*PIECES.split(" "), "\n", "\n\n", "- ", "1. ", "> ", "# ", "    "]), max_size=24
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), MARKUP), st.booleans(), st.booleans())
@example(":red[" * 300, True, False)
@example("> " * 300 + "a", False, False)
@example("[" * 3000, False, False)
@example("a*" * 2000, False, False)
@example("http://x" + ")" * 50_000, False, False)
def test_no_text_is_too_strange(source: str, as_label: bool, allow_html: bool) -> None:
    written = to_html(source, STYLE, inline=as_label, allow_html=allow_html)
    assert not re.search("[\0\ud800-\udfff\ufdd0\ufffc]", written)
    plain_text(source, inline=as_label)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab *`.,:()-#>+1=|!?_", max_size=30).map(str.strip), st.booleans())
def test_the_quick_way_reads_a_line_as_the_parser_does(line: str, as_label: bool) -> None:
    quick = quick_tokens(line, inline=as_label)
    if quick is None:
        return
    tokens = parser(allow_html=False).parseInline(line) if as_label else parser(allow_html=False).parse(line)
    children = [child for token in tokens for child in token.children or []]
    assert all(token.type in ("paragraph_open", "inline", "paragraph_close") for token in tokens)
    assert _written(quick) == _written(children)


@settings(deadline=None)
@given(
    st.text(alphabet=string.printable + "é😀", max_size=60),
    st.sampled_from(["python", "sql", "html", "diff", "console"]),
)
def test_coloured_spans_cover_the_same_text_line_by_line(code: str, language: str) -> None:
    code = clean(code)
    found = spans(code, language)
    whole = [code[span.start : span.start + span.length].replace("\n", "") for span in found]
    lines = code.split("\n")
    cut = "".join(
        line.encode("utf-16-le")[start * 2 : (start + length) * 2].decode("utf-16-le")
        for line, pieces in zip(lines, by_line(code, found), strict=True)
        for start, length, _ in pieces
    )
    assert cut == "".join(whole)


def _written(tokens: Sequence[Token | QuickToken]) -> str:
    writer = InlineWriter(STYLE)
    writer.write(tokens)
    return writer.result()
