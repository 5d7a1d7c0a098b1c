"""A bit of everything for a window as narrow as a telephone, where lines wrap and columns stand below one another."""

import deskstate as ds

WORDS = (
    "`code` that wraps in a narrow window",
    "תווית עם `code`",
    "unbreakable" * 12,
    "ends in a space ",
    "two\nlines",
)

ds.set_page_config(page_title="Narrow", page_icon=":material/home:", initial_sidebar_state="collapsed")
ds.write("value is", 4)
ds.radio("Words", WORDS, captions=WORDS)
ds.radio("Words", WORDS, horizontal=True)
ds.multiselect("Words", WORDS, WORDS[:3])
ds.checkbox(WORDS[1], help=WORDS[0])
ds.toggle(WORDS[2])
ds.button(WORDS[2], icon=":material/home:")
ds.number_input(WORDS[0], help=WORDS[1])
ds.metric(WORDS[0], WORDS[2], WORDS[3], chart_data=[1, 3, 2], border=True)
ds.info(WORDS[2], icon=":material/home:")
ds.progress(50, WORDS[0])
for words in WORDS:
    ds.markdown(f"> {words}\n\n- {words}\n\n1. {words}")
with ds.expander(WORDS[0], expanded=True):
    left, right = ds.columns([1, 3])
    left.markdown(WORDS[2])
    right.text_area(WORDS[1], WORDS[4])
ds.tabs(WORDS)
with ds.sidebar:
    ds.radio("Beside", WORDS)
    ds.slider("Beside `it`", 0, 10, 3)
