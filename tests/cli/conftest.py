"""The command line as a person uses it: arguments in, text and exit code out."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from customerbook.__main__ import main
from customerbook.book.book import Book, open_book
from customerbook.book.sample import make_sample
from customerbook.cli.opening import PASSPHRASE as VARIABLE
from tests.books import CHEAP, PASSPHRASE, new_book


@dataclass(frozen=True)
class Said:
    """What a run of the command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed for other programs."""
        return json.loads(self.out)


Cli = Callable[..., Said]


@pytest.fixture
def passphrase(monkeypatch: pytest.MonkeyPatch) -> str:
    """The passphrase of the books, in the environment."""
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    return PASSPHRASE


@pytest.fixture
def cli(passphrase: str, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run the program; a trace or an unexpected error fails whatever the test looks at."""
    assert passphrase

    def run(*arguments: object) -> Said:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert "inside the program" not in err, err
        return Said(code, out, err)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new and empty book, closed."""
    book = new_book(tmp_path)
    book.close()
    return book.folder


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book, _code = make_sample(
        tmp_path_factory.mktemp("cli") / "sample",
        passphrase=PASSPHRASE,
        customers=80,
        interactions=200,
        cost=CHEAP,
    )
    book.close()
    return book.folder


@pytest.fixture
def sample(_sample: Path, tmp_path: Path) -> Path:
    """A copy of a small sample book, closed."""
    target = tmp_path / "sample.customerbook"
    target.mkdir()
    for part in _sample.iterdir():
        if part.is_file():
            (target / part.name).write_bytes(part.read_bytes())
    (target / "log").mkdir()
    return target


@pytest.fixture
def look() -> Iterator[Callable[[Path], Book]]:
    """Open a book beside the command line; it is closed at the end, or by hand before."""
    opened: list[Book] = []

    def look(folder: Path) -> Book:
        book = open_book(folder, passphrase=PASSPHRASE)
        book.sign_in_holder()
        opened.append(book)
        return book

    yield look
    for book in opened:
        book.close()
