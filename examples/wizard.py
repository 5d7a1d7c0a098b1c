"""A form in three steps: session_state holds the answers while the boxes come and go."""

import deskstate as ds

STEPS = ["Who", "Where", "Summary"]
ds.session_state.setdefault("step", 0)
ds.session_state.setdefault("answers", {"name": "", "city": ""})
answers = ds.session_state.answers


def go(step: int, **changed: str) -> None:
    """Turn to another step and keep what was entered."""
    answers.update(changed)
    ds.session_state.step = step
    ds.rerun()


step = ds.session_state.step
ds.title("A trip in three steps")
ds.progress((step + 1) / len(STEPS), text=f"Step {step + 1} of {len(STEPS)}: **{STEPS[step]}**")

if step == 0:
    name = ds.text_input("Your name", answers["name"], placeholder="Ada Lovelace") or ""
    if ds.button("Next", type="primary", disabled=not name):
        go(1, name=name)
elif step == 1:
    city = ds.selectbox("Where to", ["Lisbon", "Oslo", "Turin"], index=None, placeholder="Choose a city")
    back, onward, _ = ds.columns([1, 1, 4])
    if back.button("Back"):
        go(0)
    if onward.button("Next", type="primary", disabled=city is None):
        go(2, city=str(city))
else:
    ds.success(f"**{answers['name']}** travels to **{answers['city']}**.", icon="🧳")
    if ds.button("Start again"):
        ds.session_state.update({"step": 0, "answers": {"name": "", "city": ""}})
        ds.rerun()
