"""Rules of ARCHITECTURE.md that neither the linter nor the import contracts can see."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from customerbook.model.texts import resources

_PACKAGE = Path(__file__).parents[1] / "customerbook"
_MODULES = sorted(_PACKAGE.rglob("*.py"))

_VAGUE_NOUNS = {"base", "data", "handler", "helper", "helpers", "info", "manager", "util", "utils"}
_VAGUE_FUNCTION = re.compile(r"_*(process|do_\w+|on_\w+_clicked)")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


def _trees(folder: Path = _PACKAGE) -> Iterator[tuple[str, ast.Module]]:
    for path in _MODULES:
        if path.is_relative_to(folder):
            name = path.relative_to(_PACKAGE).as_posix()
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "customerbook"


def _words(name: str) -> set[str]:
    return {word.lower() for word in _WORDS.findall(name)}


def test_there_is_something_to_look_at() -> None:
    assert len(_MODULES) > 10


def test_names_say_what_a_thing_is() -> None:
    vague = [name for name, _ in _trees() if _words(Path(name).stem) & _VAGUE_NOUNS]
    for name, tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and _words(node.name) & _VAGUE_NOUNS:
                vague.append(f"{name}: class {node.name}")
            if isinstance(node, ast.FunctionDef) and _VAGUE_FUNCTION.fullmatch(node.name):
                vague.append(f"{name}: def {node.name}")
    assert not vague


def test_the_model_stands_on_the_standard_library() -> None:
    known = {*sys.stdlib_module_names, "customerbook"}
    outside = [
        f"{name}: {imported}"
        for name, tree in _trees(_PACKAGE / "model")
        for imported in _imports(tree)
        if imported.partition(".")[0] not in known
    ]
    assert not outside


def test_errors_are_called_errors() -> None:
    misnamed = [
        f"{name}: {node.name}"
        for name, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id.endswith("Error") for base in node.bases)
        and not node.name.endswith("Error")
    ]
    assert not misnamed


def test_colours_have_their_names_in_the_theme() -> None:
    literal = [
        f"{name}:{node.lineno} {node.value}"
        for name, tree in _trees(_PACKAGE / "gui")
        if not name.startswith("gui/theme/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _COLOUR.fullmatch(node.value)
    ]
    assert not literal


def test_the_time_comes_from_one_place() -> None:
    others = {"now", "utcnow", "today", "currentDateTime", "currentDateTimeUtc", "currentDate"}
    asked = [
        f"{name}:{node.lineno} {node.func.value.id}.{node.func.attr}"
        for name, tree in _trees()
        if name != "model/clock.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"date", "datetime", "QDate", "QDateTime", "QTime"}
        and node.func.attr in others
    ]
    assert not asked


def test_texts_of_the_window_can_be_translated() -> None:
    """`_(f"…")` looks up a text that is in no catalogue; `_("…").format(…)` is meant."""
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "ngettext"}
        and not (node.args and isinstance(node.args[0], ast.Constant | ast.Name | ast.Attribute))
    ]
    assert not wrong


def test_nothing_is_left_open() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    open_ends = [
        f"{path.relative_to(_PACKAGE).as_posix()}:{number}"
        for path in _MODULES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if marks.search(line)
    ]
    assert not open_ends


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("customerbook.cli", ["PySide6", "reportlab", "keyring"]),
        ("customerbook.book", ["PySide6", "reportlab", "keyring"]),
        ("customerbook.model", ["PySide6", "reportlab", "keyring", "peewee", "nacl"]),
    ],
)
def test_importing_stays_cheap(module: str, heavy: list[str]) -> None:
    look = f"import sys, {module}; print(*sorted(set(sys.modules) & set({heavy!r})))"
    loaded = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True
    ).stdout.split()
    assert loaded == []


def test_resources_are_found() -> None:
    assert (resources() / "examples").is_dir()
