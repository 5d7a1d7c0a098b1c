"""After any history of scripts and edits the window looks exactly as if it had been built anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTreeView

from deskstate.core.properties import inputs, layout
from deskstate.testing.window import AppWindow, Found, deliver_deferred, open_app
from tests.shell.fresh import Fresh, rest

HEAD = "import deskstate as ds\n"
WORDS = [
    "",
    "a",
    "A *longer* text with `code`",
    "two\n\nparagraphs",
    "x" * 90,
    ":material/star: and :red[red]",
    "- one\n- two",
]
LABELS = [
    "Name",
    "A label that is long enough to need more than one line when the window is as narrow as can be",
    "*It*",
]
SOURCES = ["a = 1", "for i in x:\n    print(i)", ""]
AREAS = ["", "one\ntwo"]
CHOICES = [["red", "green"], ["red", "green", "blue"], ["one", "two", "three", "four", "five"], ["red"]]


class Writer:
    """Writes one random script; names come from a small set, so that scripts have much in common."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.names = list(range(14))
        self.rng.shuffle(self.names)
        self.lines: list[str] = []

    def script(self) -> str:
        """The whole script."""
        for _ in range(self.rng.randrange(1, 8)):
            self.command("ds", 0, form=False)
        return HEAD + "\n".join(self.lines) + "\n"

    def command(self, place: str, depth: int, *, form: bool) -> None:
        """One command at a place: a variable of the script."""
        kinds: list[Callable[[str, int, bool], None]] = [
            self.text,
            self.text,
            self.status,
            self.input,
            self.input,
            self.input,
        ]
        if depth < 2:
            kinds += [self.columns, self.container, self.expander, self.tabs]
            if not form and depth == 0:
                kinds += [self.form, self.sidebar]
        self.rng.choice(kinds)(place, depth, form)

    def say(self, line: str) -> None:
        """Add a line."""
        self.lines.append(line)

    def text(self, place: str, _depth: int, _form: bool) -> None:
        """A text of some kind."""
        pick = self.rng.choice
        word = pick(WORDS)
        calls = [
            f"title({pick(['One', 'Two'])!r})",
            f"header({pick(['One', 'Two'])!r}, divider={pick([False, 'red', 'blue'])!r})",
            f"markdown({word!r}, help={pick([None, 'Help'])!r})",
            f"markdown({word!r}, text_alignment={pick(['left', 'center', 'right'])!r})",
            f"text({word!r}, width={pick(['content', 'stretch', 200])!r})",
            f"caption({word!r})",
            f"code({pick(SOURCES)!r}, line_numbers={pick([True, False])})",
            "divider()",
            f"metric({pick(LABELS)!r}, {pick([1, 12.5, 'many'])!r}, {pick([None, 3, -3])!r}, "
            f"border={pick([True, False])})",
            f"json({pick([{'a': 1}, [1, 2, {'b': None}], {}])!r})",
        ]
        self.say(f"{place}.{pick(calls)}")

    def status(self, place: str, _depth: int, _form: bool) -> None:
        """A message or a bar."""
        pick = self.rng.choice
        calls = [
            f"{pick(['success', 'info', 'warning', 'error'])}({pick(WORDS)!r}, "
            f"icon={pick([None, '🔥', ':material/star:'])!r})",
            f"progress({pick([0, 40, 100])}, text={pick([None, 'So far', '*Done*'])!r})",
            "exception(ValueError('what'))",
            "empty()",
        ]
        self.say(f"{place}.{pick(calls)}")

    def input(self, place: str, _depth: int, form: bool) -> None:
        """Something to fill in."""
        if not self.names:
            return
        pick = self.rng.choice
        name = self.names.pop()
        keyed = name % 2 == 0
        label = f"{pick(LABELS)} {name}" if keyed else f"{LABELS[name % 3]} {name}"
        more = f"key='k{name}', " if keyed else ""
        more += f"disabled={pick([False, False, True])}, help={pick([None, 'Help'])!r}"
        seen = f"{more}, label_visibility={pick(['visible', 'visible', 'hidden', 'collapsed'])!r}"
        options = pick(CHOICES)
        calls = {
            0: f"checkbox({label!r}, {pick([True, False])}, {seen})",
            1: f"toggle({label!r}, {pick([True, False])}, {seen})",
            2: f"text_input({label!r}, {pick(['', 'text', None])!r}, {seen}, placeholder={pick(['', 'here'])!r}, "
            f"icon={pick([None, ':material/search:'])!r}, width={pick(['stretch', 150])!r})",
            3: f"text_area({label!r}, {pick(AREAS)!r}, {seen}, height={pick([None, 100, 'content'])!r})",
            4: f"number_input({label!r}, 0, 20, {pick([0, 5])}, step={pick([1, 5])}, {seen})",
            5: f"slider({label!r}, 0, 20, {pick([3, 7, (2, 9)])}, {seen})",
            6: f"selectbox({label!r}, {options!r}, {pick([0, None])}, {seen})",
            7: f"radio({label!r}, {options!r}, {pick([0, None])}, {seen}, horizontal={pick([True, False])})",
            8: f"multiselect({label!r}, {options!r}, {options[:1]!r}, {seen})",
            9: f"button({label!r}, {more}, type={pick(['primary', 'secondary', 'tertiary'])!r}, "
            f"icon={pick([None, '🔥'])!r}, width={pick(['content', 'stretch'])!r})",
        }
        number = name % 10 if keyed else pick(range(10))
        if form and number == 9:
            number = 0
        self.say(f"{place}.{calls[number]}")

    def inside(self, place: str, depth: int, *, form: bool) -> None:
        """Some commands in a container."""
        for _ in range(self.rng.randrange(4)):
            self.command(place, depth + 1, form=form)

    def columns(self, place: str, depth: int, form: bool) -> None:
        """Side by side."""
        pick = self.rng.choice
        specs: list[int | list[int]] = [2, 3, [1, 2]]
        spec = pick(specs)
        many = spec if isinstance(spec, int) else len(spec)
        name = f"c{len(self.lines)}"
        self.say(f"{name} = {place}.columns({spec}, gap={pick(['small', 'large'])!r}, border={pick([True, False])}, "
                 f"vertical_alignment={pick(['top', 'center', 'bottom'])!r})")  # fmt: skip
        for index in range(many):
            self.inside(f"{name}[{index}]", depth, form=form)

    def container(self, place: str, depth: int, form: bool) -> None:
        """A group."""
        pick = self.rng.choice
        name = f"c{len(self.lines)}"
        self.say(f"{name} = {place}.container(border={pick([True, False])}, horizontal={pick([True, False, False])}, "
                 f"height={pick(['content', 'content', 150])!r}, gap={pick(['small', 'medium', None])!r})")  # fmt: skip
        self.inside(name, depth, form=form)

    def expander(self, place: str, depth: int, form: bool) -> None:
        """Something to open."""
        name = f"c{len(self.lines)}"
        self.say(f"{name} = {place}.expander({self.rng.choice(['More', 'Less'])!r}, expanded={depth == 0})")
        self.inside(name, depth, form=form)

    def tabs(self, place: str, depth: int, form: bool) -> None:
        """One of several."""
        name = f"c{len(self.lines)}"
        labels = ["One", "Two", "Three"][: self.rng.randrange(1, 4)]  # the first stays the open one
        self.say(f"{name} = {place}.tabs({labels!r})")
        for index in range(len(labels)):
            self.inside(f"{name}[{index}]", depth, form=form)

    def form(self, place: str, depth: int, _form: bool) -> None:
        """A form."""
        if not self.names:
            return
        number = self.names.pop()
        self.say(f"f{number} = {place}.form('f{number}', border={self.rng.choice([True, False])})")
        self.inside(f"f{number}", depth, form=True)
        self.say(f"f{number}.form_submit_button('Send {number}')")

    def sidebar(self, _place: str, depth: int, _form: bool) -> None:
        """The side."""
        self.inside("ds.sidebar", depth, form=False)


def edit(window: AppWindow, rng: random.Random) -> None:
    """Do something to one of the inputs, as a person would."""
    candidates = [
        live for live in window.lives() if live.id is not None and not getattr(live.properties, "disabled", True)
    ]
    if not candidates:
        return
    found = Found(window, rng.choice(candidates))
    if not found.is_visible():
        return
    match found.live.properties:
        case inputs.TextInput() | inputs.TextArea():
            found.type(rng.choice(["a", "Ada"])).press("Ctrl+Return" if rng.random() < 0.5 else "Tab")
        case inputs.Slider():
            found.press(rng.choice(["Right", "Left", "End"]))
        case inputs.NumberInput():
            found.press(rng.choice(["Up", "Down"])).press("Return")
        case inputs.Radio():
            found.press("Down")
        case inputs.Selectbox() | inputs.Multiselect():
            found.press("Down").press("Down").press("Return").press("Escape")
        case _:
            found.click()
    window.wait()


def fold(window: AppWindow, rng: random.Random) -> None:
    """Open or close an expander, a tab or some data, as a person would."""
    candidates = [live for live in window.lives() if live.properties.kind in ("expander", "tab", "json")]
    if not candidates:
        return
    found = Found(window, rng.choice(candidates))
    around = found.live.parent
    assert around is not None
    if not Found(window, around).is_visible():  # to show it would open more than this
        return
    match found.live.properties:
        case layout.Expander():
            found.click()
        case layout.Tab():
            around.native().focus()
            window.press(rng.choice(["Left", "Right", "End"]))
        case _:
            tree = found.widget.findChild(QTreeView)
            assert isinstance(tree, QTreeView)
            top = tree.model().index(0, 0)
            tree.setExpanded(top, not tree.isExpanded(top))
    window.wait()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("chance", range(60))
def test_a_patched_window_looks_like_a_fresh_one(tmp_path: Path, chance: int) -> None:
    compare(tmp_path, chance)


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("chance", range(60, 600))
def test_a_patched_window_looks_like_a_fresh_one_whatever_came_before(tmp_path: Path, chance: int) -> None:
    compare(tmp_path, chance)


def compare(folder: Path, chance: int) -> None:
    """Play one history, and lay the window beside one that is built anew."""
    rng, folding = random.Random(chance), random.Random(chance)
    script = folder / "app.py"
    script.write_text(Writer(rng).script(), encoding="utf-8")
    window = open_app(script)
    try:
        window.window.resize(rng.choice([480, 960]), 700)
        for _ in range(rng.randrange(1, 6)):
            for _ in range(rng.randrange(3)):
                edit(window, rng)
            for _ in range(folding.randrange(3)):
                fold(window, folding)
            script.write_text(Writer(rng).script(), encoding="utf-8")
            window.window.rerun()
            window.wait()
        window.window.stage.forget_edits()
        rest(window.window)
        fresh = Fresh(window.window)
        try:
            difference = fresh.difference()
            if difference:
                for name, picture in zip(("patched", "fresh"), fresh.pictures(), strict=True):
                    picture.save(str(folder / f"{name}.png"))
            assert not difference, f"{difference}\n{folder}\n{script.read_text(encoding='utf-8')}"
        finally:
            fresh.close()
    finally:
        window.app.dispose()
        deliver_deferred()
