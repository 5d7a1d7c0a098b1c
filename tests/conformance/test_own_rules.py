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
