"""Everything that is read: all elements without a value, Markdown of all kinds, in columns and in the sidebar."""

import deskstate as ds

MARKDOWN = """
# First `code` heading
Paragraph with **bold**, *italic*, ~~struck~~, `code`, [a link](https://example.org), :red[red],
:blue-background[ground], :green-badge[:material/check: badge], :rainbow[all colours], :material/home: and 😀,
$E = mc^2$ and a-very-long-word-0123456789.

###### Sixth heading

> A quotation
> > in a quotation, with `code`

- a list
  - in a list
- [x] done
- [ ] to do

1. one
2. two

---

```python
def f(x: int) -> int:
    return x + 1
```

| left | right |
|:-----|------:|
| `a`  | 1     |
| :red-badge[b] | 22 |

    indented code

$$\\sum_i x_i$$
"""
SHORT = (
    "value is `4`",
    "> quoted",
    "- item",
    "1. item",
    "**b** :red[r] :blue-badge[b]",
    "plain",
    "שלום `code`",
    "日本語 **太字**",
)


def markdown() -> None:
    """Markdown in all its forms."""
    ds.markdown(MARKDOWN)
    ds.write("value is", 4, {"a": [1, 2, {"b": None}]}, "and", 4.5)
    ds.code("import math\nprint(math.pi)", line_numbers=True)
    ds.code("wrapped " * 40, wrap_lines=True)


def lines() -> None:
    """Short texts, with what may stand beside them."""
    ds.title("Title with `code` and :material/home:", help="*help*")
    ds.header("Header", divider="rainbow", help="help")
    ds.subheader("Subheader :red[red]", divider=True, icon=":material/home:")
    for text in SHORT:
        ds.markdown(text)
        ds.markdown(text, help="help", width="content")
        ds.caption(text, text_alignment="right")
        ds.text(text, help="help")
    ds.markdown("on one line " * 30, wrap=False)


def boxes() -> None:
    """All others."""
    ds.metric("Revenue `Q1`", "1,234.50 €", "-8 %", chart_data=[1, 5, 2, 8], border=True, help="help")
    ds.metric("Area", 12, 3, chart_data=[3, 1, 2], chart_type="area")
    ds.metric("Bars", 12, 3, chart_data=[3, -1, 2], chart_type="bar", height="stretch")
    ds.success("Done, see `log`", icon=":material/check:")
    ds.info("- a list\n- in an alert")
    ds.warning("> quoted\n\n```\ncode\n```", icon="⚠️")
    ds.error("An error with a_very_long_word_" + "0123456789" * 12)
    ds.exception(ValueError("wrong `value`"))
    ds.progress(0.4, "Progress with `code`")
    ds.divider()
    with ds.expander("Open `code`", expanded=True, icon=":material/home:"):
        ds.markdown(SHORT[0])
    for tab in ds.tabs(["One", "`Two`", ":material/home: Three"]):
        tab.markdown(SHORT[1])
    with ds.container(height=160):
        ds.markdown(MARKDOWN)
    with ds.container(horizontal=True, horizontal_alignment="distribute", border=True):
        for text in SHORT:
            ds.markdown(text)


for column, show in zip(ds.columns([2, 1, 2], border=True), (markdown, lines, boxes), strict=True):
    with column:
        show()
lines()
with ds.sidebar:
    boxes()
    markdown()
