"""What these tests stand on: one desktop of their own, and the program started on it."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.accessibility.bus import Bus
from tests.accessibility.desktop import Desktop, desktop, missing
from tests.accessibility.reader import Reader
from tests.gui.counter import PASSPHRASE, template

__all__ = ["template"]

Start = Callable[..., AbstractContextManager[Reader]]


@pytest.fixture(scope="module")
def screen() -> Iterator[Desktop]:
    """A desktop that the tests of a module share, one program after the other."""
    if lacking := missing():
        pytest.skip(lacking)
    with desktop() as made:
        yield made


@pytest.fixture
def start(screen: Desktop) -> Start:
    """Start the program: `with start(book) as reader`; what it complains of fails the test."""

    @contextmanager
    def started(*arguments: Path, **environment: str) -> Iterator[Reader]:
        bus = Bus(screen.bus)
        names = map(str, arguments)
        program = screen.start(
            sys.executable, "-m", "tests.accessibility.start", *names, **environment
        )
        try:
            yield Reader(bus)
            assert program.poll() is None, f"it ended by itself: {screen.said(program)}"
        finally:
            program.terminate()
            code = program.wait(20)
            bus.close()
        assert code == 0
        assert not screen.complaints(program)

    return started


@pytest.fixture
def book(template: Path, tmp_path: Path) -> Path:
    """The folder of a book of one morning."""
    folder = tmp_path / template.name
    shutil.copytree(template, folder)
    return folder


@pytest.fixture
def open_book_at(start: Start, book: Path) -> Callable[[], AbstractContextManager[Reader]]:
    """Start the program with the book open."""
    return lambda: start(book, CUSTOMERBOOK_PASSPHRASE=PASSPHRASE)
