"""The pages of a book, read without the engine: all that is whole, and nothing that is not."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from customerbook.book.book import Book
from customerbook.store.file import BookFile
from customerbook.store.pages import PAGE, Pages, Row, UnreadablePageError
from tests.books import added, logged, new_book, someone

LONG = "Brake cable, " * 2_000
CUSTOMERS = 400


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book of some hundred pages: trees of two levels, and notes that go on in other pages."""
    made = new_book(tmp_path_factory.mktemp("pages"))
    with made.db.writing():
        for number in range(CUSTOMERS):
            added(made, someone(f"Frieda Nr{number}", f"0151 2345{number:04d}"))
        for _visit in range(40):
            logged(made, 1, note="Handlebar tape. " * 15)
    logged(made, 2, note=LONG)
    logged(made, 3, private_note=LONG)
    yield made
    made.close()


def _key(book: Book) -> bytes:
    return bytes.fromhex(book.keys.cipher_key()[2:-1])


@pytest.fixture
def copy(book: Book, tmp_path: Path) -> Path:
    """A copy of the closed file, to be damaged."""
    if not book.closed:
        book.close()
    path = tmp_path / "copy.db"
    path.write_bytes(book.db.hold.folder.book.read_bytes())
    return path


@pytest.fixture(scope="module")
def told(book: Book) -> dict[str, set[tuple[object, ...]]]:
    """What the engine tells of each table of rows, with the number of each row in front."""
    return {name: set(_told(book.db, name)) for name in _names(book.db)}


def _names(file: BookFile) -> list[str]:
    found = file.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 "
        "AND name NOT LIKE 'find%' AND name <> 'file_state'"
    )
    return [name for (name,) in found]


def _told(file: BookFile, table: str) -> Iterator[tuple[object, ...]]:
    for number, *values in file.rows(f'SELECT rowid, * FROM "{table}"'):
        yield (number, *values)


def _read(pages: Pages, root: int, told: set[tuple[object, ...]]) -> set[tuple[object, ...]]:
    """Rows as the engine would tell them: the primary key is the number of the row."""
    alias = bool(told) and all(row[0] == row[1] for row in told)
    return {_as_told(row, alias=alias) for row in pages.rows(root)}


def _as_told(row: Row, *, alias: bool) -> tuple[object, ...]:
    values = row.values
    return (row.id, row.id, *values[1:]) if alias else (row.id, *values)


def test_every_row_is_read_as_the_engine_tells_it(
    book: Book, told: dict[str, set[tuple[object, ...]]], copy: Path
) -> None:
    with Pages(copy, _key(book)) as pages:
        assert pages.unreadable() == []
        tables = pages.tables()
        assert set(told) <= set(tables)
        for name, rows in told.items():
            assert _read(pages, tables[name], rows) == rows, name
            assert pages.lost_rows(tables[name]) == 0
    assert any(LONG in row for row in told["interaction"])


def test_a_flipped_bit_costs_the_rows_of_its_page_and_never_gives_a_wrong_one(
    book: Book, told: dict[str, set[tuple[object, ...]]], copy: Path
) -> None:
    whole = copy.read_bytes()
    chance = random.Random(4)
    for _trial in range(25):
        bit = chance.randrange(PAGE * 8, len(whole) * 8)
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        copy.write_bytes(damaged)
        with Pages(copy, _key(book)) as pages:
            assert pages.unreadable() == [bit // 8 // PAGE + 1]
            tables = pages.tables()
            for name, rows in told.items():
                if name in tables:
                    found = _read(pages, tables[name], rows)
                    assert found <= rows
                    assert len(rows) - len(found) <= PAGE // 8


def test_rows_below_a_damaged_interior_page_are_found(
    book: Book, told: dict[str, set[tuple[object, ...]]], copy: Path
) -> None:
    with Pages(copy, _key(book)) as pages:
        root = pages.tables()["interaction"]
    _damage(copy, root)
    with Pages(copy, _key(book)) as pages:
        with pytest.raises(UnreadablePageError):
            pages.page(root)
        assert _read(pages, root, told["interaction"]) == told["interaction"]


def test_rows_are_found_where_the_map_of_parents_is_damaged(
    book: Book, told: dict[str, set[tuple[object, ...]]], copy: Path
) -> None:
    _damage(copy, 2)
    with Pages(copy, _key(book)) as pages:
        root = pages.tables()["customer"]
        assert _read(pages, root, told["customer"]) == told["customer"]


def test_a_note_that_goes_on_in_a_damaged_page_is_counted_as_lost(
    book: Book, told: dict[str, set[tuple[object, ...]]], copy: Path
) -> None:
    whole = copy.read_bytes()
    with Pages(copy, _key(book)) as pages:
        root = pages.tables()["interaction"]
        full = [n for n in range(1, pages.count + 1) if b"Brake cable, Brake" in pages.page(n)]
    lost = []
    for number in full:
        copy.write_bytes(whole)
        _damage(copy, number)
        with Pages(copy, _key(book)) as pages:
            lost.append(pages.lost_rows(root))
            assert len(_read(pages, root, told["interaction"])) >= len(told["interaction"]) - 40
    assert lost.count(1) >= 2 * (len(LONG) // PAGE)
    assert set(lost) == {0, 1}  # the same words are in the change log, too


def test_the_salt_makes_up_for_a_lost_first_page(
    book: Book, told: dict[str, set[tuple[object, ...]]], copy: Path
) -> None:
    with Pages(copy, _key(book)) as pages:
        root = pages.tables()["customer"]
    salt = copy.read_bytes()[:16]
    damaged = bytearray(copy.read_bytes())
    damaged[:PAGE] = bytes(PAGE)
    copy.write_bytes(damaged)
    with Pages(copy, _key(book)) as pages:
        assert len(pages.unreadable()) == pages.count
        assert list(pages.rows(root)) == []
    with Pages(copy, _key(book), salt) as pages:
        assert pages.unreadable() == [1]
        assert _read(pages, root, told["customer"]) == told["customer"]


def test_the_end_may_be_missing(
    book: Book, told: dict[str, set[tuple[object, ...]]], copy: Path
) -> None:
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2 + 100])
    with Pages(copy, _key(book)) as pages:
        tables = pages.tables()
        for name, rows in told.items():
            if name in tables:
                assert _read(pages, tables[name], rows) <= rows
        with pytest.raises(UnreadablePageError):
            pages.page(pages.count + 1)


def test_pages_that_changed_places_are_not_believed(book: Book, copy: Path) -> None:
    damaged = bytearray(copy.read_bytes())
    damaged[3 * PAGE : 4 * PAGE], damaged[4 * PAGE : 5 * PAGE] = (
        damaged[4 * PAGE : 5 * PAGE],
        damaged[3 * PAGE : 4 * PAGE],
    )
    copy.write_bytes(damaged)
    with Pages(copy, _key(book)) as pages:
        assert pages.unreadable() == [4, 5]


def test_another_key_reads_nothing(book: Book, copy: Path) -> None:
    with Pages(copy, bytes(32)) as pages:
        assert len(pages.unreadable()) == pages.count
        assert pages.tables() == {}


def _damage(path: Path, number: int) -> None:
    content = bytearray(path.read_bytes())
    content[(number - 1) * PAGE + 1_000] ^= 1
    path.write_bytes(content)
