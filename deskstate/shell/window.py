"""One window: a session, its stage, and the frame around them.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

from deskstate.core.events import Request
from deskstate.core.patches import Batch
from deskstate.core.properties.layout import Page
from deskstate.runtime.notices import Compiled, CompileFailed, Hung, Notice
from deskstate.runtime.runner import Runner
from deskstate.runtime.session import Session
from deskstate.shell.bridge import Bridge
from deskstate.shell.menus import add_menus
from deskstate.shell.overlay import NoticeCard, RunningSign
from deskstate.shell.stage import Stage

if TYPE_CHECKING:
    from deskstate.shell.application import Application

FRAME_MS: Final = 16
"""How often a window asks for news of a run that goes on."""
ZOOM_STEP: Final = 1.1


class Window(QMainWindow):
    """A native window that shows one session."""

    def __init__(self, app: Application) -> None:
        super().__init__()
        self.app = app
        self.help_menu: QMenu | None = None
        self.busy = True
        """True while the script runs, or an answer to a request is under way."""
        self.problem = False
        """True when the script could not be compiled."""
        self.bridge = Bridge(self)
        self.stage = Stage(self)
        self.session = Session(app.script, self.bridge, app.options)
        self.runner = Runner(self.session)
        self._running: RunningSign | None = None
        self._notice: NoticeCard | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(FRAME_MS)
        self._clock.timeout.connect(self.session.ask)
        self.bridge.batch_arrived.connect(self.stage.take)
        self.bridge.notice_arrived.connect(self._notice_arrived)
        self.stage.requested.connect(self._send)
        self.stage.applied.connect(self._applied)
        self.stage.page_changed.connect(self._page_changed)
        self.resize(app.size)
        self.setWindowTitle(app.title or app.script.path.stem)
        add_menus(self)
        self._send(Request())

    # What the menus do

    def rerun(self) -> None:
        """Run the script again."""
        self.stage.rerun()

    def stop(self) -> None:
        """End a run in progress, whatever it is doing."""
        self.runner.stop()

    def clear_state(self) -> None:
        """Forget session_state and run the script again (rule 2.20)."""
        self.session.forget()
        self._send(Request())

    def zoom(self, steps: int) -> None:
        """Make everything larger (1), smaller (-1), or as it was (0)."""
        theme = self.app.theme
        theme.set_zoom(theme.zoom * ZOOM_STEP**steps if steps else 1.0)

    def about(self) -> None:
        """Say what this app is."""
        page = self.stage.root.properties if self.stage.root is not None else None
        items = dict(page.menu_items) if isinstance(page, Page) else {}
        box = QMessageBox(self)
        box.setWindowTitle(f"About {self.windowTitle()}")
        from deskstate import __version__

        box.setText(items.get("About") or self.windowTitle())
        box.setInformativeText(f"Made with deskstate {__version__}.")
        box.open()

    # What the session says

    def _send(self, request: Request) -> None:
        self.busy = True
        self._clock.start()
        if self._running is not None:
            self._running.start()
        self.runner.request(request)

    def _applied(self, batch: Batch) -> None:
        self.bridge.applied()
        if self.centralWidget() is None and self.stage.root is not None:
            self._set_page()
        if batch.final:
            self.busy = False
            self._clock.stop()
            if self._running is not None:
                self._running.finish()
            self.app.settled(self)
        self.session.ask()

    def _set_page(self) -> None:
        assert self.stage.root is not None
        page = self.stage.root.widget()
        self.setCentralWidget(page)
        self._running = RunningSign(page)
        self._running.stop_pressed.connect(self.stop)
        if self.busy:
            self._running.start()

    def _page_changed(self, page: Page) -> None:
        self.setWindowTitle(self.app.title or page.title or self.app.script.path.stem)
        if page.icon:
            from deskstate_widgets.parts.icons import icon_pixmap

            color = self.palette().windowText().color().name()
            self.setWindowIcon(QIcon(icon_pixmap(page.icon, 64, color, 1.0)))

    def _notice_arrived(self, notice: Notice) -> None:
        if isinstance(notice, CompileFailed):
            self.problem = True
            error = notice.error
            text = "\n".join((*error.frames, f"{error.type_name}: {error.message}"))
            self._say("The script cannot run as it is now.", text, monospace=True)
        elif isinstance(notice, Compiled):
            self.problem = False
            if self._notice is not None:
                self._notice.hide()
        elif isinstance(notice, Hung):
            left = " It goes on in the background without effect." if notice.abandoned else ""
            self._say("The script was stopped where it hung.", f"{notice.where}{left}")
            self.session.ask()

    def ask_to_rerun(self) -> None:
        """Say that the source has changed, and offer to run it."""
        self._card().say("The script has changed.", action=("Rerun", self.rerun))

    def _say(self, title: str, text: str, *, monospace: bool = False) -> None:
        self._card().say(title, text, monospace=monospace)

    def _card(self) -> NoticeCard:
        if self._notice is None:
            self._notice = NoticeCard(self)
        return self._notice

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the session with its window."""
        self._clock.stop()
        self.runner.close()
        self.app.closed(self)
        super().closeEvent(event)
