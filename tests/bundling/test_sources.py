"""Which Python files are an app's own, and what they import from elsewhere."""

from __future__ import annotations

import importlib.machinery

import pytest

from deskstate.bundling.problems import Problem
from deskstate.bundling.sources import find_sources
from tests.bundling.project import Project


def own(project: Project, script: str, **more: str) -> list[str]:
    path = project.put("app.py", script)
    for name, text in more.items():
        project.put(name.replace("__", "/") + ".py", text)
    return [source.path.relative_to(project.folder).as_posix() for source in find_sources(path).own]


def test_modules_beside_the_script_are_followed(project: Project) -> None:
    found = own(project, "import helpers", helpers="import deeper", deeper="", unused="")
    assert found == ["app.py", "helpers.py", "deeper.py"]


def test_an_import_inside_of_a_function_counts(project: Project) -> None:
    assert own(project, "def f():\n    from helpers import g", helpers="g = 1") == ["app.py", "helpers.py"]


def test_packages_come_with_what_is_around_their_modules(project: Project) -> None:
    files = {f"lib/{name}.py": "" for name in ("__init__", "sub/__init__", "sub/leaf", "other")}
    for name, text in files.items():
        project.put(name, text)
    assert set(own(project, "import lib.sub.leaf")) == {
        "app.py",
        "lib/__init__.py",
        "lib/sub/__init__.py",
        "lib/sub/leaf.py",
    }


@pytest.mark.parametrize("line", ["from lib import leaf", "from lib.leaf import name", "import lib.leaf as leaf"])
def test_a_module_of_a_package_is_found_however_it_is_named(project: Project, line: str) -> None:
    project.put("lib/__init__.py")
    assert set(own(project, line, lib__leaf="name = 1")) == {"app.py", "lib/__init__.py", "lib/leaf.py"}


def test_a_folder_of_modules_is_a_package_without_a_file_that_says_so(project: Project) -> None:
    assert own(project, "from lib import leaf", lib__leaf="") == ["app.py", "lib/leaf.py"]


def test_relative_imports_are_followed(project: Project) -> None:
    project.put("lib/__init__.py", "from . import a")
    found = own(project, "import lib", lib__a="from .b import x\nfrom ..lib import c", lib__b="x = 1", lib__c="")
    assert set(found) == {"app.py", "lib/__init__.py", "lib/a.py", "lib/b.py", "lib/c.py"}


def test_pages_belong_to_the_app(project: Project) -> None:
    assert own(project, "", pages__2_more="import helpers", helpers="") == ["app.py", "pages/2_more.py", "helpers.py"]


def test_a_script_that_is_in_no_package_imports_nothing_from_it(project: Project) -> None:
    assert own(project, "from . import *") == ["app.py"]


def test_circles_end(project: Project) -> None:
    assert own(project, "import a", a="import b", b="import a, app") == ["app.py", "a.py", "b.py"]


def test_what_comes_from_elsewhere_is_listed_once(project: Project) -> None:
    path = project.put(
        "app.py", "import json, os.path\nimport json\nfrom xml.etree import ElementTree\nimport deskstate"
    )
    assert find_sources(path).imports == ["deskstate", "json", "os", "xml"]


def test_a_module_that_does_not_exist_is_named_with_its_line(project: Project) -> None:
    path = project.put("app.py", "import json\n\nimport helprs\n")
    with pytest.raises(Problem, match=r"app\.py, line 3: there is no module named 'helprs'"):
        find_sources(path)


@pytest.mark.parametrize(
    "script",
    [
        "try:\n    import nowhere_to_be_found\nexcept ImportError:\n    pass",
        "try:\n    import nowhere_to_be_found\nexcept (ValueError, ModuleNotFoundError):\n    pass",
        "try:\n    import json\nexcept ImportError:\n    import nowhere_to_be_found as json",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import nowhere_to_be_found",
    ],
)
def test_an_import_that_may_fail_may_fail(project: Project, script: str) -> None:
    assert own(project, script) == ["app.py"]


def test_other_errors_forgive_no_import(project: Project) -> None:
    path = project.put("app.py", "try:\n    x = 1\nexcept ValueError:\n    import nowhere_to_be_found")
    with pytest.raises(Problem, match="line 4"):
        find_sources(path)


def test_a_file_that_cannot_be_parsed_is_named(project: Project) -> None:
    path = project.put("app.py", "import helpers")
    project.put("helpers.py", "x = (\n")
    with pytest.raises(Problem, match=r"helpers\.py, line 1"):
        find_sources(path)


def test_a_file_that_is_not_text_is_named(project: Project) -> None:
    path = project.folder / "app.py"
    path.write_bytes(b"x = '\xff'\n")
    with pytest.raises(Problem, match=r"app\.py is not text in UTF-8|app\.py, line"):
        find_sources(path)


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("import lib.gone", "there is no module named 'lib.gone'"),
        ("from lib.gone import something", "there is no module named 'lib.gone'"),
        ("from lib.gone import *", "there is no module named 'lib.gone'"),
        ("import single.part", "there is no module named 'single.part'"),
        ("from lib import gone", "there is no 'gone' in the module 'lib'"),
        ("from single import gone", "there is no 'gone' in the module 'single'"),
        ("from bare import gone", "there is no 'gone' in the module 'bare'"),
    ],
)
def test_a_part_that_a_local_module_does_not_have_is_named(project: Project, line: str, missing: str) -> None:
    path = project.put("app.py", f"\n{line}")
    project.put("lib/__init__.py", "here = 1")
    project.put("single.py", "here = 1")
    project.put("bare/leaf.py")
    with pytest.raises(Problem, match=rf"^app\.py, line 2: {missing}$"):
        find_sources(path)


@pytest.mark.parametrize(
    "text",
    [
        "part = 1",
        "def part(): pass",
        "class part: pass",
        "for part in (): pass",
        "import json as part",
        "import part.more\n\n",
        "from json import *",
        "def __getattr__(name): return name",
        "globals()['part'] = 1",
        "from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)",
        "def f():\n    global part\n    part = 1",
        "import sys\nsys.modules[__name__] = object()",
        "match 1:\n    case part: pass",
        "import json.decoder as part",
    ],
)
def test_a_part_that_a_local_module_may_have_is_not_missed(project: Project, text: str) -> None:
    project.put("part/more.py")
    project.put("lib/__init__.py", text)
    assert "lib/__init__.py" in own(project, "from lib import part, __version__")


def test_a_compiled_module_is_one(project: Project) -> None:
    project.put("lib/__init__.py")
    project.put(f"lib/fast{importlib.machinery.EXTENSION_SUFFIXES[0]}")
    assert "lib/__init__.py" in own(project, "import lib.fast\nfrom lib import fast\nfrom lib.fast import anything")


def test_a_part_that_may_be_missing_may(project: Project) -> None:
    project.put("lib/__init__.py")
    assert own(project, "try:\n    import lib.gone\nexcept ImportError:\n    pass") == ["app.py", "lib/__init__.py"]
