"""A click goes round: window, script, window; what stands where afterwards, and what a request brings along."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]


def texts(window: AppWindow) -> list[str]:
    """What the elements of the main column say, in the order in which they stand in the window."""
    found = [window.find(text=name) for name in ("one", "two", "three", "four") if window.shows(name)]
    found.sort(key=lambda each: each.widget.mapTo(window.window, each.widget.rect().topLeft()).y())
    return [each.text for each in found]


def test_a_click_goes_round(app_window: Open) -> None:
    """rule 1.1"""
    window = app_window("""
        import deskstate as ds
        ds.session_state.setdefault("n", 0)
        if ds.button("Increment"):
            ds.session_state.n += 1
        ds.write(f"Count = {ds.session_state.n}")
    """)
    assert window.shows("Count = 0")
    for n in (1, 2, 3):
        window.find(label="Increment").click().wait()
        assert window.shows(f"Count = {n}")


def test_quick_clicks_are_all_counted(app_window: Open) -> None:
    """rule 7.3"""
    window = app_window("""
        import deskstate as ds
        def count(name): ds.session_state[name] = ds.session_state.get(name, 0) + 1
        ds.button("Left", on_click=count, args=("left",))
        ds.button("Right", on_click=count, args=("right",))
        ds.write(f"{ds.session_state.get('left', 0)} and {ds.session_state.get('right', 0)}")
    """)
    window.find(label="Left").click()
    window.find(label="Right").click()
    window.wait()
    assert window.shows("1 and 1")


def test_siblings_stand_in_script_order_after_inserts_moves_and_removals(app_window: Open) -> None:
    """rule 3.10"""
    window = app_window("""
        import deskstate as ds
        orders = {"a": "one two three", "b": "three one two", "c": "two", "d": "four three two one", "e": "one four"}
        chosen = ds.text_input("Order", "a")
        for name in orders[chosen].split():
            with ds.container(key=name):
                ds.text(name)
    """)
    for choice, expected in {
        "b": ["three", "one", "two"],
        "c": ["two"],
        "d": ["four", "three", "two", "one"],
        "e": ["one", "four"],
        "a": ["one", "two", "three"],
    }.items():
        window.find(label="Order").clear().type(choice).press("Return").wait()
        assert texts(window) == expected


def test_typed_text_goes_before_a_click_on_a_button_as_a_request_of_its_own(app_window: Open) -> None:
    """rule 25.1"""
    window = app_window("""
        import deskstate as ds
        ds.session_state.setdefault("runs", 0)
        ds.session_state.runs += 1
        def greet(): ds.session_state.greeting = f"Hello {ds.session_state.name}"
        ds.text_input("Name", key="name")
        ds.button("Greet", on_click=greet)
        ds.text(ds.session_state.get("greeting", "nobody"))
        ds.text(f"run {ds.session_state.runs}")
    """)
    window.find(label="Name").type("Ada")
    window.find(label="Greet").click().wait()
    assert window.shows("Hello Ada")
    assert window.shows("run 3")


def test_a_button_that_a_commit_moves_still_gets_its_click(app_window: Open) -> None:
    """rule 25.1"""
    window = app_window("""
        import deskstate as ds
        name = ds.text_input("Name")
        if name:
            for i in range(6):
                ds.text(f"line {i}")
        ds.session_state.pressed = ds.button("Go") or ds.session_state.get("pressed", False)
        ds.text("gone" if ds.session_state.pressed else "waiting")
    """)
    window.find(label="Name").type("Ada")
    button = window.find(label="Go")
    button.mouse_down()
    window.idle()
    button.mouse_up().wait()
    assert window.shows("gone")
    assert window.shows("line 5")


def test_leaving_a_field_by_the_mouse_commits_it(app_window: Open) -> None:
    """rule 1.1"""
    window = app_window("""
        import deskstate as ds
        a = ds.text_input("First")
        b = ds.text_input("Second")
        ds.text(f"first is {a!r}")
    """)
    window.find(label="First").type("x")
    window.find(label="Second").click().wait()
    assert window.shows("first is 'x'")
    assert window.find(label="Second").has_focus()


def test_tab_commits_what_was_typed(app_window: Open) -> None:
    """rule 1.1"""
    window = app_window("""
        import deskstate as ds
        a = ds.text_input("First")
        ds.text_input("Second")
        ds.text(f"first is {a!r}")
    """)
    window.find(label="First").type("x").press("Tab")
    window.wait()
    assert window.shows("first is 'x'")


def test_an_edit_that_does_not_rerun_is_delivered_with_the_next_request(app_window: Open) -> None:
    """rule 4.18"""
    window = app_window("""
        import deskstate as ds
        ds.session_state.setdefault("runs", 0)
        ds.session_state.runs += 1
        quiet = ds.checkbox("Quiet", on_change="ignore")
        ds.button("Go")
        ds.text(f"quiet is {quiet} in run {ds.session_state.runs}")
    """)
    quiet = window.find(label="Quiet")
    quiet.click().wait()
    assert quiet.value is True
    assert window.shows("quiet is False in run 1")
    window.find(label="Go").click().wait()
    assert window.shows("quiet is True in run 2")


def test_what_a_callback_assigns_is_shown_in_the_input(app_window: Open) -> None:
    """rule 4.16"""
    window = app_window("""
        import deskstate as ds
        def shout(): ds.session_state.word = ds.session_state.word.upper()
        ds.text_input("Word", key="word", on_change=shout)
        ds.text(ds.session_state.word)
    """)
    word = window.find(label="Word")
    word.type("loud").press("Return").wait()
    assert word.value == "LOUD"
    assert word.shown_text == "LOUD"


def test_committing_the_same_value_again_makes_no_run(app_window: Open) -> None:
    """rule 1.8"""
    window = app_window("""
        import deskstate as ds
        ds.session_state.setdefault("runs", 0)
        ds.session_state.runs += 1
        ds.text_input("Word", "same")
        ds.text(f"run {ds.session_state.runs}")
    """)
    window.find(label="Word").press("Return").press("Tab").wait()
    assert window.shows("run 1")
