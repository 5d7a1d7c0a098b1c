"""A form: nothing is known before it is submitted, its callback sees all of it, and then it is empty again."""

import deskstate as ds


def sign() -> None:
    """Add the entry that was just submitted."""
    if ds.session_state.who and ds.session_state.words:
        ds.session_state.guests.insert(0, (ds.session_state.who, ds.session_state.words, ds.session_state.mood))


ds.title("Guest book")
ds.session_state.setdefault("guests", [])
with ds.form("entry", clear_on_submit=True):
    who, mood = ds.columns(2)
    who.text_input("Name", key="who")
    mood.slider("Mood", 1, 5, 4, key="mood")
    ds.text_area("Words", key="words")
    ds.form_submit_button("Sign", on_click=sign, type="primary")
for name, words, stars in ds.session_state.guests:
    with ds.container(border=True):
        ds.write(words)
        ds.caption(f"{name}, {'★' * stars}")
