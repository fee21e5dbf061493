"""A damaged book: its newest backup, and whatever can still be read of what came after."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from customerbook.book.book import Book, open_book
from customerbook.book.salvage import TakenOver, take_over
from customerbook.store.keys import Keys
from customerbook.store.pages import PAGE
from customerbook.store.salvage import salvaged, schema_of
from tests.books import PASSPHRASE, added, logged, new_book, promised, someone

CUSTOMERS = 150
MORE = 60


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Keys]:
    """A book of today, and what it was this morning: (today's folder, the morning's, keys)."""
    place = tmp_path_factory.mktemp("salvage")
    book = new_book(place)
    with book.db.writing():
        for number in range(CUSTOMERS):
            added(book, someone(f"Frieda Nr{number}", f"0151 2345{number:04d}", towns=("Ulm",)))
        for number in range(CUSTOMERS):
            logged(book, number + 1, note="The chain was changed. " * 10)
    keys = book.keys
    book.close()
    morning = place / "morning.customerbook"
    shutil.copytree(book.folder, morning)
    book = open_book(book.folder, passphrase=PASSPHRASE)
    book.sign_in_holder()
    _day(book)
    book.close()
    return book.folder, morning, keys


def _day(book: Book) -> None:
    for number in range(MORE):
        new = added(book, someone(f"Gustav Neu{number}", f"0160 555{number:04d}"))
        logged(book, new.id, note=f"Asked for a light, number {number}. " * 5)
    for number in range(1, 30):
        one = book.customers.get(number)
        book.customers.save(replace(one, tags=("regular",), nickname=f"Fritz {number}"))
    promised(book, "Order a saddle", date(2026, 11, 27), customer_id=3)
    book.interactions.remove(5)


@pytest.fixture
def rescue(kept: tuple[Path, Path, Keys], tmp_path: Path) -> Callable[..., tuple[Book, TakenOver]]:
    """Damage today's file, and bring this morning's as far as can be read."""

    def run(*pages: int, cut: int | None = None) -> tuple[Book, TakenOver]:
        today, morning, keys = kept
        content = bytearray((today / "book.db").read_bytes())
        for number in pages:
            content[(number - 1) * PAGE + 700] ^= 4
        damaged = tmp_path / "damaged.db"
        damaged.write_bytes(content[:cut])
        folder = tmp_path / "again.customerbook"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(morning, folder)
        book = open_book(folder, passphrase=PASSPHRASE)
        known = schema_of(book.db.rows)
        salt = bytes((today / "book.db").read_bytes()[:16])
        with salvaged(damaged, keys, tmp_path / "scratch", salt=salt, schema=known) as found:
            taken = take_over(book, found)
        assert not list(tmp_path.glob("scratch*"))
        book.sign_in_holder()
        assert book.check() == []
        return book, taken

    return run


def _content(book: Book) -> dict[str, set[object]]:
    return {
        "customers": set(book.customers.several(book.db.ids("SELECT id FROM customer"))),
        "interactions": set(book.interactions.several(book.db.ids("SELECT id FROM interaction"))),
        "followups": set(book.followups.several(book.db.ids("SELECT id FROM followup"))),
    }


@pytest.fixture(scope="module")
def pages(kept: tuple[Path, Path, Keys]) -> int:
    """How many pages today's file has."""
    return (kept[0] / "book.db").stat().st_size // PAGE


@pytest.fixture
def today(kept: tuple[Path, Path, Keys], tmp_path: Path) -> dict[str, set[object]]:
    folder = tmp_path / "today.customerbook"
    shutil.copytree(kept[0], folder)
    book = open_book(folder, passphrase=PASSPHRASE)
    book.sign_in_holder()
    content = _content(book)
    book.close()
    return content


def test_all_of_a_readable_file_is_taken_over(
    rescue: Callable[..., tuple[Book, TakenOver]], today: dict[str, set[object]]
) -> None:
    book, taken = rescue()
    assert _content(book) == today
    assert taken.records["customer"] == MORE + 29
    assert taken.pages == taken.rows == taken.references == taken.gaps == 0
    assert book.customers.find("gustav neu7")[0].line.name == "Gustav Neu7"
    book.close()


def _lost(book: Book, today: dict[str, set[object]]) -> int:
    """How many records are missing; whatever is there is as it was today, or this morning."""
    content = _content(book)
    return sum(len(_ids(today[kind]) - _ids(content[kind])) for kind in today)


def _ids(records: set[object]) -> set[int]:
    return {record.id for record in records}  # type: ignore[attr-defined]


def test_an_unreadable_page_costs_at_most_what_lies_on_it(
    rescue: Callable[..., tuple[Book, TakenOver]], today: dict[str, set[object]], pages: int
) -> None:
    chance, lost = random.Random(7), []
    for _trial in range(8):
        book, taken = rescue(chance.randrange(2, pages + 1))
        assert taken.pages == 1
        lost.append(_lost(book, today))
        book.close()
    assert max(lost) <= 40
    assert lost.count(0) >= 4  # most pages hold the index, or what the log knows as well


def test_many_unreadable_pages_cost_what_lies_on_them(
    rescue: Callable[..., tuple[Book, TakenOver]], today: dict[str, set[object]], pages: int
) -> None:
    several = random.Random(8).sample(range(1, pages + 1), pages // 10)
    book, taken = rescue(*several)
    assert taken.pages == len(several)
    assert _lost(book, today) <= 40
    book.close()


def test_the_backup_tells_where_tables_begin_if_the_first_page_is_lost(
    rescue: Callable[..., tuple[Book, TakenOver]], today: dict[str, set[object]]
) -> None:
    book, taken = rescue(1)
    assert _content(book) == today
    assert taken.pages == 1
    book.close()


def test_the_end_of_the_file_may_be_missing(
    rescue: Callable[..., tuple[Book, TakenOver]], today: dict[str, set[object]], pages: int
) -> None:
    book, _taken = rescue(cut=pages // 2 * PAGE)
    assert 0 < _lost(book, today) <= 2 * MORE
    book.close()


def test_what_nobody_can_read_leaves_the_backup(
    rescue: Callable[..., tuple[Book, TakenOver]], today: dict[str, set[object]], pages: int
) -> None:
    book, taken = rescue(*range(1, pages + 1))
    assert taken.records == {}
    assert taken.pages == pages
    assert _lost(book, today) == 2 * MORE + 1
    book.close()
