"""Making a large sample book, beside raw executemany of the same rows with the same indexes."""

import time
from collections.abc import Iterator
from pathlib import Path

from customerbook.book.book import Book
from customerbook.book.sample import make_sample
from customerbook.store.file import BookDatabase, BookFile
from customerbook.store.folder import find_folder, named, read_key_file
from customerbook.store.keys import create_keys, unlock_passphrase
from customerbook.store.migrate import migrate
from customerbook.store.opening import create_book_file
from customerbook.store.passphrase import Cost
from tests.benchmarks.table import Figure

PASSPHRASE = "seven wet tandems at noon"
_TABLES = (
    "customer",
    "method",
    "address",
    "date",
    "note",
    "tag",
    "field",
    "forbidden",
    "consent",
    "case",
    "interaction",
    "followup",
    "purchase",
    "purchase_line",
)
_SEARCHED = {
    "find_word": "rowid, name, sort, other, ends",
    "find_inside": "rowid, text",
    "find_note": "rowid, text",
}


def made(folder: Path, customers: int, interactions: int) -> tuple[Book, Figure]:
    """The book, and rows a second beside the raw run (goal of the product: 20,000)."""
    start = time.perf_counter()
    book, _ = make_sample(
        folder / "sample",
        customers=customers,
        interactions=interactions,
        seed=1,
        passphrase=PASSPHRASE,
        cost=Cost(19, 1),
    )
    took = time.perf_counter() - start
    rows = sum(_count(book.db, table) for table in (*_TABLES, *_SEARCHED))
    raw = rows / _raw_seconds(book, folder)
    records = (customers + interactions) / took
    return book, Figure(
        f"make a book: rows of tables and index ({records:,.0f} customers and interactions a s)",
        rows / took,
        "rows/s",
        raw,
        0.25,
        rate=True,
    )


def _count(db: BookFile, table: str) -> int:
    return int(db.rows(f'SELECT count(*) FROM "{table}"')[0][0])


def _portions(db: BookFile, table: str) -> Iterator[list[tuple[object, ...]]]:
    columns, last = _SEARCHED.get(table, "*"), -(2**62)
    sql = f'SELECT rowid, {columns} FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT 5000'
    while rows := db.rows((sql, [last])):
        last = int(rows[-1][0])
        yield [row[1:] for row in rows]


def _raw_seconds(book: Book, folder: Path) -> float:
    """Seconds to write the rows of a book into an empty one with the same tables and indexes."""
    key_file, keys, _ = create_keys(PASSPHRASE, owner="raw", person="1", cost=Cost(19, 1))
    raw = create_book_file(named(folder / "raw"), key_file, keys, fill=migrate)
    raw.database.execute_sql("PRAGMA foreign_keys=OFF")
    took = 0.0
    with raw.writing(), raw.roomy():
        for table in (*_TABLES, *_SEARCHED):
            columns = f"({_SEARCHED[table]})" if table in _SEARCHED else ""
            for rows in _portions(book.db, table):
                marks = ", ".join("?" * len(rows[0]))
                start = time.perf_counter()
                raw.run_many(f'INSERT INTO "{table}" {columns} VALUES ({marks})', rows)
                took += time.perf_counter() - start
        start = time.perf_counter()
    took += time.perf_counter() - start
    raw.close()
    return took


def raw_opening(folder: Path) -> float:
    """Milliseconds to derive the key, connect to a raw book and read its first page."""
    start = time.perf_counter()
    keys = unlock_passphrase(read_key_file(find_folder(folder / "raw")), None, PASSPHRASE)
    database = BookDatabase(named(folder / "raw") / "book.db", keys.cipher_key())
    database.connect()
    database.execute_sql("SELECT id FROM person LIMIT 1").fetchone()
    took = (time.perf_counter() - start) * 1000
    database.close()
    return took
