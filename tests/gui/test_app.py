"""The program as a process: it starts, is alone with its book, and ends in order when asked."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from customerbook.book.book import open_book
from customerbook.model.errors import BookInUseError
from customerbook.store.folder import find_folder, hold_folder
from tests.books import PASSPHRASE, new_book

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals end it elsewhere")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    book = new_book(tmp_path)
    book.close()
    return book.folder


@pytest.fixture
def started(folder: Path) -> Iterator[subprocess.Popen[str]]:
    process = start(folder)
    yield process
    if process.poll() is None:
        process.kill()
    process.wait()


def start(folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "CUSTOMERBOOK_PASSPHRASE": PASSPHRASE}
    return subprocess.Popen(
        [sys.executable, "-m", "customerbook", str(folder)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def wait_until_open(folder: Path, home: Path) -> None:
    """Wait until the window has the book open: it watches for those who ask for it."""
    end = time.monotonic() + 40
    log = ""
    while "opened" not in log and time.monotonic() < end:
        time.sleep(0.05)
        logs = list(home.rglob("customerbook.log"))
        log = logs[0].read_text(encoding="utf-8") if logs else ""
    assert "opened" in log
    with pytest.raises(BookInUseError):
        hold_folder(find_folder(folder))


def test_it_opens_stays_alone_and_ends_in_order(
    folder: Path, home: Path, started: subprocess.Popen[str]
) -> None:
    wait_until_open(folder, home)
    second = start(folder)
    said, _nothing = second.communicate(timeout=40)
    assert (second.returncode, said) == (0, "")
    assert started.poll() is None
    started.send_signal(signal.SIGTERM)
    said, _nothing = started.communicate(timeout=40)
    assert (started.returncode, said.replace(_RAISE, "")) == (0, "")
    book = open_book(folder, passphrase=PASSPHRASE)
    assert not book.db.unclean
    book.close()


_RAISE = "This plugin does not support raise()\n"
"""What the platform without a screen says when a window comes forward."""
