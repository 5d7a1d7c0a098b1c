"""What a script no longer shows leaves the window while a run, or a chain of runs, goes on."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]


def texts(window: AppWindow) -> list[str]:
    """All that the texts of the window say, in order."""
    return [str(getattr(live.properties, "body", "")) for live in window.lives() if live.properties.kind == "text"]


LOOP = """
import time
import deskstate as ds

place = ds.empty()
for n in range(400):
    FILL
    time.sleep(0.05)
"""
FILLINGS = {
    "with": """
    with place.container():
        ds.text(f"round {n}")
        with ds.container():
            ds.text(f"inner {n}")
            if n == 0:
                ds.text("first inside")
        if n == 0:
            ds.text("first")
""",
    "by name": """
    box = place.container()
    box.text(f"round {n}")
    inside = box.container()
    inside.text(f"inner {n}")
    if n == 0:
        inside.text("first inside")
        box.text("first")
""",
    "cleared before": """
    place.empty()
    with place.container():
        ds.text(f"round {n}")
        left, right = ds.columns(2)
        left.text(f"inner {n}")
        if n == 0:
            right.text("first inside")
            ds.text("first")
""",
    "while it is filled": """
    with place.container():
        ds.text(f"round {n}")
        with ds.container():
            ds.text(f"inner {n}")
            if n == 0:
                ds.text("first inside")
        time.sleep(0.05 if n else 0)
        if n == 0:
            ds.text("first")
""",
}


@pytest.mark.parametrize("filling", FILLINGS)
def test_a_container_in_the_place_of_another_one_shows_nothing_of_it_while_the_run_goes_on(
    app_window: Open, filling: str
) -> None:
    """rule 11.5"""
    window = app_window(LOOP.replace("    FILL\n", FILLINGS[filling]), wait=False)
    window.wait_for(lambda: "first" in texts(window))

    def number() -> int:
        return int(texts(window)[0].removeprefix("round "))

    window.wait_for(lambda: number() >= 2)
    wrong: list[list[str]] = []

    def look() -> bool:
        shown = texts(window)
        if "first" in shown or "first inside" in shown:
            wrong.append(shown)
        return number() >= 8

    window.wait_for(look)
    if filling == "while it is filled":
        wrong = [shown for shown in wrong if "first inside" in shown]
    assert wrong == []


def test_what_is_not_filled_yet_stays_until_its_block_is_over(app_window: Open) -> None:
    """rule 11.8: a picture that is built slowly does not flicker."""
    window = app_window(
        """
        import time
        import deskstate as ds

        place = ds.empty()
        for n in range(400):
            with place.container():
                ds.text(f"round {n}")
                left, right = ds.columns(2)
                left.text(f"left {n}")
                time.sleep(0.1)
                right.text(f"right {n}")
            time.sleep(0.1)
        """,
        wait=False,
    )
    window.wait_for(lambda: "right 0" in texts(window))
    counts: set[int] = set()

    def look() -> bool:
        counts.add(len(texts(window)))
        return "round 5" in texts(window)

    window.wait_for(look)
    assert counts == {3}


POLLING = """
import time
import deskstate as ds

names = ds.session_state.setdefault("names", ["a", "b", "c"])
for name in names:
    with ds.container():
        ds.text(f"row {name}")
        if ds.button(f"Remove {name}", key=name):
            names.remove(name)
            ds.rerun()
END
"""


@pytest.mark.parametrize(
    "end",
    [
        "time.sleep(0.1)\nds.rerun()",
        "ds.rerun()",
        "place = ds.empty()\nwhile True:\n    place.text(f'{time.monotonic()}')\n    time.sleep(0.02)",
    ],
    ids=["polling", "at once", "for ever"],
)
@pytest.mark.parametrize("gone", ["a", "b", "c"])
def test_a_row_that_was_removed_leaves_and_no_other_is_there_twice(app_window: Open, end: str, gone: str) -> None:
    """rule 11.8"""
    window = app_window(POLLING.replace("END", end), wait=False)
    window.wait_for(lambda: len([live for live in window.lives() if live.key in ("a", "b", "c")]) == 3)
    window.find(key=gone).click()
    left = [f"row {name}" for name in "abc" if name != gone]
    twice: list[list[str]] = []

    def rows() -> bool:
        shown = [text for text in texts(window) if "row" in text]
        if len(set(shown)) < len(shown):
            twice.append(shown)
        return shown == left

    window.wait_for(rows)
    until = time.monotonic() + 0.5
    window.wait_for(lambda: not rows() or time.monotonic() > until)
    assert rows()
    assert twice == []


@pytest.mark.parametrize("order", ["abc", "cba", "bca"])
def test_rows_leave_one_after_another_down_to_the_last(app_window: Open, order: str) -> None:
    """rule 11.8"""
    window = app_window(POLLING.replace("END", "time.sleep(0.1)\nds.rerun()"), wait=False)
    window.wait_for(lambda: len([live for live in window.lives() if live.key in ("a", "b", "c")]) == 3)
    for name in order:
        window.find(key=name).click()
        window.wait_for(lambda gone=f"row {name}": gone not in texts(window))  # type: ignore[misc] # binds the loop's value
    assert texts(window) == []


def test_a_chain_of_two_quick_reruns_takes_nothing_away_that_comes_again(app_window: Open) -> None:
    """rule 11.8"""
    window = app_window("""
        import time
        import deskstate as ds

        if ds.button("Go"):
            ds.session_state.left = 2
        if ds.session_state.get("left"):
            ds.session_state.left -= 1
            time.sleep(0.1)
            if ds.session_state.left:
                ds.rerun()
        time.sleep(0.1 if "left" in ds.session_state else 0)
        for number in range(3):
            ds.text(f"line {number}")
    """)
    window.find(label="Go").click()
    fewest = 3

    def look() -> bool:
        nonlocal fewest
        fewest = min(fewest, len(texts(window)))
        return not window.window.busy

    window.wait_for(look)
    assert fewest == 3
