"""Whatever a script does wrong, the window lives, says what happened, and keeps the state."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from deskstate.core.properties.status import Traceback
from deskstate.errors import NoSessionError
from deskstate.testing.window import AppWindow

TOP = "import deskstate as ds\nds.session_state.setdefault('kept', 'yes')\nbad = ds.checkbox('Bad')\n"

RAISING: dict[str, tuple[str, str]] = {
    "raises": ("1 / 0", "ZeroDivisionError"),
    "raises an error without text": ("raise RuntimeError", "RuntimeError"),
    "raises in a function": ("def f(): raise LookupError('deep')\nf()", "deep"),
    "raises from another error": ("try:\n  1/0\nexcept Exception as e:\n  raise ValueError('second') from e", "second"),
    "raises a group": ("raise ExceptionGroup('many', [ValueError('one')])", "many"),
    "raises what cannot be printed": (
        "class Mute(Exception):\n  def __str__(self): raise OSError('no')\nraise Mute",
        "Mute",
    ),
    "raises what exits when printed": (
        "class Mute(Exception):\n  def __str__(self): raise SystemExit('no')\nraise Mute",
        "Mute",
    ),
    "raises with a huge text": ("raise ValueError('x' * 10_000_000)", "ValueError"),
    "raises half a character": ("raise ValueError('\\ud800')", "ValueError"),
    "raises NUL": ("raise ValueError('a\\0b')", "ValueError"),
    "raises KeyboardInterrupt": ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    "raises GeneratorExit": ("raise GeneratorExit", "GeneratorExit"),
    "raises its own BaseException": ("class Own(BaseException): pass\nraise Own('mine')", "mine"),
    "raises in a generator": ("def f():\n  yield 1\n  raise ValueError('late')\nlist(f())", "late"),
    "raises in a with block": (
        "with ds.container():\n  with ds.expander('e'):\n    raise ValueError('within')", "within"
    ),
    "raises in a form": ("with ds.form('f'):\n  ds.text_input('in')\n  raise ValueError('in the form')", "in the form"),
    "recursion": ("def f(): f()\nf()", "RecursionError"),
    "MemoryError": ("raise MemoryError('too much')", "MemoryError"),
    "a huge list": ("[0] * (1 << 62)", "MemoryError"),
    "asserts": ("assert False, 'as I said'", "as I said"),
    "imports what is not there": ("import not_there_at_all", "not_there_at_all"),
    "a duplicate key": ("ds.button('a', key='k')\nds.button('b', key='k')", "k"),
    "a duplicate element": ("ds.button('a')\nds.button('a')", "button"),
    "a form in a form": ("with ds.form('a'):\n  with ds.form('b'): pass", "form"),
    "a button in a form": ("with ds.form('a'):\n  ds.button('b')", "form_submit_button"),
    "a wrong width": ("ds.text('a', width='wide')", "width"),
    "a wrong icon": ("ds.info('a', icon='nothing')", "nothing"),
    "a wrong type": ("ds.slider('a', 'b')", "must be a number"),
    "reads what is not set": ("ds.session_state.missing", "missing"),
    "sets too late": ("ds.checkbox('c', key='c')\nds.session_state.c = True", "cannot be set"),
    "a name that is not there": ("ds.not_a_command('a')", "not_a_command"),
    "not UTF-8 inside": ("b'\\xff'.decode()", "UnicodeDecodeError"),
    "an error in repr": ("class R:\n  def __repr__(self): raise OSError('no repr')\nds.write(R())", "no repr"),
    "an error in format_func": ("ds.selectbox('s', [1, 2], format_func=lambda x: 1 / 0)", "ZeroDivisionError"),
    "a thread pool that raises": (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor() as pool: pool.submit(lambda: 1/0).result()",
        "ZeroDivisionError",
    ),
    "a bare except around rerun, then an error": (
        "try:\n  ds.rerun()\nexcept:\n  raise ValueError('swallowed') from None",
        "swallowed",
    ),
    "turns the memory over": (
        "ds.session_state.kept = 'yes'\nimport gc\ngc.collect()\nraise OSError(28, 'full')", "full"
    ),
    "warnings as errors": ("import warnings\nwith warnings.catch_warnings():\n  warnings.simplefilter('error')\n"
                           "  warnings.warn('as an error')", "as an error"),
}  # fmt: skip

HARMLESS: dict[str, str] = {
    "sys.exit": "import sys\nsys.exit(1)",
    "raises SystemExit": "raise SystemExit('bye')",
    "os.chdir": "import os, tempfile\nos.chdir(tempfile.gettempdir())",
    "deletes its folder while in it": "import os, tempfile\nd = tempfile.mkdtemp()\nos.chdir(d)\nos.rmdir(d)",
    "prints 100 MB": "for i in range(100): print('x' * 1_000_000)",
    "closes stdout": "import sys\nsys.stdout.close()",
    "has no stdout": "import sys\nsys.stdout = sys.stderr = None\nprint('nobody hears')",
    "a huge label": "ds.button('x' * 100_000)\nds.markdown('word ' * 50_000)",
    "NUL characters": "ds.text('a\\0b'); ds.markdown('a\\0b'); ds.text_input('a\\0b', 'c\\0d'); ds.code('\\0')",
    "half a character": "ds.text('a\\ud800b'); ds.markdown('a\\ud800b')\n"
                        "ds.text_input('a\\ud800', 'c\\udfff', key='\\ud800')",
    "bare except around rerun": "try:\n  ds.rerun()\nexcept:\n  pass",
    "forks": "import os\npid = os.fork()\nif pid == 0: os._exit(0)\nos.waitpid(pid, 0)",
    "forks, and both go on": "import os\npid = os.fork()\nif pid: os.waitpid(pid, 0)",
    "forks, and the other one raises": "import os\npid = os.fork()\nif pid == 0: 1 / 0\nos.waitpid(pid, 0)",
    "replaces builtins": "import builtins\nkept = builtins.print\nbuiltins.print = None\nbuiltins.print = kept",
    "closes its ends": "import os\nos.close(os.dup(1))",
    "clears sys.path": "import sys\nsys.path.clear()",
    "forgets itself": "import sys\nsys.modules.pop('__main__')",
    "stops in a finally": "try:\n  ds.stop()\nfinally:\n  ds.text('left')",
    "changes sys.argv": "import sys\nsys.argv[:] = []",
    "a trace function": "import sys\nsys.settrace(lambda *a: None)\nsys.settrace(None)",
    "a low recursion limit": "import sys\nsys.setrecursionlimit(sys.getrecursionlimit())",
    "clears the state": "ds.session_state.clear()\nds.session_state.kept = 'yes'",
    "holds itself": "ds.session_state.me = ds.session_state",
    "a value that is equal to nothing": "class N:\n  def __eq__(self, o): raise OSError\nds.session_state.n = N()",
    "3,000 elements": "for i in range(3000): ds.text(i)",
}  # fmt: skip

HUGE: dict[str, str] = {
    "100,000 colons": "ds.markdown(':' * 100_000)\nds.markdown(':a' * 50_000)",
    "100,000 entities": "ds.markdown('&amp;' * 100_000)",
    "a table of 3,000 rows": "ds.markdown('|' + 'h|' * 20 + '\\n|' + '-|' * 20 + ('\\n|' + 'c|' * 20) * 3000)",
    "a table of 3,000 columns": "ds.markdown('|' + 'h|' * 3000 + '\\n|' + '-|' * 3000 + ('\\n|' + 'c|' * 3000) * 20)",
    "an object of 50 MB": "class R:\n  def __repr__(self): return 'x' * 50_000_000\nds.write(R())",
    "3,000 toasts": "for n in range(3000): ds.toast(n)",
    "2,000 tabs": "for number, tab in enumerate(ds.tabs([f'tab {n}' for n in range(2000)])): tab.text(number)",
}


def bad(window: AppWindow) -> AppWindow:
    window.find(label="Bad").click()
    return window.wait(60)


def app(source: str, *, end: str = "ds.text('fine')") -> str:
    """A script whose checkbox makes it bad."""
    indented = "\n".join(f"    {line}" for line in source.splitlines())
    return f"{TOP}if bad:\n{indented}\n{end}\n"


def has_problem(window: AppWindow) -> bool:
    """True while the window says that the script cannot be compiled."""
    return window.window.problem


def said_by(window: AppWindow) -> list[str]:
    """What the labels of the window say."""
    return [label.text() for label in window.window.findChildren(QLabel) if label.isVisible()]


def is_fine(window: AppWindow) -> bool:
    return window.window.isVisible() and window.window.session.state.read("kept") == "yes"


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give back what a script may spoil."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "argv", [*sys.argv])
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


def listen(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What is raised in threads from here on."""
    raised: list[BaseException] = []

    def note(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            raised.append(args.exc_value)

    monkeypatch.setattr(threading, "excepthook", note)
    return raised


@contextmanager
def streams_to_spoil(folder: Path) -> Generator[None]:
    """Give the script a terminal of its own; pytest's must not be closed."""
    with (
        (folder / "stdout").open("w", encoding="utf-8") as out,
        (folder / "stderr").open("w", encoding="utf-8", errors="backslashreplace") as err,
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        yield


@pytest.mark.parametrize(("source", "said"), RAISING.values(), ids=RAISING.keys())
def test_an_error_is_shown_and_the_next_click_works(
    app_window: Callable[..., AppWindow], source: str, said: str
) -> None:
    """rule 19.1"""
    window = bad(app_window(app(source)))
    assert window.shows(said)
    assert is_fine(window)
    bad(window)
    assert window.shows("fine")
    assert not window.shows(said)


@pytest.mark.parametrize("source", HARMLESS.values(), ids=HARMLESS.keys())
def test_a_script_may_do_strange_things_and_the_next_click_works(
    app_window: Callable[..., AppWindow], tmp_path: Path, source: str
) -> None:
    with streams_to_spoil(tmp_path):
        window = bad(app_window(app(source)))
        assert not any(isinstance(live.properties, Traceback) for live in window.lives())
        assert is_fine(window)
        bad(window)
        assert window.shows("fine")


@pytest.mark.parametrize("source", HUGE.values(), ids=HUGE.keys())
def test_a_script_that_shows_too_much_does_not_freeze_the_window(
    app_window: Callable[..., AppWindow], source: str
) -> None:
    window = app_window(app(source))
    begin = time.monotonic()
    bad(window)
    assert time.monotonic() - begin < 10
    assert is_fine(window)
    bad(window)
    assert window.shows("fine")


NESTED = {
    "containers": "c = c.container()",
    "columns": "c = c.columns(2)[0]",
    "tabs": "c = c.tabs(['a', 'b'])[0]",
    "expanders": "c = c.expander('e', expanded=True)",
}


@pytest.mark.parametrize("line", NESTED.values(), ids=NESTED.keys())
@pytest.mark.parametrize("many", [70, 1500])
def test_what_is_in_too_many_containers_is_left_out(app_window: Callable[..., AppWindow], line: str, many: int) -> None:
    window = bad(app_window(app(f"c = ds.container()\nfor i in range({many}):\n  {line}\nc.text('deep')")))
    assert not window.shows("deep")
    assert "What is in more than 60 containers cannot be shown." in said_by(window)
    window.window.rerun()
    window.wait(60)
    assert window.shows("fine")
    assert is_fine(bad(window))


def test_what_is_in_many_containers_is_shown(app_window: Callable[..., AppWindow]) -> None:
    window = bad(app_window(app("c = ds.container()\nfor i in range(56):\n  c = c.container()\nc.text('deep')")))
    assert window.shows("deep")


@pytest.mark.parametrize("name", [name for name in RAISING if name not in ("a huge list", "recursion")])
def test_the_traceback_shows_the_users_own_lines_only(app_window: Callable[..., AppWindow], name: str) -> None:
    """rule 19.2"""
    window = bad(app_window(app(RAISING[name][0])))
    shown = [live.properties for live in window.lives() if isinstance(live.properties, Traceback)]
    assert len(shown) == 1
    frames = "\n".join(shown[0].frames)
    assert "app.py" in frames
    assert f"deskstate{os.sep}" not in frames


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("raise OSError('in the callback')", "in the callback"),
        ("raise KeyboardInterrupt('from the callback')", "KeyboardInterrupt"),
        ("raise MemoryError('no room')", "no room"),
        ("fail()", "RecursionError"),
    ],
    ids=["OSError", "KeyboardInterrupt", "MemoryError", "RecursionError"],
)
@pytest.mark.parametrize("hook", ["on_click", "on_change"])
def test_an_error_in_a_callback_is_shown(
    app_window: Callable[..., AppWindow], hook: str, source: str, said: str
) -> None:
    """rule 6.8"""
    call = "ds.button('Go', on_click=fail)" if hook == "on_click" else "ds.checkbox('Go', on_change=fail)"
    window = app_window(
        "import deskstate as ds\nds.session_state.setdefault('kept', 'yes')\n"
        f"def fail():\n    {source}\n{call}\nif ds.button('Fine'):\n    ds.text('good again')\n"
    )
    window.find(label="Go").click().wait()
    assert window.shows(said)
    assert is_fine(window)
    window.window.rerun()
    window.wait().find(label="Fine").click().wait()
    assert window.shows("good again")
    assert not window.shows(said)
    assert is_fine(window)


def test_a_callback_that_exits_ends_the_run_and_nothing_else(app_window: Callable[..., AppWindow]) -> None:
    """rule 19.7"""
    window = app_window(
        "import sys\nimport deskstate as ds\nds.session_state.setdefault('kept', 'yes')\n"
        "ds.button('Go', on_click=lambda: sys.exit(1))\nif ds.button('Fine'):\n    ds.text('good again')\n"
    )
    window.find(label="Go").click().wait()
    assert is_fine(window)
    window.window.rerun()
    window.wait().find(label="Fine").click().wait()
    assert window.shows("good again")
    assert is_fine(window)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_raises_leaves_the_window_alone(
    app_window: Callable[..., AppWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    raised = listen(monkeypatch)
    source = (
        "import threading\ndef f(): raise OSError('in the thread')\nt = threading.Thread(target=f)\nt.start()\nt.join()"
    )
    window = bad(app_window(app(source)))
    assert {str(error) for error in raised} == {"in the thread"}
    assert window.shows("fine")
    assert is_fine(bad(window))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_draws_without_context_is_told(
    app_window: Callable[..., AppWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    """rule 16.6"""
    raised = listen(monkeypatch)
    source = "import threading\nt = threading.Thread(target=lambda: ds.text('x'))\nt.start()\nt.join()"
    window = bad(app_window(app(source)))
    assert [type(error) for error in raised] == [NoSessionError]
    assert window.shows("fine")


def test_a_script_may_delete_itself(app_window: Callable[..., AppWindow]) -> None:
    """rule 18.5"""
    window = app_window(app("import os\nos.remove(__file__)"))
    source = window.app.script.path.read_bytes()
    bad(window)
    assert window.shows("fine")
    bad(window)
    assert has_problem(window)
    assert window.shows("fine")
    assert is_fine(window)
    window.app.script.path.write_bytes(source)
    window.window.rerun()
    window.wait()
    assert not has_problem(window)


@pytest.mark.parametrize(
    "source",
    [b"import deskstate as ds\nds.text('a'", b"\xff\xfe", b"x = '\xff'\n", b"a = 'b\0c'\n", b"def f(:\n", b"  x = 1\n"],
    ids=["an open bracket", "no text", "not UTF-8", "NUL", "no parameter", "indented"],
)
def test_a_script_that_cannot_be_compiled_keeps_the_window(app_window: Callable[..., AppWindow], source: bytes) -> None:
    """rule 19.5"""
    window = app_window(app("pass"))
    good = window.app.script.path.read_bytes()
    window.app.script.path.write_bytes(source)
    window.window.rerun()
    window.wait()
    assert has_problem(window)
    assert window.shows("fine")
    window.app.script.path.write_bytes(good)
    bad(window)
    assert not has_problem(window)
    assert window.shows("fine")
    assert is_fine(window)


HANGING = {
    "hangs": "while True: pass",
    "sleeps": "import time\ntime.sleep(600)",
    "waits for itself": "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()",
    "reruns for ever": "ds.rerun()",
    "draws for ever": "while True: ds.text('x')",
    "swallows everything": "while True:\n  try:\n    while True: ds.text('x')\n  except BaseException: pass",
}


@pytest.mark.parametrize("source", HANGING.values(), ids=HANGING.keys())
def test_a_script_that_does_not_end_can_be_stopped(app_window: Callable[..., AppWindow], source: str) -> None:
    """rule 16.2"""
    window = app_window(app(source))
    window.find(label="Bad").click()
    window.wait_for(lambda: not window.window.session.ended.is_set())
    window.idle(60)
    window.window.stop()
    window.wait(30)
    assert is_fine(window)
    bad(window)
    assert window.shows("fine")
    assert is_fine(window)


@pytest.mark.parametrize("many", [10_000, pytest.param(100_000, marks=[pytest.mark.slow, pytest.mark.timeout(300)])])
def test_many_elements_do_not_stop_the_window(app_window: Callable[..., AppWindow], many: int) -> None:
    window = app_window(app(f"for i in range({many}): ds.text(i)"))
    window.find(label="Bad").click()
    window.wait(120)
    assert window.window.session.run is not None
    assert len(window.window.session.run.main.children or ()) == many + 2
    assert is_fine(window)
    bad(window)
    assert window.shows("fine")
    assert is_fine(window)
