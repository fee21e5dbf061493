"""Reading a file and comparing it with the book, in a worker; nothing is written."""

from dataclasses import dataclass
from pathlib import Path

from customerbook.book import importing
from customerbook.book.book import Book
from customerbook.book.importing import Plan
from customerbook.exchange.formats import FORMATS, ReadFile, read_file
from customerbook.gui.collecting import uncollected
from customerbook.gui.exchange.rows import FileRow, rows_of
from customerbook.gui.jobs import Progress
from customerbook.model.texts import resources


@dataclass(frozen=True)
class Reading:
    """A file as it was understood, and what an import of it would do."""

    path: Path
    file: ReadFile
    plan: Plan
    rows: dict[str, list[FileRow]]
    """By kind, `all` in the order of the file."""


def read(
    book: Book,
    path: Path,
    progress: Progress,
    *,
    encoding: str | None = None,
    separator: str | None = None,
) -> Reading:
    """Read a file and say what an import would do; BookError or CancelledError."""
    shop = book.shop()
    found = read_file(
        path,
        country=shop.country,
        language=shop.language,
        encoding=encoding,
        separator=separator,
    )
    with uncollected():
        plan = importing.plan(
            book, found.rows, source=path.name, progress=progress, cancelled=progress.cancelled
        )
        return Reading(path, found, plan, rows_of(plan))


def endings() -> str:
    """Patterns of all files that can be read, as file dialogs want them."""
    found = dict.fromkeys(ending for one in FORMATS for ending in one.endings)
    return " ".join(f"*{ending}" for ending in found)


def example() -> Path:
    """The file of invented customers that comes with the program."""
    return resources() / "examples" / "customers.vcf"


def report(plan: Plan, title: str, row: str) -> str:
    """Refused rows and remarks as text, one a line; `row` has {line} and {reason}."""
    lines = [title, ""]
    lines += [row.format(line=one.line, reason=one.reason) for one in plan.refused]
    if plan.left_over:
        lines += ["", *(row.format(line=one.line, reason=one.reason) for one in plan.left_over)]
    return "\n".join(lines) + "\n"
