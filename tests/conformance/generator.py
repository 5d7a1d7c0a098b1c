"""Random apps and what a person does with them, each from its seed.

No Qt. A script is written statement by statement, with the names that it may use so far. Not by hypothesis: it tries
five variations of each example, so that a thousand examples hold fewer than two hundred scripts. shrink.py shortens
what this finds.
"""

from __future__ import annotations

import random
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Final

from tests.conformance import words
from tests.conformance.steps import Step, Verb

STEPS = 10
"""Interactions of one app."""
_DEPTH = 3
"""Blocks inside blocks."""
_TOUCHES: Final[tuple[Verb, ...]] = ("touch",) * 12
_SUBMITS: Final[tuple[Verb, ...]] = ("submit",) * 12
_CLEAR: Final = "ss.clear(); ss.n = n"


@dataclass(frozen=True)
class App:
    """A script and the steps that are tried on it."""

    script: str
    steps: tuple[Step, ...]


@dataclass
class _Names:
    """What the script knows at one place."""

    values: list[str] = field(default_factory=list[str])
    """Variables that hold what an input returned."""
    containers: list[str] = field(default_factory=list[str])
    places: list[str] = field(default_factory=list[str])
    """What holds one element."""

    def copy(self) -> _Names:
        return _Names(list(self.values), list(self.containers), list(self.places))


class _Writer:
    """Writes one script."""

    def __init__(self, chooser: random.Random) -> None:
        self.random = chooser
        self.lines: list[str] = []
        self.depth = 0
        self.count = 0
        self.callbacks = 0
        self.form: str | None = None
        """The key of the submit button of the form around, or None."""
        self.clears = False
        """True inside a form with clear_on_submit."""
        self.over = ""
        """What is drawn over, or empty."""
        self.names = _Names()
        self.forgets = self.chance(60)
        """True when keys are deleted. Then each stays with one input, as the reference cannot delete a key whose input
        has become another one."""
        self.lasting = [kind for kind in words.KINDS if not (self.forgets and kind.turns)]
        """Kinds of inputs that may have keys."""
        self.kinds: list[words.Kind] = [self.pick(*self.lasting) for _ in range(words.KEYS)]
        """Of the inputs with key k0, k1 …"""
        self.arguments: list[tuple[str, ...]] = [self.pick(*kind.arguments) for kind in self.kinds]
        """Theirs."""
        self.used: set[str] = set()
        """Keys and labels that this script has given away."""
        self.targets: list[tuple[str, words.Kind]] = []
        """What a step can act on: a key, or kind and number."""
        self.buttons: list[str] = []
        self.fields: dict[str, list[tuple[str, words.Kind]]] = {}
        """Inputs of each submit button's form, by the button's key."""

    def pick(self, *choices: Any) -> Any:
        """One of some things."""
        return self.random.choice(choices)

    def chance(self, percent: int) -> bool:
        """True in so many of 100 cases."""
        return self.random.randrange(100) < percent

    def say(self, line: str) -> None:
        self.lines.append("    " * self.depth + line)

    @contextmanager
    def block(self, head: str) -> Generator[None]:
        """Lines below a head, with names that are known only there."""
        self.say(head)
        self.depth += 1
        names, self.names = self.names, self.names.copy()
        yield
        self.names = names
        self.depth -= 1

    def fresh(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count}"

    # The parts of a script

    def write(self) -> str:
        self.lines += words.PRELUDE.splitlines()
        self.say("n = ss.n = ss.get('n', 0) + 1")
        self.callbacks = self.pick(0, 1, 2)
        for number in range(self.callbacks):
            self.callback(number)
        self.body(self.pick(2, 3, 4, 6, 8, 10))
        return "\n".join(self.lines)

    def callback(self, number: int) -> None:
        with self.block(f"def cb{number}(*args, **kwargs):"):
            self.say(f"ss.setdefault('log', []).append(('cb{number}', args, kwargs, ss.get({self.key()!r})))")
            for _ in range(self.pick(1, 0, 2)):
                self.say(self.effect())

    def effect(self) -> str:
        key = self.key()
        return str(
            self.pick(
                f"ss[{key!r}] = {self.fitting(key)}",
                f"ss[{key!r}] = {self.fitting(key)}",
                f"if {key!r} in ss: ss[{key!r}] = ss[{key!r}]",
                self.forgetting(key),
                f"ds.text('from a callback {key}')",
                "if n % 3 == 0: ds.rerun()",
                "if n % 4 == 0: raise ValueError('boom')",
                "if n % 4 == 1: ds.stop()",
                f"if n % 5 == 0: {_CLEAR}" if self.forgets else f"ss.update({key}={self.fitting(key)})",
            )
        )

    def forgetting(self, key: str) -> str:
        """A statement that deletes a key."""
        if not self.forgets:
            return f"ss.get({key!r})"
        return str(
            self.pick(f"ss.pop({key!r}, None)", f"if {key!r} in ss: del ss[{key!r}]", f"if {key!r} in ss: del ss.{key}")
        )

    def body(self, size: int) -> None:
        for _ in range(size):
            self.statement()

    def statement(self) -> None:
        deep = self.depth >= _DEPTH
        kind = self.pick(*words.STATEMENTS_DEEP) if deep else self.pick(*words.STATEMENTS)
        getattr(self, f"say_{kind}")()

    def say_input(self) -> None:
        number = self.random.randint(0, words.KEYS - 1)
        key = f"k{number}"
        kind = self.kinds[number]
        named = ""
        if self.clears and self.chance(50):  # no code assigns these: see the difference "assigned-after-submit"
            key = self.fresh("q")
            kind = self.pick(*(each for each in words.KINDS if each.on))  # nor what new bounds put in their place
            arguments = self.arguments_of(kind)
        elif self.clears or not self.free(key) or self.chance(25):
            key = ""
            kind = self.pick(*words.KINDS)
            arguments = self.arguments_of(kind)
        elif self.forgets:
            arguments = self.arguments[number]
        else:
            if self.chance(20):  # no callback: what is assigned may settle
                kind = replace(self.pick(*words.KINDS), on="")
            named = f"f'k{{n % 2 * {number}}}'" if self.chance(8) else ""
            arguments = self.arguments_of(kind)
        arguments = (self.label(kind), *arguments)
        if key:
            arguments += (f"key={named or repr(key)}",)
            if (self.forgets or not self.kinds[number].on) and self.chance(
                20
            ):  # else inputs of other kinds get the value
                arguments += (f"persist_state={self.pick('session', 'page')!r}",)
        arguments += tuple(self.extras(kind))
        name = self.fresh("v")
        self.say(f"{name} = {self.target()}.{kind.name}({', '.join(arguments)})")
        self.names.values.append(name)
        target = (key or f"{kind.name}:{self.random.randint(0, 1)}", kind)
        self.targets.append(target)
        if self.form is not None:
            self.fields.setdefault(self.form, []).append(target)
        if self.chance(60):
            self.say(f"ds.write(repr({name}))")

    def arguments_of(self, kind: words.Kind) -> tuple[str, ...]:
        """Some that follow the label, now and then a default that another input gives."""
        if kind.name in ("text_input", "text_area") and kind.on and self.chance(10):
            return (f"str({self.value()})",)
        arguments: tuple[str, ...] = self.pick(*kind.arguments)
        return arguments

    def free(self, name: str) -> bool:
        """True for what no element has yet, and now and then for what one has."""
        if name in self.used:
            return self.chance(10)
        self.used.add(name)
        return True

    def extras(self, kind: words.Kind) -> list[str]:
        found: list[str] = []
        calls = bool(self.callbacks and kind.on)
        if calls and self.chance(35) and (self.form is None or self.chance(3)):
            found.append(f"{kind.on}=cb{self.random.randint(0, self.callbacks - 1)}")
            if self.chance(40):
                found.append(f"args=(n, {self.value()})")
            if self.chance(15):
                found.append(f"kwargs={{'x': {self.value()}}}")
        elif kind.on != "on_click" and self.chance(5):
            found.append("on_change='ignore'")
        if self.chance(8):
            found.append(f"disabled=bool({self.condition()})")
        if self.chance(8):
            found.append("help='h'")
        return found

    def say_button(self) -> None:
        if self.form is not None and not self.chance(3):
            return self.say_input()
        key = self.fresh("b")
        name = self.fresh("v")
        extras = ", ".join([f"{key!r}", f"key={key!r}", *self.extras(words.BUTTON)])
        self.say(f"{name} = {self.target()}.button({extras})")
        self.names.values.append(name)
        self.buttons.append(key)
        if not self.chance(40):
            with self.block(f"if {name}:"):
                self.body(self.pick(1, 2))
        return None

    def say_display(self) -> None:
        self.say(f"{self.target()}.{self.pick(*words.DISPLAYS).format(value=self.value())}")

    def say_read(self) -> None:
        if self.chance(4):
            return self.say(f"ds.write(repr(ss[{self.key()!r}]))")
        return self.say(
            self.pick(
                f"ds.write(repr(ss.get({self.key()!r})))",
                f"ds.write({self.key()!r} in ss)",
                f"ds.write(repr(ss.get({self.key()!r}, 'gone')))",
                "ds.write(sorted(ss.keys()))",
                f"ds.write(repr(getattr(ss, {self.key()!r}, 'gone')))",
            )
        )

    def say_assign(self) -> None:
        key = self.key()
        value = self.fitting(key)
        line = self.pick(
            f"ss[{key!r}] = {value}",
            f"ss.{key} = {value}",
            f"ss.setdefault({key!r}, {value})",
            f"ss.update({{{key!r}: {value}}})",
        )
        if key in self.used:
            line = self.pick(f"if {key!r} not in ss: {line}", line)
        if self.chance(60):
            with self.block(f"if {self.condition()}:"):
                self.say(line)
        else:
            self.say(line)

    def fitting(self, key: str) -> str:
        """A value that the input with this key may have."""
        return repr(self.pick(*self.kinds[int(key[1:])].values))

    def say_toast(self) -> None:
        self.say("ds.toast(f'toast {n}')")

    def say_forget(self) -> None:
        with self.block(f"if {self.condition()}:"):
            self.say(self.forgetting(self.key()))

    def say_purge(self) -> None:
        if not self.forgets or not self.chance(30):
            return self.say_input()
        with self.block(f"if n == {self.pick(2, 4, 6)}:"), self.block("for key in ss.keys():"):
            self.say("if key[0] == 'k': del ss[key]")  # not of buttons, whose callbacks the reference would call then
        return None

    def say_over(self) -> None:
        name = self.fresh("c")
        under = self.pick("empty()", "text('under')", "checkbox('under')", "container()")
        self.say(f"{name} = {self.target()}.{'empty()' if self.form is not None else under}")
        self.over = name
        for _ in range(self.pick(1, 2)):
            self.pick(self.say_display, self.say_input, self.say_input)()
        self.over = ""

    def say_tracked(self) -> None:
        if self.form is not None:
            return self.say_input()
        name, key = self.fresh("c"), self.fresh("t")
        more = f", key={key!r}" if self.chance(70) else ""
        self.say(f"{name} = {self.around()}.{self.pick(*words.TRACKED).format(more=more)}")
        self.say(f"ds.write(repr(({name}.open, ss.get({key!r}))))")
        if self.chance(30):
            with self.block(f"if {self.condition()}:"):
                self.say(f"ss[{key!r}] = {self.pick(True, False, 'B', 'A')!r}")
        with self.block(f"with {name}:"):
            self.body(self.pick(1, 2))
        return None

    def say_spinner(self) -> None:
        with self.block("with ds.spinner('s'):"):
            self.body(1)

    def say_columns(self) -> None:
        name = self.fresh("c")
        self.say(f"{name} = {self.around()}.columns({self.pick(2, 3, [1, 2])})")
        for place in range(2):
            with self.block(f"with {name}[{place}]:"):
                self.body(self.pick(1, 1, 2))

    def say_keep(self) -> None:
        key = self.key()
        self.say(f"if {key!r} in ss: ss[{key!r}] = ss[{key!r}]")

    def say_if(self) -> None:
        with self.block(f"if {self.condition()}:"):
            self.body(self.pick(1, 2, 3))
        if self.chance(40):
            with self.block("else:"):
                self.body(self.pick(1, 2))

    def say_container(self) -> None:
        name = self.fresh("c")
        self.say(f"{name} = {self.around()}.{self.pick(*words.CONTAINERS)}")
        self.names.containers.append(name)
        if self.chance(70):
            with self.block(f"with {name}:"):
                self.body(self.pick(1, 2, 3))

    def say_sidebar(self) -> None:
        if self.form is not None:
            return self.say_input()
        with self.block("with ds.sidebar:"):
            self.body(self.pick(1, 2))
        return None

    def say_empty(self) -> None:
        name = self.fresh("c")
        self.say(f"{name} = {self.target()}.empty()")
        with self.block(f"with {name}:"):
            self.body(self.pick(1, 2, 3))
        self.names.places.append(name)  # not before: what is open must not be written over

    def say_form(self) -> None:
        if self.form is not None and not self.chance(5):
            return self.say_input()
        form = self.fresh("f")
        options = self.pick("", "", ", clear_on_submit=True", ", clear_on_submit=True", ", clear_on_submit=n % 3 > 0")
        outer, self.form = self.form, f"go_{form}"
        self.clears = bool(options)
        key = f"f'{form} {{n // 3}}'" if self.chance(10) else repr(form)
        with self.block(f"with {self.around()}.form({key}{options}):"):
            self.say_input()
            self.body(self.pick(0, 1, 2))
            if self.chance(10):
                self.say("ds.form_submit_button('other')")
            extras = ", ".join([f"key='go_{form}'", *self.extras(words.BUTTON)])
            self.say(f"sent_{form} = ds.form_submit_button('go', {extras})")
        self.names.values.append(f"sent_{form}")
        self.buttons.append(self.form)
        self.form = outer
        self.clears = False
        return None

    def say_loop(self) -> None:
        kind: words.Kind = self.pick(*self.lasting)
        key = self.fresh("l")
        count = self.pick("2", "n % 3", "1 + n % 2")
        with self.block(f"for i in range({count}):"):
            arguments = ", ".join([f"f'{key} {{i}}'", *self.pick(*kind.arguments)])
            self.say(f"ds.write(repr(ds.{kind.name}({arguments}, key=f'{key}_{{i}}')))")
        self.targets += [(f"{key}_0", kind), (f"{key}_1", kind)]

    def say_control(self) -> None:
        end = self.pick("ds.stop()", "raise ValueError('boom')", "ds.rerun()")
        if end != "ds.rerun()":
            with self.block(f"if {self.condition()}:"):
                self.say(end)
            return
        with self.block(f"if {self.condition()} and n < {self.pick(3, 6, 12)}:"):  # not for ever
            self.say(end)

    def say_try(self) -> None:
        with self.block("try:"):
            self.body(self.pick(1, 2))
        with self.block("except Exception as error:"):
            self.say("name = type(error).__name__.removeprefix('Streamlit')")
            self.say("ds.text('wrong type' if name in ('InvalidParameterTypeError', *WRONG_TYPE) else name)")

    # The parts of a statement

    def target(self) -> str:
        """Where a command is called."""
        if self.over:
            return self.over
        if self.names.places and self.chance(10):
            return str(self.pick(*self.names.places))
        return self.around()

    def around(self) -> str:
        """Where a container is made: not in place of another one, see the difference "fresh-container"."""
        if self.names.containers and self.chance(20):
            return str(self.pick(*self.names.containers))
        return "ds.sidebar" if self.chance(5) else "ds"

    def label(self, kind: words.Kind) -> str:
        number = self.random.randint(0, 5)
        while not self.free(f"{kind.name} {number}"):
            number += 1
        if self.chance(10):
            return f"f'{kind.name} {number} {{n // 3}}'"
        return f"'{kind.name} {number}'"

    def key(self) -> str:
        return f"k{self.random.randint(0, words.KEYS - 1)}"

    def literal(self) -> str:
        return str(self.pick(*words.LITERALS))

    def value(self) -> str:
        return str(self.pick(*self.names.values, "n")) if self.names.values and self.chance(50) else self.literal()

    def condition(self) -> str:
        choices = ["n % 2 == 0", "n == 3", "n > 2", f"{self.key()!r} in ss", f"ss.get({self.key()!r})", "n % 3 == 1"]
        return str(self.pick(*choices, *self.names.values))


def app(seed: int) -> App:
    """The script and the steps of a seed: the same ones always."""
    writer = _Writer(random.Random(seed))
    script = writer.write()
    return App(script, tuple(_step(writer) for _ in range(STEPS)))


def _step(writer: _Writer) -> Step:
    verbs: list[Verb] = ["run", "assign", *_TOUCHES]
    if writer.forgets:
        verbs += ("forget",)
    if writer.targets:
        verbs += ("set", "edit", "set", "edit", "call", "call")
    if writer.buttons:
        verbs += _SUBMITS if writer.fields else _SUBMITS[:4]
    verb: Verb = writer.pick(*verbs)
    if verb == "touch":
        return Step("touch", value=(writer.random.randrange(60), writer.random.randrange(12)))
    number = writer.random.randint(0, words.KEYS - 1)
    if verb == "assign":
        # not None: the reference's AppTest sends it as no value, which means the default
        values = [value for value in writer.kinds[number].values if value is not None]
        return Step("assign", f"k{number}", writer.pick(*values))
    if verb == "forget":
        return Step("forget", f"k{number}")
    if verb == "call":
        name, kind = writer.pick(*writer.targets)
        method, arguments = writer.pick(*kind.methods, ("set_value", (writer.pick(*kind.values),)))
        return Step("call", name, arguments, method=method)
    if verb == "set":
        return Step("set", *_edit(writer, writer.targets))
    if verb == "edit":
        return Step("edit", edits=_edits(writer, writer.targets))
    if verb == "submit":
        button = writer.pick(*writer.buttons, *writer.fields, *writer.fields)
        edits = {} if writer.chance(25) else _edits(writer, writer.fields.get(button) or writer.targets)
        return Step("submit", button, edits=edits)
    return Step("run")


def _edits(writer: _Writer, targets: list[tuple[str, words.Kind]]) -> dict[str, Any]:
    return dict(_edit(writer, targets) for _ in range(writer.random.randint(1, 3))) if targets else {}


def _edit(writer: _Writer, targets: list[tuple[str, words.Kind]]) -> tuple[str, Any]:
    name, kind = writer.pick(*targets)
    return name, writer.pick(*kind.values)
