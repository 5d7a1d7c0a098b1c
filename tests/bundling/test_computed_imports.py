"""Modules that are imported by a name: a literal one travels, one that only the running app knows is said."""

from __future__ import annotations

import pytest

from deskstate.bundling.command import main
from deskstate.bundling.plan import Wishes, make_plan
from tests.bundling.project import Project

LINE = "  Modules that come in this way alone are MISSING. Name them in [tool.deskstate.bundle] of pyproject.toml:"


def dry_run(project: Project, capsys: pytest.CaptureFixture[str], source: str, *imports: str) -> list[str]:
    """What is said of an app with the modules views.one, views.two and plugin_a."""
    for name in ("views/__init__", "views/one", "views/two", "plugin_a"):
        project.put(f"{name}.py")
    listed = ", ".join(f'"{name}"' for name in imports)
    project.put("pyproject.toml", f"[tool.deskstate.bundle]\nimports = [{listed}]\n")
    assert main([str(project.put("app.py", source)), "--dry-run"]) == 0
    return capsys.readouterr().out.splitlines()


VIEWS = {
    "added": "import importlib\nimportlib.import_module('views.' + name)",
    "f-string": "import importlib\nimportlib.import_module(f'views.{name}')",
    "f-string with a format": "import importlib\nimportlib.import_module(f'views.{name:>3}.x')",
    "imported function": "from importlib import import_module\nimport_module('views.%s' % name)",
    "other name": "from importlib import import_module as load\nload('views.{}'.format(name))",
    "other module name": "import importlib as i\ni.import_module(name=f'views.{name}')",
    "joined": "import importlib\nimportlib.import_module('.'.join(['views', name]))",
    "variable": "import importlib; module = 'views.' + name\nimportlib.import_module(module)",
    "constant": "import importlib; PACKAGE = 'views'\nimportlib.import_module(f'{PACKAGE}.{name}')",
    "relative": "import importlib\nimportlib.import_module('.' + name, 'views')",
    "relative, package by name": "import importlib\nimportlib.import_module(f'.{name}', package='views')",
    "built-in": "pass\n__import__('views.' + name)",
    "built-in by its module": "import builtins\nbuiltins.__import__('views.' + name)",
    "runpy": "import runpy\nrunpy.run_module('views.' + name)",
    "runpy, a path": "import runpy\nrunpy.run_path(f'views/{name}.py')",
    "a file": "import importlib.util\nimportlib.util.spec_from_file_location(name, f'views/{name}.py')",
    "resolved": "import pkgutil\npkgutil.resolve_name(f'views.{name}:run')",
    "executed": "pass\nexec(f'import views.{name} as view')",
    "executed, from a package": "pass\nexec('from views.' + name + ' import run')",
    "caught": "import importlib\ntry: importlib.import_module('views.' + name)\nexcept ImportError: pass",
    "in a function": "import importlib\ndef f(name): return importlib.import_module(f'views.{name}')",
}


@pytest.mark.parametrize("source", VIEWS.values(), ids=VIEWS.keys())
def test_the_line_and_all_modules_that_may_be_meant_are_named(
    project: Project, capsys: pytest.CaptureFixture[str], source: str
) -> None:
    said = dry_run(project, capsys, f"name = input()\n{source}\n")
    at = said.index("  imports by a name that only the running app knows (1):")
    assert said[at + 1].startswith("    app.py, line 3: ")
    assert said[at + 2 :] == [LINE, '    imports = ["views.one", "views.two"]']


def test_a_module_that_is_named_already_stays_in_the_line(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    source = "import importlib\nname = input()\nimportlib.import_module('views.' + name)\n"
    assert dry_run(project, capsys, source, "plugin_a", "views.two")[-1] == (
        '    imports = ["plugin_a", "views.two", "views.one"]'
    )


SETTLED = {
    "all are named": ("importlib.import_module('views.' + name)", ("views.one", "views.two")),
    "all are imported": ("importlib.import_module('views.' + name)\nfrom views import one, two", ()),
    "an installed package is named": ("importlib.import_module(f'xml.{name}')", ("xml.dom",)),
    "something is named": ("importlib.import_module(name)", ("plugin_a",)),
    "literal": ("importlib.import_module('plugin_a')", ()),
    "code that imports nothing": ("exec(f'value = {name}')\neval(name)\nexec('value = 1')", ()),
}


@pytest.mark.parametrize(("call", "imports"), SETTLED.values(), ids=SETTLED.keys())
def test_nothing_is_said_of_what_travels_anyway(
    project: Project, capsys: pytest.CaptureFixture[str], call: str, imports: tuple[str, ...]
) -> None:
    said = dry_run(project, capsys, f"import importlib\nname = input()\n{call}\n", *imports)
    assert not any("running app" in line or "MISSING" in line for line in said)


ANY = {
    "unknown": "import importlib\nname = input()\nimportlib.import_module(name)",
    "handed on": "import importlib\nnames = input().split()\nlist(map(importlib.import_module, names))",
    "two values": "import importlib\nname = 'plugin_a'; name = 'views.one'\nimportlib.import_module(name)",
    "parameter": "import importlib\ndef f(name):\n    importlib.import_module(name)",
}


@pytest.mark.parametrize("source", ANY.values(), ids=ANY.keys())
def test_where_any_module_may_be_meant_the_line_has_a_gap(
    project: Project, capsys: pytest.CaptureFixture[str], source: str
) -> None:
    said = dry_run(project, capsys, source)
    assert said[-4].startswith("    app.py, line 3: ")
    assert said[-3:] == [
        LINE,
        '    imports = ["MODULE"]',
        "  with the names of those that are meant in place of MODULE.",
    ]


def test_modules_of_a_package_that_import_one_another_by_name_are_seen(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.put(
        "views/load.py", "import importlib\ndef load(name):\n    importlib.import_module(f'.{name}', __package__)"
    )
    said = dry_run(project, capsys, "import views.load")
    assert said[-3].startswith("    load.py, line 3: ")
    assert said[-1] == '    imports = ["views.one", "views.two"]'


def test_a_literal_name_travels(project: Project) -> None:
    project.put("plugin_a.py", "import colorsys")
    script = project.put(
        "app.py",
        "import importlib, pkgutil, runpy\nimportlib.import_module('plugin_a')\n__import__('xml.dom')\n"
        "runpy.run_module('b')\npkgutil.resolve_name('c:run')\nexec('import d')\nexec('not Python')",
    )
    for name in "bcd":
        project.put(f"{name}.py")
    plan = make_plan(Wishes(script))
    assert [path.name for path in plan.sources] == ["app.py", "plugin_a.py", "b.py", "c.py", "d.py"]
    assert {"colorsys", "xml.dom"} <= set(plan.imports)


def test_a_named_module_beside_the_script_travels_with_what_it_imports(project: Project) -> None:
    project.put("plugins/red.py", "import colorsys")
    project.put("pyproject.toml", '[tool.deskstate.bundle]\nimports = ["plugins.red", "secretly"]\n')
    plan = make_plan(Wishes(project.put("app.py")))
    assert [plan.place(path) for path in plan.sources] == ["app/app.py", "app/plugins/red.py"]
    assert plan.imports == ["colorsys", "secretly"]
