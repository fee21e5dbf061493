"""The books that the gallery looks into, on a Saturday morning; kept as long as it runs."""

import atexit
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from customerbook.book.book import Book, create_book, open_book
from customerbook.book.sample import make_sample
from customerbook.model.clock import set_clock
from customerbook.model.shop import Shop
from customerbook.store.folder import Hold, find_folder, hold_folder
from customerbook.store.passphrase import Cost

PASSPHRASE = "spoke nipple hub rim 42"
CHEAP = Cost(19, 1)
FEW = 64
"""Fewer customers than the sample has, and as many as a list shows before all are read."""
_MOMENT = datetime(2026, 11, 21, 9, 22, tzinfo=UTC)


def set_moment() -> None:
    """Saturday 21 November 2026, 10:22 in Munich."""
    set_clock(lambda: _MOMENT)


def rest(milliseconds: int) -> None:
    """Let timers run out and workers tell what they have found."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def sample() -> Book:
    """The bicycle workshop, open."""
    return _sample()[0]


def recovery_code() -> str:
    """The recovery code of the workshop's book."""
    return _sample()[2]


def first_day() -> Book:
    """A book that was made a minute ago."""
    set_moment()
    return _first_day()


def calm_day() -> Book:
    """A book in which all that was due is done."""
    set_moment()
    return _calm_day()


def closed() -> Hold:
    """A copy of the workshop's book that is closed, taken in hold for sign-in."""
    return hold_folder(find_folder(_sample()[1]))


@cache
def _sample() -> tuple[Book, Path, str]:
    set_moment()
    folder = _folder()
    book, code = make_sample(folder / "Radwerk Linden", passphrase=PASSPHRASE, cost=CHEAP)
    book.close()
    copy = folder / "closed" / book.folder.name
    shutil.copytree(book.folder, copy)
    opened = open_book(book.folder, passphrase=PASSPHRASE)
    opened.sign_in_holder()
    atexit.register(opened.close)
    return opened, copy, code


@cache
def _first_day() -> Book:
    shop = Shop(name="Radwerk Linden", country="DE", zone="Europe/Berlin")
    book, _code = create_book(
        _folder() / "Radwerk Linden",
        shop=shop,
        owner="Martha Lindner",
        passphrase=PASSPHRASE,
        cost=CHEAP,
    )
    atexit.register(book.close)
    return book


@cache
def _calm_day() -> Book:
    book = open_book(_copied("calm"), passphrase=PASSPHRASE)
    book.sign_in_holder()
    book.followups.complete(*book.followups.ids(last=_MOMENT.date()))
    atexit.register(book.close)
    return book


def _copied(name: str) -> Path:
    """Another copy of the workshop's book that is closed."""
    closed_one = _sample()[1]
    copy = closed_one.parents[1] / name / closed_one.name
    shutil.copytree(closed_one, copy)
    return copy


def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="gallery"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
