"""Everything that takes a value, as it is and disabled, in columns, a form, tabs, rows and the sidebar."""

import deskstate as ds

OPTIONS = [
    "plain",
    "`code`",
    "two\nlines",
    "ends in a space ",
    "unbreakable" * 20,
    "**bold** :red[red] 😀",
    "words " * 30,
]


SHORT = "Plain"
LONG = "A label with `code`, **bold** and :blue-badge[badge] that wraps"


def inputs(place: str, label: str, disabled: bool = False) -> None:
    """All of them once."""
    ds.text_input(label, "text", key=place + "line", icon=":material/search:", help="help", disabled=disabled)
    ds.text_input(label, "secret", key=place + "password", type="password", max_chars=20, disabled=disabled)
    ds.text_area(label, "several\nlines\n" * 8, key=place + "text", max_chars=500, disabled=disabled)
    ds.number_input(label, value=1250.75, key=place + "number", icon="😀", disabled=disabled)
    ds.slider(label, 0.0, 10.0, (2.0, 5.0), key=place + "slider", help="help", disabled=disabled)
    ds.selectbox(label, OPTIONS, key=place + "select", disabled=disabled)
    ds.multiselect(label, OPTIONS, OPTIONS[:4], key=place + "several", disabled=disabled)
    ds.checkbox(label, True, key=place + "check", help="help", disabled=disabled)
    ds.toggle(label, key=place + "toggle", disabled=disabled)
    ds.button(label, key=place + "button", icon=":material/search:", help="help", disabled=disabled)
    ds.button(label, key=place + "first", type="primary", width="stretch", disabled=disabled)
    ds.button(label, key=place + "third", type="tertiary", disabled=disabled)
    ds.radio(label, OPTIONS, key=place + "radio", captions=OPTIONS, disabled=disabled)
    ds.radio(label, OPTIONS, key=place + "row", horizontal=True, help="help", disabled=disabled)


first, second, third = ds.columns([1, 2, 3], gap="small")
with first:
    inputs("first", SHORT)
with second:
    inputs("second", LONG, disabled=True)
with third, ds.form("form"):
    ds.text_input("In a form")
    ds.form_submit_button("Send `it`", icon=":material/search:")
with third, ds.container(horizontal=True):
    inputs("row", SHORT)
with third, ds.expander("More", expanded=True):
    ds.radio(LONG, OPTIONS, 3)
for index, tab in enumerate(third.tabs(OPTIONS)):
    tab.checkbox(LONG, key=f"tab{index}")
with ds.sidebar:
    inputs("side", LONG)
