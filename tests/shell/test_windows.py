"""Windows of one app, and what their menus do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMenu

from deskstate.runtime.ends import End
from deskstate.shell.application import Application
from deskstate.shell.theme import Theme
from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

COUNTER = """
import deskstate as ds
ds.session_state.setdefault("n", 0)
if ds.button("Increment"):
    ds.session_state.n += 1
ds.write(f"Count = {ds.session_state.n}")
"""


def action(window: AppWindow, menu: str, name: str) -> QAction:
    """An entry of the menu bar."""
    for top in window.window.menuBar().actions():
        if top.text().replace("&", "") == menu:
            inside = top.menu()
            assert isinstance(inside, QMenu)
            for each in inside.actions():
                if each.text().replace("&", "") == name:
                    return each
    raise AssertionError(f"no {menu} > {name}")


def names(window: AppWindow, menu: str) -> list[str]:
    for top in window.window.menuBar().actions():
        if top.text().replace("&", "") == menu:
            inside = top.menu()
            assert isinstance(inside, QMenu)
            return [each.text().replace("&", "") for each in inside.actions() if not each.isSeparator()]
    return []


def another(window: AppWindow) -> AppWindow:
    action(window, "File", "New window").trigger()
    return AppWindow(window.app, window.app.windows[-1]).wait()


def test_each_window_has_a_state_of_its_own(app_window: Open) -> None:
    """rule 1.5"""
    first = app_window(COUNTER)
    first.find(label="Increment").click().wait()
    second = another(first)
    assert second.shows("Count = 0")
    second.find(label="Increment").click().wait()
    second.find(label="Increment").click().wait()
    assert first.shows("Count = 1")
    assert second.shows("Count = 2")


def test_closing_a_window_leaves_the_other(app_window: Open) -> None:
    first = app_window(COUNTER)
    second = another(first)
    action(first, "File", "Close").trigger()
    assert first.app.windows == [second.window]
    second.find(label="Increment").click().wait()
    assert second.shows("Count = 1")


def test_the_last_window_ends_the_app(app_window: Open) -> None:
    first = app_window(COUNTER)
    second = another(first)
    left: list[int] = []
    QTimer.singleShot(0, first.close)
    QTimer.singleShot(50, lambda: left.append(len(first.app.windows)))
    QTimer.singleShot(100, second.close)
    assert first.app.exec() == 0
    assert left == [1]
    assert not first.app.windows


def test_ctrl_n_opens_a_window(app_window: Open) -> None:
    first = app_window(COUNTER)
    first.press("Ctrl+N")
    assert len(first.app.windows) == 2


def test_set_page_config_dresses_the_window(app_window: Open, tmp_path: Path) -> None:
    """rule 22.6"""
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "red.png"))
    window = app_window(f"""
        import deskstate as ds
        kind = ds.text_input("Kind")
        if kind == "emoji":
            ds.set_page_config("Party", "🎈", layout="wide", initial_sidebar_state="collapsed")
        if kind == "file":
            ds.set_page_config(page_icon={str(tmp_path / "red.png")!r})
        ds.sidebar.text("aside")
        with ds.container(border=True, key="box"):
            ds.text("inside")
    """)
    window.window.resize(1400, 700)
    narrow_px = window.find(key="box").widget.width()
    assert window.window.windowTitle() == "app"
    assert window.find(text="aside").is_visible()
    kind = window.find(label="Kind")
    kind.type("emoji").press("Return").wait()
    assert window.window.windowTitle() == "Party"
    assert not window.window.windowIcon().isNull()
    assert window.find(key="box").widget.width() > narrow_px
    assert not window.find(text="aside").is_visible()
    kind.clear().type("file").press("Return").wait()
    assert window.window.windowTitle() == "app"
    assert window.window.windowIcon().pixmap(16, 16).toImage().pixelColor(8, 8).name() == "#ff0000"
    kind.clear().press("Return").wait()
    assert window.window.windowIcon().isNull()


def test_the_title_of_the_command_line_wins(app_window: Open) -> None:
    window = app_window("import deskstate as ds\nds.set_page_config('Script')\n", title="Command")
    assert window.window.windowTitle() == "Command"


def test_f5_runs_the_script_again(app_window: Open) -> None:
    window = app_window("""
        import deskstate as ds
        ds.session_state.n = ds.session_state.get("n", 0) + 1
        ds.text(f"run {ds.session_state.n}")
    """)
    window.press("F5").wait()
    assert window.shows("run 2")


def test_clearing_the_state_takes_effect_with_the_next_run(app_window: Open) -> None:
    """rule 2.20"""
    window = app_window(COUNTER + "ds.text_input('Name', 'nobody')\n")
    window.find(label="Increment").click().wait()
    window.find(label="Name").clear().type("Ada").press("Return").wait()
    action(window, "File", "Clear cache and state").trigger()
    window.wait()
    assert window.shows("Count = 1")
    action(window, "File", "Rerun").trigger()
    window.wait()
    assert window.shows("Count = 0")
    assert window.find(label="Name").shown_text == "nobody"


def test_what_is_entered_after_the_state_was_cleared_counts(app_window: Open) -> None:
    """rule 2.20"""
    window = app_window(COUNTER + "ds.text_input('Name', 'nobody')\nds.text_input('Town', 'nowhere')\n")
    window.find(label="Increment").click().wait()
    window.find(label="Town").clear().type("Turin").press("Return").wait()
    window.window.clear_state()
    window.find(label="Name").clear().type("Ada").press("Return").wait()
    assert window.shows("Count = 0")
    assert window.find(label="Name").shown_text == "Ada"
    assert window.find(label="Town").shown_text == "nowhere"


def test_clearing_the_state_waits_for_the_run_in_progress(app_window: Open) -> None:
    window = app_window(
        "import time\nimport deskstate as ds\nds.session_state.setdefault('count', 0)\nds.button('Go')\n"
        "time.sleep(0.2)\nds.session_state.count += 1\n"
    )
    window.find(label="Go").click()
    action(window, "File", "Clear cache and state").trigger()
    window.wait()
    assert window.window.session.last_end is End.FINISHED
    assert not window.window.session.state.holds("count")


def test_the_zoom_changes_the_size_of_the_text_and_goes_back(app_window: Open) -> None:
    window = app_window("import deskstate as ds\nds.text('words')\n")
    height_px = window.find(text="words").widget.height()
    window.press("Ctrl+=").press("Ctrl++")
    assert window.find(text="words").widget.height() > height_px
    action(window, "View", "Zoom out").trigger()
    action(window, "View", "Zoom out").trigger()
    action(window, "View", "Zoom out").trigger()
    assert window.find(text="words").widget.height() < height_px
    window.press("Ctrl+0")
    assert window.find(text="words").widget.height() == height_px


def test_the_theme_changes_while_the_window_is_open(app_window: Open) -> None:
    window = app_window("import deskstate as ds\nds.markdown('**words**')\n", theme=Theme.LIGHT)

    def lightness() -> int:
        picture = window.window.grab().toImage()
        return picture.pixelColor(picture.width() // 2, picture.height() - 5).lightness()

    assert lightness() > 200
    action(window, "View", "Dark theme").trigger()
    window.idle()
    assert lightness() < 60
    action(window, "View", "Light theme").trigger()
    window.idle()
    assert lightness() > 200


def test_help_offers_what_the_app_gives(app_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> None:
        opened.append(url.toString())

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    window = app_window("""
        import deskstate as ds
        plain = ds.checkbox("Plain")
        if not plain:
            items = {"Get help": "https://example.com/help", "Report a bug": "mailto:a@example.com"}
            ds.set_page_config(menu_items=items)
    """)
    assert names(window, "Help") == ["Get help", "Report a bug", "About"]
    action(window, "Help", "Get help").trigger()
    assert opened == ["https://example.com/help"]
    window.find(label="Plain").click().wait()
    assert names(window, "Help") == ["About"]


def test_the_menus_of_a_window_are_filled_once_it_is_shown(app_window: Open) -> None:
    first = app_window("""
        import deskstate as ds
        ds.set_page_config(menu_items={"Get help": "https://example.com/help"})
    """)
    second = first.app.open_window()
    menus = [cast("QMenu", top.menu()) for top in second.menuBar().actions()]
    assert [menu.title() for menu in menus] == ["&File", "&View", "&Help"]
    first.wait_for(lambda: all(menu.actions() for menu in menus))
    assert [each.text() for each in menus[-1].actions()] == ["Get help", "", "&About"]


def test_about_shows_the_text_of_the_app(app_window: Open) -> None:
    window = app_window("""
        import deskstate as ds
        ds.set_page_config("Orders", menu_items={"About": "Made for **you** by *us*."})
    """)
    action(window, "Help", "About").trigger()
    dialog = window.window.findChild(QDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "About Orders"
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Orders" in said
    assert "deskstate" in said
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    window.wait_for(lambda: window.window.findChild(QDialog) is None)


def test_an_app_can_be_made_after_another_one(app_window: Open) -> None:
    first = app_window(COUNTER)
    assert isinstance(first.app, Application)
    first.app.dispose()
    second = app_window(COUNTER)
    second.find(label="Increment").click().wait()
    assert second.shows("Count = 1")
