"""Size is a habit: a run of all tests ends with the sizes that want a reason."""

import ast
from pathlib import Path
from statistics import median

import pytest

_PACKAGE = Path(__file__).parents[2] / "customerbook"
_LONG_FILE, _LONG_CLASS, _LONG_FUNCTION = 300, 200, 40


def measure(package: Path = _PACKAGE) -> list[str]:
    """Lines that say how large modules are, and which modules, classes and functions are long."""
    files, classes, functions = {}, {}, {}
    for path in sorted(package.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if not (length := source.count("\n")):
            continue
        name = path.relative_to(package).as_posix()
        files[name] = length
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ClassDef):
                classes[f"{name}:{node.name}"] = _lines(node)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                functions[f"{name}:{node.name}"] = _lines(node)
    return [
        f"{len(files)} modules, median {median(files.values() or [0]):.0f} lines",
        *_longer("modules", files, _LONG_FILE),
        *_longer("classes", classes, _LONG_CLASS),
        *_longer("functions", functions, _LONG_FUNCTION),
    ]


def _lines(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _longer(what: str, lengths: dict[str, int], limit: int) -> list[str]:
    long = sorted(((length, name) for name, length in lengths.items() if length > limit))[::-1]
    if not long:
        return []
    return [f"{what} over {limit}: " + ", ".join(f"{name} ({length})" for length, name in long)]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the sizes below a run of the whole suite."""
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        terminalreporter.section("sizes")
        for line in measure():
            terminalreporter.write_line(line)
