"""Whatever a script does wrong, the window lives, says what happened, and keeps the state."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
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
    "raises KeyboardInterrupt": ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    "raises GeneratorExit": ("raise GeneratorExit", "GeneratorExit"),
    "recursion": ("def f(): f()\nf()", "RecursionError"),
    "MemoryError": ("raise MemoryError('too much')", "MemoryError"),
    "a huge list": ("[0] * (1 << 62)", "MemoryError"),
    "asserts": ("assert False, 'as I said'", "as I said"),
    "imports what is not there": ("import not_there_at_all", "not_there_at_all"),
    "a duplicate key": ("ds.button('a', key='k')\nds.button('b', key='k')", "k"),
    "a duplicate element": ("ds.button('a')\nds.button('a')", "button"),
    "a wrong width": ("ds.text('a', width='wide')", "width"),
    "a wrong icon": ("ds.info('a', icon='nothing')", "nothing"),
    "reads what is not set": ("ds.session_state.missing", "missing"),
    "a name that is not there": ("ds.not_a_command('a')", "not_a_command"),
    "not UTF-8 inside": ("b'\\xff'.decode()", "UnicodeDecodeError"),
    "exits a thread pool badly": (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor() as pool: pool.submit(lambda: 1/0).result()",
        "ZeroDivisionError",
    ),
}

HARMLESS: dict[str, str] = {
    "sys.exit": "import sys\nsys.exit(1)",
    "os.chdir": "import os, tempfile\nos.chdir(tempfile.gettempdir())",
    "deletes itself": "import os\nos.remove(__file__)",
    "prints much": "import sys, io\nsys.stdout = io.StringIO()\nprint('x' * 100_000_000)\nsys.stdout = sys.__stdout__",
    "closes stdout": "import sys, os\nsys.stdout = open(os.devnull, 'w')\nsys.stdout.close()\nsys.stdout = sys.__stdout__",
    "a huge label": "ds.button('x' * 100_000)",
    "NUL characters": "ds.text('a\\0b'); ds.markdown('a\\0b'); ds.text_input('a\\0b', 'c\\0d')",
    "half a character": "ds.text('a\\ud800b'); ds.markdown('a\\ud800b'); ds.text_input('a\\ud800', 'c\\udfff')",
    "a thread that raises": "import threading\nt = threading.Thread(target=lambda: None)\nt.start()\nt.join()",
    "forks": "import os\npid = os.fork()\nif pid == 0: os._exit(0)\nos.waitpid(pid, 0)",
    "replaces builtins": "import builtins\nkept = builtins.print\nbuiltins.print = None\nbuiltins.print = kept",
    "clears sys.path": "import sys\nkept = list(sys.path)\nsys.path.clear()\nsys.path.extend(kept)",
    "stops in a finally": "try:\n  ds.stop()\nfinally:\n  ds.text('left')",
    "changes sys.argv": "import sys\nsys.argv[:] = []",
    "an element in a loop": "for i in range(3000): ds.text(i)",
}


def bad(window: AppWindow) -> AppWindow:
    window.find(label="Bad").click()
    return window.wait(60)


@pytest.mark.parametrize(("source", "said"), RAISING.values(), ids=RAISING.keys())
@pytest.mark.filterwarnings("ignore")
def test_an_error_is_shown_and_the_next_click_works(
    app_window: Callable[..., AppWindow], tmp_path: Path, source: str, said: str
) -> None:
    """rule 19.1"""
    indented = "\n".join(f"    {line}" for line in source.splitlines())
    window = bad(app_window(f"{TOP}if bad:\n{indented}\nds.text('fine')\n"))
    assert window.shows(said)
    assert window.window.session.state.read("kept") == "yes"
    bad(window)
    assert window.shows("fine")
    assert not window.shows(said)


@pytest.mark.parametrize("source", HARMLESS.values(), ids=HARMLESS.keys())
@pytest.mark.filterwarnings("ignore")
def test_a_script_may_do_strange_things(
    app_window: Callable[..., AppWindow], tmp_path: Path, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    indented = "\n".join(f"    {line}" for line in source.splitlines())
    window = bad(app_window(f"{TOP}if bad:\n{indented}\nds.text('fine')\n"))
    assert window.window.isVisible()
    assert window.window.session.state.read("kept") == "yes"


@pytest.mark.filterwarnings("ignore")
def test_an_error_in_a_callback_is_shown(app_window: Callable[..., AppWindow]) -> None:
    """rule 6.8"""
    window = app_window(
        "import deskstate as ds\n"
        "def fail(): raise OSError('in the callback')\n"
        "ds.button('Go', on_click=fail)\nds.button('Fine')\n"
    )
    window.find(label="Go").click().wait()
    assert window.shows("in the callback")
