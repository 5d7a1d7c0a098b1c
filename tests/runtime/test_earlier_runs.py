"""What is drawn into places of earlier runs: by callbacks, by the script itself, and by threads."""

from __future__ import annotations

import builtins
import threading
from collections.abc import Callable

import pytest

from deskstate.testing import AppTest
from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]
Capture = pytest.CaptureFixture[str]


# Callbacks


def test_a_callback_draws_into_a_container_that_it_has_by_its_arguments() -> None:
    """Rule 6.7."""
    at = AppTest.from_string("""
        import deskstate as ds
        box = ds.container()
        box.text("body")
        ds.button("go", on_click=lambda place: place.text("callback"), args=(box,))
    """).run()
    at.button[0].click().run()
    assert [text.value for text in at.main.text] == ["body", "callback"]
    at.run()
    assert [text.value for text in at.main.text] == ["body"]


def test_a_callback_draws_into_a_container_and_above_the_page() -> None:
    """Rule 6.7."""
    at = AppTest.from_string("""
        import deskstate as ds
        box = ds.container()
        def out():
            ds.text("above")
            with box:
                ds.text("inside")
        box.text("body")
        ds.button("go", on_click=out)
    """).run()
    for _ in range(3):
        at.button[0].click().run()
        assert [text.value for text in at.main.text] == ["above", "body", "inside"]


def test_a_container_that_the_body_no_longer_draws_stays_for_the_run_of_the_callback(capsys: Capture) -> None:
    at = AppTest.from_string("""
        import deskstate as ds
        def out():
            ds.session_state.done = True
            box.text("done")
        ds.button("go", on_click=out)
        if "done" not in ds.session_state:
            box = ds.container()
            box.text("body")
    """).run()
    at.button[0].click().run()
    assert [text.value for text in at.main.text] == ["done"]
    at.run()
    assert not at.main.text
    assert capsys.readouterr().err == ""


def test_where_something_else_stands_then_the_terminal_says_so(capsys: Capture) -> None:
    at = AppTest.from_string("""
        import deskstate as ds
        def out():
            ds.session_state.done = True
            box.text("done")
        if "done" not in ds.session_state:
            box = ds.container()
        ds.text("body")
        ds.button("go", on_click=out)
    """).run()
    at.button[0].click().run()
    assert [text.value for text in at.main.text] == ["body"]
    assert "app.py, line 5: what this draws is not shown." in capsys.readouterr().err


# Places that the script keeps


KEPT = """
import deskstate as ds
{above}
if "box" not in ds.session_state:
    ds.session_state.box = {make}
{use}
ds.button("Again")
"""


@pytest.mark.parametrize("above", ["", "ds.title('App')"])
@pytest.mark.parametrize(
    "make", ["ds.container()", "ds.container(border=True)", "ds.expander('e')", "ds.columns(2)[1]", "ds.tabs(['t'])[0]"]
)
def test_a_kept_container_that_is_drawn_into_stays_in_the_window(make: str, above: str, capsys: Capture) -> None:
    """Rule 11.7."""
    use = "with ds.session_state.box:\n    ds.text('inside')\n    name = ds.text_input('Name')\nds.caption(name)"
    at = AppTest.from_string(KEPT.format(make=make, use=use, above=above)).run()
    for name in ("Ada", "Bob"):
        at.text_input[0].set_value(name).run()
        assert [text.value for text in at.text] == ["inside"]
        assert at.caption[0].value == name
        assert not at.exception
    assert capsys.readouterr().err == ""


def test_a_kept_place_of_one_element_stays_where_it_was(capsys: Capture) -> None:
    """Rule 11.7."""
    use = "n = ds.session_state.n = ds.session_state.get('n', 0) + 1\nds.session_state.box.text(f'run {n}')"
    at = AppTest.from_string(KEPT.format(make="ds.empty()", use=use, above="ds.title('App')")).run()
    for number in (2, 3, 4):
        at.button[0].click().run()
        assert [text.value for text in at.text] == [f"run {number}"]
        assert not at.exception
    assert capsys.readouterr().err == ""


def test_a_kept_container_leads_to_the_one_that_is_drawn_in_its_place() -> None:
    """Rule 11.7."""
    at = AppTest.from_string("""
        import deskstate as ds
        ds.title("App")
        box = ds.container(border=True)
        kept = ds.session_state.setdefault("box", box)
        with kept:
            ds.text("inside")
        kept.container().text("deeper")
        ds.text("below")
    """).run()
    for _ in range(3):
        at.run()
        assert [text.value for text in at.text] == ["inside", "deeper", "below"]


def test_a_container_in_a_kept_container_is_kept_as_well() -> None:
    """Rule 11.7."""
    at = AppTest.from_string("""
        import deskstate as ds
        if "box" not in ds.session_state:
            ds.session_state.box = ds.container()
            ds.session_state.left, ds.session_state.right = ds.session_state.box.columns(2)
        ds.session_state.right.text("right")
        ds.session_state.left.text("left")
    """).run()
    at.run()
    at.run()
    assert sorted(text.value for text in at.text) == ["left", "right"]
    assert not at.exception


def test_a_place_that_has_left_the_window_is_named_once(capsys: Capture) -> None:
    """Rule 11.7."""
    at = AppTest.from_string("""
        import deskstate as ds
        if "box" not in ds.session_state:
            ds.session_state.box = ds.container()
            ds.session_state.place = ds.empty()
        elif ds.session_state.get("use"):
            with ds.session_state.box:
                ds.text("lost")
            ds.session_state.place.text("lost")
        ds.button("go", key="use")
    """).run()
    at.run()
    for _ in range(3):
        at.button[0].click().run()
        assert not at.exception
        assert not at.text
    said = capsys.readouterr().err.splitlines()
    assert [line.partition("app.py, ")[2].partition(":")[0] for line in said] == ["line 7", "line 9"]


def test_the_window_shows_a_kept_container_with_what_was_entered_in_it(app_window: Open) -> None:
    """Rule 11.7."""
    window = app_window("""
        import deskstate as ds
        if "box" not in ds.session_state:
            ds.session_state.box = ds.container()
        with ds.session_state.box:
            ds.markdown("inside the box")
            name = ds.text_input("Name")
        ds.button("Again")
        ds.text(f"name {name}")
    """)
    window.find(label="Name").type("Ada")
    for _ in range(3):
        window.find(label="Again").click().wait()
        assert window.shows("inside the box")
        assert window.find(label="Name").shown_text == "Ada"
        assert window.shows("name Ada")


# Threads


@pytest.fixture
def go(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """What threads of the script wait for, by `builtins.go.wait(20)`."""
    go = threading.Event()
    monkeypatch.setattr(builtins, "go", go, raising=False)
    return go


THREAD = """
import builtins
from contextvars import copy_context
from threading import Thread
import deskstate as ds
ds.title("App")
box = ds.container()
def work():
    builtins.go.wait(20)
    {work}
if "thread" not in ds.session_state:
    with box:
        ds.session_state.thread = Thread(target=copy_context().run, args=(work,), daemon=True)
        ds.session_state.thread.start()
ds.button("Again")
ds.text("below")
"""


@pytest.mark.parametrize("runs", [1, 2, 3])
def test_a_thread_that_outlives_its_run_draws_where_its_container_stands(
    app_window: Open, go: threading.Event, runs: int
) -> None:
    """Rule 16.6."""
    window = app_window(THREAD.format(work="ds.text('from the thread'); box.caption('and more')"))
    for _ in range(runs - 1):
        window.find(label="Again").click().wait()
    go.set()
    window.wait_for(lambda: window.shows("and more"))
    assert window.shows("from the thread")
    tops = [window.find(text=text).widget.mapToGlobal(window.window.pos()).y() for text in ("and more", "below")]
    assert tops == sorted(tops)


def test_a_thread_may_draw_much_after_its_run(app_window: Open, go: threading.Event) -> None:
    """Rule 16.6."""
    window = app_window(THREAD.format(work="[ds.text(f'line {n}') for n in range(500)]; ds.text('the end')"))
    go.set()
    window.wait_for(lambda: window.shows("the end"))
    assert window.shows("line 499")


def test_a_thread_redraws_one_element_after_its_run(app_window: Open, go: threading.Event) -> None:
    """Rule 11.6."""
    window = app_window(
        THREAD.format(work="bar = ds.progress(0); [bar.progress(n) for n in range(101)]; bar.text('done')")
    )
    go.set()
    window.wait_for(lambda: window.shows("done"))
    window.find(label="Again").click().wait()
    assert not window.shows("done"), "it belonged to the run before"


def test_a_thread_whose_container_is_gone_is_named_on_the_terminal(
    app_window: Open, go: threading.Event, capsys: Capture
) -> None:
    window = app_window(
        THREAD.format(work="ds.text('from the thread'); builtins.done.set()").replace(
            "box = ds.container()", "box = ds.container() if 'thread' not in ds.session_state else ds.text('x')"
        )
    )
    done = threading.Event()
    builtins.done = done  # type: ignore[attr-defined]
    window.find(label="Again").click().wait()
    go.set()
    assert done.wait(20)
    window.wait()
    assert not window.shows("from the thread")
    assert "app.py, line 9: what this draws is not shown." in capsys.readouterr().err
