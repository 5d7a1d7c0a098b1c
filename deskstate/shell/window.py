"""One window: a session, its stage, and the frame around them.

GUI thread only.
"""

from __future__ import annotations

import os
import textwrap
from math import log
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QTimer
from PySide6.QtWidgets import QMainWindow

from deskstate import __version__
from deskstate.core.events import Event
from deskstate.core.patches import Batch
from deskstate.core.properties.layout import Root
from deskstate.runtime.notices import ClickLost, Compiled, CompileFailed, News, Notice, Over, Requested, StillRuns
from deskstate.runtime.runner import Runner
from deskstate.runtime.session import Session
from deskstate.shell.bridge import Bridge
from deskstate.shell.closing import Closing
from deskstate.shell.corner import Corner
from deskstate.shell.menu_bar import MenuBar
from deskstate.shell.sizes import fit_into_screen, least_size
from deskstate.shell.stage import Stage
from deskstate.shell.stale import StaleVeil
from deskstate_widgets.kinds.root import Root as RootWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QIcon, QResizeEvent

    from deskstate.shell.application import Application
    from deskstate.shell.overlay import NoticeCard, RunningSign

FRAME_MS: Final = 16
"""How often a window asks for news of a run that goes on."""
FIRST_MS: Final = 11
"""When it does so for the first time: what takes less is shown in one piece."""
LONG_S: Final = 0.5
"""How long a run may last before it is mentioned (rule 16.10)."""
ZOOM_STEP: Final = 1.1
ICON_PX: Final = 64


class Window(QMainWindow):
    """A native window that shows one session."""

    def __init__(self, app: Application) -> None:
        super().__init__()
        self.app = app
        self.busy = False
        """True while the script runs, or an answer to a request is under way."""
        self.problem = False
        """True when the script could not be compiled."""
        self.stage = Stage(self, self)
        self.bridge = Bridge(self, self.stage.take, self._notice_arrived)
        self.session = Session(app.script, self.bridge, app.options)
        self.runner = Runner(self.session)
        self._sent = 0
        """Number of the last request that it knows of."""
        self._edit = 0
        """Number of the last one with an edit; 0 when the window shows what has come of it."""
        self._corner = Corner(self)
        self._running: RunningSign | None = None
        """Made when a run lasts long for the first time."""
        self._busy_since_s = 0.0
        self._veil = StaleVeil(self.stage)
        self._has_page = False
        self._has_icon = False
        self._has_news = False
        """True while something is to be shown that a thread has drawn after the end of the run."""
        self._clearing = False
        """True when the state is to be cleared at the end of the run in progress."""
        self._unreached = True
        """True while the run in progress has shown nothing yet."""
        self._notice: NoticeCard | None = None
        """Made when there is something to say for the first time."""
        self._notice_passes = False
        """True when what the notice says is no longer of interest once the script runs again."""
        self._asks = False
        """True when it is that the script has changed."""
        self._closing = Closing(self)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._set_least_size()
        self.resize(fit_into_screen(self, QRect(self.pos(), app.size)).size())
        self.setWindowTitle(app.title or app.name)
        self.menus = MenuBar(self)
        self.send(())

    # What the menus do

    def rerun(self) -> None:
        """Run the script again."""
        self.stage.rerun()

    def stop(self) -> None:
        """End a run in progress, whatever it is doing."""
        self.runner.stop()

    def clear_state(self) -> None:
        """Forget session_state, and offer to run the script (rule 2.20); when a run goes on, at its end.

        Edits are forgotten at once: what is edited from then on counts.
        """
        self.stage.forget_edits()
        self._clearing = self.busy
        if not self.busy:
            self._forget_state()

    def _forget_state(self) -> None:
        self._clearing = False
        self.session.forget()
        self._edit = 0
        self.stage.afresh = True
        self._say("The state of this window is cleared.", "The next run starts afresh.", action=True, passes=True)

    def zoom(self, steps: int) -> None:
        """Make everything larger (1), smaller (-1), or as it was (0)."""
        theme = self.app.theme
        level = round(log(theme.zoom, ZOOM_STEP)) + steps if steps else 0
        theme.set_zoom(ZOOM_STEP**level)

    def about(self) -> None:
        """Say what this app is."""
        root = self.stage.root.properties if self.stage.root is not None else None
        items = dict(root.menu_items) if isinstance(root, Root) else {}
        from deskstate.shell.about import AboutDialog  # late: few people ask

        dialog = AboutDialog(self, self.windowTitle(), items.get("About"), __version__, self.stage.open_link)
        dialog.open()

    # What the stage says

    def send(self, events: tuple[Event, ...]) -> None:
        """Have the script run for what the person did."""
        if self._closing.begun:
            return
        # before all else: the script's thread takes a while to wake
        self._sent = self.runner.request(events, follows=self._edit)
        if events and not events[0].trigger:
            self._edit = self._sent
        self._unreached = True
        self._expect()

    def _expect(self) -> None:
        """An answer is under way: ask for news of it from now on."""
        if not self.busy:
            self.busy = True
            self._busy_since_s = monotonic()
            self._unreached = True
            self._clock.start(FIRST_MS if self._has_page else FRAME_MS)
        if self._notice_passes:
            self._unsay()

    def applied(self, batch: Batch) -> None:
        """Go on after a batch: show the first one, end the mention of a run with its last one, ask for news."""
        self.bridge.applied()
        if batch.whole and batch.answers >= self._edit:
            self._edit = 0
        if not self._has_page and self.stage.root is not None:
            self._has_page = True
            root = self.stage.root.native()
            self.setCentralWidget(root.widget)
            self.menus.page_shown()
            if isinstance(root, RootWidget):
                self._corner.move_to(root.overlay_area())
        if batch.final and batch.answers == self._sent:  # or a newer request is under way
            self.busy = False
            self._end_mention()
            self._veil.lift()
            if self._clearing:
                self._forget_state()
            self.app.settled(self)
        elif not batch.final:
            self._unreached = False
            if self._is_mentioned:
                self._cover()
        if self.busy:
            QTimer.singleShot(0, self._ask)  # the comparison with what is shown takes time of its own

    def _ask(self) -> None:
        if self.session.ask():
            self._has_news = False
        elif self._has_news:
            QTimer.singleShot(FRAME_MS, self._ask)

    def root_changed(self, root: Root) -> None:
        """Take title, icon and menu items from the record of the root."""
        self.setWindowTitle(self.app.title or root.title or self.app.name)
        if root.icon is not None or self._has_icon:
            self._has_icon = root.icon is not None
            self.setWindowIcon(self._icon(root.icon))
        self.menus.offer(root.menu_items)

    # What the session says

    def _tick(self) -> None:
        """Ask for news of the run, and say that it goes on when it has done so for long."""
        if not self.busy:
            self._clock.stop()
            return
        if self._clock.interval() != FRAME_MS:
            self._clock.setInterval(FRAME_MS)
        if not self._is_mentioned and monotonic() - self._busy_since_s > LONG_S:
            self._mention()
        self.session.ask()

    @property
    def _is_mentioned(self) -> bool:
        """True while the window says that a run goes on."""
        return self._running is not None and not self._running.isHidden()

    def _mention(self) -> None:
        if self._running is None:
            from deskstate.shell.overlay import RunningSign  # late: most runs are short

            self._running = RunningSign(self._corner)
            self._running.stop_pressed.connect(self.stop)
        self._running.begin(closing=self._closing.begun)
        self._cover()

    def _end_mention(self) -> None:
        if self._running is not None:
            self._running.vanish()

    def _cover(self) -> None:
        self._veil.cover(None if self._unreached else self.stage.stale)

    def _icon(self, icon: str | None) -> QIcon:
        from PySide6.QtGui import QIcon  # late: most windows have none

        if icon is None:
            return QIcon()
        if os.path.isfile(icon):
            return QIcon(icon)
        from deskstate_widgets.icons import pictures  # late, as above

        return pictures.icon(icon, ICON_PX, self.palette().windowText().color().name())

    def _notice_arrived(self, notice: Notice) -> None:
        if isinstance(notice, StillRuns | Over):
            self._closing.take(notice)
        elif self._closing.begun:
            return
        elif isinstance(notice, CompileFailed):
            self.problem = True
            error = notice.error
            lines = textwrap.dedent("\n".join(error.frames))
            self._say(
                "The script cannot run as it is now.", code=f"{lines}\n{error.type_name}: {error.message}".strip()
            )
            self.app.cannot_run()
        elif isinstance(notice, Compiled):
            self.problem = False
            self._unsay()
        elif isinstance(notice, Requested):
            self._sent = max(self._sent, notice.number)
            self._expect()
        elif isinstance(notice, News):
            self._has_news = True
            QTimer.singleShot(FRAME_MS, self._ask)
        elif isinstance(notice, ClickLost):
            self.stage.take_back(notice.brought)
            if not notice.repeated:
                self.click_lost(notice.label, reached=notice.reached)
        else:
            left = "What it is doing there goes on in the background, without effect." if notice.abandoned else ""
            self._say("The script was stopped where it hung.", left, code=notice.where, passes=True)
            self.session.ask()

    def click_lost(self, label: str, *, reached: bool = True) -> None:
        """Say that a click was dropped, unless something is said already that explains it."""
        if self.problem or (self._notice is not None and self._notice.isVisible()):
            return
        from deskstate_widgets.markdown.html import plain_text  # late: clicks are hardly ever lost

        name = f"“{plain_text(label)}”" if label else "The button"
        why = "It is gone or disabled now." if reached else "The script was ended before it came to it."
        self._say(f"{name} was not pressed.", why, passes=True)

    def ask_to_rerun(self) -> None:
        """Say that the source has changed, and offer to run it."""
        if not self._closing.begun:
            self._say("The script has changed.", action=True, passes=True)
            self._asks = True

    def as_it_was(self) -> None:
        """The source is again what this window has run: answer what was entered while there was none."""
        if self.problem:
            self.rerun()
        elif self._asks:
            self._unsay()

    def ask_to_wait(self, where: str, end: Callable[[], None]) -> None:
        """Say that the window cannot go yet, since the script is still at a line, and offer to end it all the same."""
        text = "The window closes when the script has ended. What you end now cannot tidy up after itself."
        card = self._card()
        card.say("The script still runs.", text, code=where, action=("End now", end), dismiss="Wait")
        self.activateWindow()
        card.take_focus()

    def _say(self, title: str, text: str = "", *, code: str = "", action: bool = False, passes: bool = False) -> None:
        self._notice_passes = passes
        self._asks = False
        self._card().say(title, text, code=code, action=("Rerun", self.rerun) if action else None)

    def _card(self) -> NoticeCard:
        if self._notice is None:
            from deskstate.shell.overlay import NoticeCard  # late: most windows have nothing to say

            self._notice = NoticeCard(self._corner)
        return self._notice

    def _unsay(self) -> None:
        self._asks = False
        if self._notice is not None:
            self._notice.vanish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._corner.place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of zoom."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_least_size()

    def _set_least_size(self) -> None:
        self.setMinimumSize(least_size(self, self.app.theme.zoom))

    def close_quietly(self) -> None:
        """Close, and ask nobody when the run in progress does not end soon."""
        self._closing.asks = False
        self.close()

    def close_now(self) -> None:
        """Close, whatever the script is doing."""
        self._closing.force()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the session with its window, and the run in progress before."""
        if not self._closing.may_go():
            event.ignore()
            if self._is_mentioned:
                self._mention()
            return
        self._clock.stop()
        self._end_mention()
        self.bridge.close()
        self.stage.close()
        self.app.closed(self)
        super().closeEvent(event)
