"""Rules that cannot be asked of both engines by one script."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskstate.testing import AppTest


@pytest.mark.parametrize("enforced", [False, True])
def test_what_cannot_be_pickled_is_told_of_when_the_app_wants_it(tmp_path: Path, enforced: bool) -> None:
    """rule 2.19"""
    script = tmp_path / "app.py"
    script.write_text("import deskstate as ds\nds.session_state.f = lambda: 5\nds.text('shown')\n", encoding="utf-8")
    at = AppTest(script, enforce_serializable=enforced).run()
    assert [text.value for text in at.text] == ["shown"]
    assert [error.proto.type_name.rpartition(".")[2] for error in at.exception] == (
        ["UnserializableSessionStateError"] if enforced else []
    )
    assert at.session_state.f() == 5


def test_threads_of_a_script_use_the_state_together() -> None:
    """rules 2.21 and 16.6"""
    at = AppTest.from_string(
        """
        from contextvars import copy_context
        from threading import Thread

        import deskstate as ds

        def work(number):
            for turn in range(200):
                ds.session_state[f"{number}.{turn}"] = turn
                del ds.session_state[f"{number}.{turn}"]
            ds.session_state[f"done {number}"] = True

        threads = [Thread(target=copy_context().run, args=(work, number)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        """
    ).run(timeout=20)
    assert not at.exception
    assert sorted(at.session_state) == [f"done {number}" for number in range(4)]


def test_a_test_chooses_among_options_labelled_alike_by_option_and_by_position() -> None:
    """rules 4.12 and 23.16"""
    at = AppTest.from_string(
        """
        import deskstate as ds

        people = {1: "Kim", 2: "Lea", 3: "Kim"}
        one = ds.selectbox("One", people, format_func=people.get)
        some = ds.multiselect("Some", people, format_func=people.get)
        ds.text(f"{one} {some}")
        """
    ).run()
    assert at.selectbox[0].options == ["Kim", "Lea", "Kim"]
    at.selectbox[0].select_index(2).run()
    assert (at.text[0].value, at.selectbox[0].index) == ("3 []", 2)
    at.selectbox[0].select(1)
    at.multiselect[0].select(3).select(1).run()
    assert (at.text[0].value, at.selectbox[0].index, at.multiselect[0].indices) == ("1 [3, 1]", 0, [2, 0])
    assert at.run().text[0].value == "1 [3, 1]"
