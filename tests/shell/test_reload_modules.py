"""A saved module is imported anew, with those that import it; the others, and classes whose source stayed, stay."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import deskstate
from deskstate.runtime.options import Options
from deskstate.runtime.script import Script
from deskstate.shell.application import Application, Reload
from deskstate.testing.window import AppWindow, deliver_deferred

Open = Callable[..., AppWindow]

GOODS = """
from dataclasses import dataclass
from enum import Enum

class Kind(Enum):
    FRAGILE = 1
    HEAVY = 2

@dataclass
class Parcel:
    weight: int = 3

    class Stamp:
        pass

    def describe(self):
        return word()

def word():
    return "old"
"""
KEPT = """
import pickle
import deskstate as ds
from goods import Kind, Parcel
state = ds.session_state
state.setdefault("parcel", Parcel())
state.setdefault("stamp", Parcel.Stamp())
state.setdefault("kind", Kind.FRAGILE)
ds.text(f"parcel {isinstance(state.parcel, Parcel)}, equal {state.parcel == Parcel()}")
ds.text(f"kind {state.kind is Kind.FRAGILE}, stamp {isinstance(state.stamp, Parcel.Stamp)}")
ds.text(f"pickled {pickle.loads(pickle.dumps(state.parcel)) == state.parcel}, it is {state.parcel.describe()}")
"""
SAME = ("parcel True, equal True", "kind True, stamp True")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """The app's folder; its modules are forgotten after the test."""
    before = list(sys.path)
    yield tmp_path
    sys.path[:] = before
    for name, module in list(sys.modules.items()):
        places = (getattr(module, "__file__", None), *getattr(module, "__path__", ()))
        if any(str(place).startswith(str(tmp_path)) for place in places):
            del sys.modules[name]


def write(home: Path, files: Mapping[str, str]) -> Path:
    """Write some files; answers with the script."""
    for name, source in files.items():
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text(source, encoding="utf-8")
    return home / "app.py"


def shows(window: AppWindow, *texts: str) -> bool:
    return all(window.shows(text) for text in texts)


def open_kept(app_window: Open, home: Path, app: str = KEPT) -> AppWindow:
    return app_window(write(home, {"app.py": app, "goods.py": GOODS}), reload=Reload.AT_ONCE)


def test_classes_of_untouched_modules_stay_when_another_one_is_saved(app_window: Open, home: Path) -> None:
    """rule 18.2"""
    write(home, {"shapes.py": "WORD = 'one'"})
    window = open_kept(app_window, home, KEPT + "import shapes\nds.text(shapes.WORD)\n")
    write(home, {"shapes.py": "WORD = 'two'"})
    window.wait_for(lambda: window.shows("two"))
    assert shows(window, *SAME, "pickled True, it is old")


def test_classes_whose_source_stayed_stay_in_a_module_that_is_saved(app_window: Open, home: Path) -> None:
    """rule 18.2"""
    window = open_kept(app_window, home)
    for source in (GOODS.replace("old", "new"), GOODS.replace("old", "newest"), GOODS):
        write(home, {"goods.py": source})
        word = source.split('"')[-2]
        window.wait_for(lambda word=word: window.shows(f"pickled True, it is {word}"))  # type: ignore[misc] # bound
        assert shows(window, *SAME)


def test_classes_stay_through_a_module_that_was_half_saved(app_window: Open, home: Path) -> None:
    """rule 18.2"""
    window = open_kept(app_window, home)
    write(home, {"goods.py": GOODS[:-20]})
    window.wait_for(lambda: window.shows("SyntaxError"))
    write(home, {"goods.py": GOODS})
    window.wait_for(lambda: window.shows("pickled True, it is old"))
    assert shows(window, *SAME)
    assert not window.shows("SyntaxError")


def test_a_class_whose_source_changed_is_a_new_one(app_window: Open, home: Path) -> None:
    """rule 18.2"""
    window = open_kept(app_window, home, KEPT.partition('ds.text(f"pickled')[0])
    write(home, {"goods.py": GOODS.replace("word()", "word() + word()", 1)})
    window.wait_for(lambda: window.shows("parcel False, equal False"))
    assert window.shows("kind True, stamp False")


def test_a_class_follows_its_base(app_window: Open, home: Path) -> None:
    """rule 18.2"""
    files = {
        "bases.py": "class Base:\n    word = 'one'\n",
        "goods.py": "from bases import Base\nclass Parcel(Base): ...\n",
    }
    app = (
        "import bases, deskstate as ds\nfrom bases import Base\nfrom goods import Parcel\n"
        "kept = ds.session_state.setdefault('kept', Parcel())\n"
        "ds.text(f'{isinstance(kept, Parcel)} {issubclass(Parcel, Base)} {Parcel.word}')\n"
        "ds.text(f'more: {hasattr(bases, \"MORE\")}')\n"
    )
    window = app_window(write(home, {"app.py": app, **files}), reload=Reload.AT_ONCE)
    write(home, {"bases.py": files["bases.py"] + "MORE = 1\n"})
    window.wait_for(lambda: window.shows("more: True"))
    assert window.shows("True True one")
    write(home, {"bases.py": files["bases.py"].replace("one", "two")})
    window.wait_for(lambda: window.shows("True two"))
    assert window.shows("False True two")


def test_all_classes_are_new_where_this_is_wanted(qapp: object, home: Path) -> None:
    path = write(home, {"app.py": KEPT.partition('ds.text(f"pickled')[0], "goods.py": GOODS})
    app = Application(Script(path, write=deskstate.write, stable_classes=False), Options(), reload=Reload.AT_ONCE)
    try:
        window = AppWindow(app, app.open_window()).wait()
        write(home, {"goods.py": GOODS + "MORE = 1\n"})
        window.wait_for(lambda: window.shows("parcel False"))
        assert window.shows("kind False")
    finally:
        app.dispose()
        deliver_deferred()


def test_an_untouched_module_keeps_what_it_holds_and_several_windows_share_it(app_window: Open, home: Path) -> None:
    """rule 1.4"""
    files = {
        "held.py": "ITEMS = []\n",
        "shapes.py": "WORD = 'one'\n",
        "app.py": "import deskstate as ds\nimport held, shapes\nheld.ITEMS.append(1)\n"
        "ds.text(f'{shapes.WORD}, {len(held.ITEMS)} items')\n",
    }
    window = app_window(write(home, files), reload=Reload.AT_ONCE)
    other = AppWindow(window.app, window.app.open_window()).wait()
    assert other.shows("one, 2 items")
    write(home, {"shapes.py": "WORD = 'two'\n"})
    for each in (window, other):
        each.wait_for(lambda each=each: each.shows("two"))  # type: ignore[misc] # bound
    assert window.shows("4 items") or other.shows("4 items")


CONCERNED = {
    "import": ({"a.py": "import b\n", "b.py": "", "c.py": ""}, "b", "a b"),
    "from import": ({"a.py": "from b import LOADED as x\n", "b.py": "", "c.py": ""}, "b", "a b"),
    "import in a function": ({"a.py": "def f():\n    import b\n", "b.py": "", "c.py": ""}, "b", "a b"),
    "indirectly": ({"a.py": "import b\n", "b.py": "from c import *\n", "c.py": "", "d.py": ""}, "c", "a b c"),
    "in a circle": ({"a.py": "import b\n", "b.py": "import a\n", "c.py": ""}, "b", "a b"),
    "what it imports": ({"a.py": "import b\n", "b.py": ""}, "a", "a"),
    "by name": ({"a.py": "import importlib as i\nx = i.import_module('b')\n", "b.py": "", "c.py": ""}, "b", "a b"),
    "by a computed name": ({"a.py": "x = __import__('b b'.split()[0])\n", "b.py": "", "c.py": ""}, "b", "a b"),
    "by a computed name in a package": (
        {
            "p/__init__.py": "import importlib\nx = [importlib.import_module(f'.{n}', __name__) for n in 'ab']\n",
            "p/a.py": "",
            "p/b.py": "",
            "c.py": "",
        },
        "p.a",
        "p p.a",
    ),
    "by a computed name elsewhere": (
        {"a.py": "import importlib\nx = [importlib.import_module('p.' + n) for n in 'b']\n", "p/b.py": "", "c.py": ""},
        "c",
        "c",
    ),
    "for type checkers": (
        {"a.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import b\n", "b.py": ""},
        "b",
        "b",
    ),
    "a package": (
        {"p/__init__.py": "", "p/a.py": "", "b.py": "import p\n", "c.py": "from p.a import LOADED as x\n"},
        "p",
        "b p",
    ),
    "a module in a package": (
        {"p/__init__.py": "", "p/a.py": "", "b.py": "import p\n", "c.py": "from p import a\n"},
        "p.a",
        "c p.a",
    ),
    "relatively": (
        {"p/__init__.py": "from . import a\n", "p/a.py": "from .b import LOADED as x\n", "p/b.py": ""},
        "p.b",
        "p p.a p.b",
    ),
}


@pytest.mark.parametrize(("files", "saved", "expected"), CONCERNED.values(), ids=CONCERNED.keys())
def test_only_what_changed_and_what_imports_it_is_executed_again(
    app_window: Open, home: Path, files: dict[str, str], saved: str, expected: str
) -> None:
    """rule 18.2"""
    names = {file.removesuffix(".py").removesuffix("/__init__").replace("/", "."): file for file in files}
    app = (
        f"import sys\nimport deskstate as ds\nimport {', '.join(names)}\nnames = {sorted(names)}\n"
        f"assert {' == '.join(f'{name}.LOADED' for name in names)}\n"
        "kept = ds.session_state.setdefault('kept', {name: sys.modules[name] for name in names})\n"
        "ds.text(f'again: {\" \".join(name for name in names if sys.modules[name] is not kept[name])}.')\n"
    )
    sources = {file: source + "LOADED = 1\n" for file, source in files.items()}
    window = app_window(write(home, {"app.py": app, **sources}), reload=Reload.AT_ONCE)
    assert window.shows("again: .")
    write(home, {names[saved]: sources[names[saved]] + "MORE = 1\n"})
    window.wait_for(lambda: not window.shows("again: ."))
    assert window.shows(f"again: {expected}.")


MODULE_APP = """
import deskstate as ds
n = ds.text_input("N", "6")
import goods, other
ds.text(f"n {n}, {goods.WORD}, {other.WORD}")
"""


def test_a_module_that_was_away_and_is_back_runs_the_app_again(app_window: Open, home: Path) -> None:
    """rule 18.1"""
    files = {"app.py": MODULE_APP, "goods.py": "WORD = 'goods'\n", "other.py": "import goods\nWORD = 'one'\n"}
    window = app_window(write(home, files), reload=Reload.AT_ONCE)
    (home / "goods.py").rename(home / "away")
    write(home, {"other.py": "import goods\nWORD = 'two'\n"})
    window.wait_for(lambda: window.shows("ModuleNotFoundError"))
    window.find(label="N").clear().type("7").press("Return").wait()
    (home / "away").rename(home / "goods.py")
    window.wait_for(lambda: window.shows("n 7, goods, two"))
    assert not window.shows("ModuleNotFoundError")


def test_a_module_that_comes_late_runs_the_app_again(app_window: Open, home: Path) -> None:
    """rule 18.1"""
    window = app_window(write(home, {"app.py": MODULE_APP, "goods.py": "WORD = 'goods'\n"}), reload=Reload.AT_ONCE)
    assert window.shows("ModuleNotFoundError")
    write(home, {"other.py": "WORD = 'half\n"})
    window.wait_for(lambda: window.shows("SyntaxError"))
    write(home, {"other.py": "WORD = 'whole'\n"})
    window.wait_for(lambda: window.shows("n 6, goods, whole"))


def test_a_module_that_is_gone_is_gone_for_those_that_are_saved(app_window: Open, home: Path) -> None:
    """rule 18.2"""
    files = {"app.py": MODULE_APP, "goods.py": "WORD = 'goods'\n", "other.py": "WORD = 'one'\n"}
    window = app_window(write(home, files), reload=Reload.AT_ONCE)
    (home / "goods.py").unlink()
    write(home, {"other.py": "WORD = 'two'\n"})
    window.wait_for(lambda: window.shows("No module named 'goods'"))
    write(home, {"app.py": MODULE_APP.replace("import goods, other", "import other").replace("{goods.WORD}, ", "")})
    window.wait_for(lambda: window.shows("n 6, two"))


def test_a_module_saved_twice_in_one_second_is_as_it_was_saved_last(app_window: Open, home: Path) -> None:
    """rule 18.2"""
    files = {"app.py": MODULE_APP, "goods.py": "WORD = 'goods'\n", "other.py": "WORD = 'one'\n"}
    window = app_window(write(home, files), reload=Reload.AT_ONCE)
    for word in ("two", "six", "ten"):
        write(home, {"other.py": f"WORD = {word!r}\n"})
        window.wait_for(lambda word=word: window.shows(f"goods, {word}"))  # type: ignore[misc] # bound
