"""Labels for a list of sentences, one page at a time; session_state keeps what was chosen on the other pages."""

import deskstate as ds

SENTENCES = [
    "The delivery came two days early.",
    "The box was open and half of it was missing.",
    "It is a chair.",
    "I would buy it again without thinking twice.",
    "Nobody answers the telephone.",
    "The colour is as in the picture.",
    "The manual is in a language that I cannot read.",
    "Everything fits.",
]
LABELS = ["good", "bad", "neutral"]
PER_PAGE = 3

labels: dict[int, str] = ds.session_state.setdefault("labels", {})
page: int = ds.session_state.setdefault("page", 0)
last = (len(SENTENCES) - 1) // PER_PAGE


def keep(number: int) -> None:
    """Remember the label of a sentence."""
    labels[number] = ds.session_state[f"label {number}"]


def turn(step: int) -> None:
    """Turn to another page; a second click that comes too soon stays within the book."""
    ds.session_state.page = min(max(ds.session_state.page + step, 0), last)


ds.title("What do they say?")
ds.progress(len(labels) / len(SENTENCES), text=f"{len(labels)} of {len(SENTENCES)} sentences have a label")
for number in range(page * PER_PAGE, min((page + 1) * PER_PAGE, len(SENTENCES))):
    with ds.container(border=True):
        ds.write(SENTENCES[number])
        chosen = LABELS.index(labels[number]) if number in labels else None
        ds.radio(
            "Label",
            LABELS,
            chosen,
            key=f"label {number}",
            horizontal=True,
            label_visibility="collapsed",
            on_change=keep,
            args=(number,),
        )
back, where, onward = ds.columns([1, 3, 1], vertical_alignment="center")
back.button("Back", on_click=turn, args=(-1,), disabled=page == 0, width="stretch")
where.caption(f"Page {page + 1} of {last + 1}", text_alignment="center")
onward.button("Next", on_click=turn, args=(1,), disabled=page == last, width="stretch")
