"""Every widget stands in its window, or goes with it: else the garbage collector would delete it, in any thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from deskstate.testing.window import AppWindow, deliver_deferred

Open = Callable[..., AppWindow]


def strays() -> list[QWidget]:
    """Widgets that stand in no window and are none."""
    deliver_deferred()
    return [widget for widget in QApplication.topLevelWidgets() if not widget.isVisible() and widget.children()]


def test_a_field_with_the_focus_that_goes_into_a_closed_expander_is_not_made_outside_of_it(
    app_window: Open, tmp_path: Path
) -> None:
    script = tmp_path / "app.py"
    script.write_text("import deskstate as ds\nds.text_input('Name', key='name')\n", encoding="utf-8")
    window = app_window(script)
    window.find(label="Name").type("Ada")
    before = strays()
    script.write_text(
        "import deskstate as ds\nwith ds.expander('More'):\n    ds.text_input('Name', key='name')\n", encoding="utf-8"
    )
    window.window.rerun()
    window.wait()
    assert [stray for stray in strays() if stray not in before] == []
    assert window.find(label="Name").shown_text == "Ada"


def test_what_a_form_has_made_to_check_it_goes_with_its_window(app_window: Open) -> None:
    before = strays()
    window = app_window(
        "import deskstate as ds\n"
        "with ds.form('f'):\n"
        "    with ds.expander('More'):\n"
        "        ds.text_input('Web', type='url')\n"
        "    ds.form_submit_button('Send')\n"
    )
    window.find(label="Send").click().wait()
    window.close()
    assert [stray for stray in strays() if stray not in before] == []
