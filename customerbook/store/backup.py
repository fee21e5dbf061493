"""Copies of the book, as the engine makes them, and the proof that one is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import peewee
from sqlcipher3 import dbapi2 as sqlcipher

from customerbook.model.errors import BookError, DamagedError
from customerbook.model.texts import _
from customerbook.store.backup_faults import place_failing, place_full
from customerbook.store.copying import Heard
from customerbook.store.durable import sync_file
from customerbook.store.file import APPLICATION_ID, BookDatabase, BookFile
from customerbook.store.keyfile import KeyFile
from customerbook.store.keys import Keys

COUNTED = {
    "customer": "SELECT count(*) FROM customer WHERE deleted IS NULL",
    "interaction": "SELECT count(*) FROM interaction",
    "case": 'SELECT count(*) FROM "case"',
    "followup": "SELECT count(*) FROM followup",
    "document": "SELECT count(*) FROM document",
    "purchase": "SELECT count(*) FROM purchase",
    "person": "SELECT count(*) FROM person",
    "change": "SELECT count(*) FROM change",
}
"""What is counted in the book and in each backup of it."""

_CACHED_PAGES = 10  # with more, the last step would have them all to write at once
_INSTRUCTIONS = 50_000
"""Of the engine, between two looks whether a check should stop: some milliseconds."""


@dataclass(frozen=True)
class Found:
    """How far a copy of the book had come, and what it holds."""

    commits: int
    head: str
    schema: int
    counts: tuple[tuple[str, int], ...]


def copy_open(file: BookFile, target: Path, heard: Heard) -> tuple[Keys, KeyFile]:
    """Copy the open book into a new file; the keys and the key file that it had at the end.

    Others read and write meanwhile, and what they write is in the copy.

    Raises:
        DiskError: the disk is full or fails.
        DamagedError: a page of the book failed its check.
        BookClosedError: the book was closed meanwhile.
    """
    keys = file.keys
    with _told_of(target.parent), _written(target, keys.cipher_key()) as connection:
        with file.copied_to(connection, heard):
            key_file = file.key_file
        # A copy is nobody's open book: else its first opening would look over all of it again.
        connection.execute("UPDATE file_state SET value = x'' WHERE name = 'open'")
    sync_file(target)
    return keys, key_file


def copy_closed(path: Path, key: str, target: Path, new_key: str, heard: Heard) -> None:
    """Write a copy once more into a new file, encrypted with another key.

    Raises:
        DamagedError: it cannot be read.
        DiskError: the disk is full or fails.
    """
    database = BookDatabase(path, key, read_only=True)
    with _told_of(target.parent), _written(target, new_key) as written:
        try:
            database.connect()
            source = database.connection()
            source.backup(
                written, pages=4096, progress=lambda _s, left, whole: heard(1 - left / whole)
            )
            if _all(source, "PRAGMA cipher_status") != [("1",)]:
                raise damaged_copy()
        finally:
            database.abandon()
    sync_file(target)


def examine(path: Path, key: str, heard: Heard) -> Found:
    """Read and verify every page and table of a copy of the book, and count it.

    Raises:
        DamagedError, WrongKeyError, NotABookError: it is not a whole book, or not of this key.
    """
    database = BookDatabase(path, key, read_only=True)
    try:
        database.connect()  # proves the key, and that there is encryption at all
        connection = database.connection()
        with _listening(connection, heard):
            if _all(connection, "PRAGMA cipher_integrity_check"):
                raise damaged_copy()
            heard(0.2)
            if _all(connection, "PRAGMA quick_check") != [("ok",)]:
                raise damaged_copy()
            heard(0.8)
            if _all(connection, "PRAGMA foreign_key_check"):
                raise damaged_copy()
            heard(0.95)
            return _found(connection)
    except (peewee.DatabaseError, sqlcipher.DatabaseError) as error:
        raise damaged_copy() from error
    finally:
        database.abandon()


def compare_with_book(file: BookFile, found: Found) -> None:
    """Count the book, as long as nobody has written since it was copied.

    Raises:
        DamagedError: the copy is not what the book was.
    """
    for kind, count in found.counts:
        ((commits, now),) = file.patient_rows(f"SELECT commits, ({COUNTED[kind]}) FROM book")
        if commits != found.commits:
            return
        if now != count:
            raise damaged_copy()


def damaged_copy() -> DamagedError:
    """A copy is not what the book was."""
    return DamagedError(
        _(
            "The copy for the backup is not whole, so no backup was made. Nothing was changed in "
            "the book. Try again; if it stays so, have the book checked."
        )
    )


@contextmanager
def _written(path: Path, key: str) -> Iterator[sqlcipher.Connection]:
    """A connection to a new file that is synced later, and thrown away if anything fails."""
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.set_key(key)
        for setting in (
            "locking_mode=EXCLUSIVE",
            "journal_mode=OFF",
            "synchronous=OFF",
            f"cache_size={_CACHED_PAGES}",
        ):
            connection.execute(f"PRAGMA {setting}")
        yield connection
    finally:
        connection.close()


def _found(connection: sqlcipher.Connection) -> Found:
    ((application,),) = _all(connection, "PRAGMA application_id")
    ((schema,),) = _all(connection, "PRAGMA user_version")
    ((commits, head),) = _all(connection, "SELECT commits, head FROM book")
    last = _all(connection, "SELECT mac FROM change ORDER BY id DESC LIMIT 1")
    if application != APPLICATION_ID or [(head,)] != (last or [(b"",)]):
        raise damaged_copy()
    counts = tuple((kind, _all(connection, sql)[0][0]) for kind, sql in COUNTED.items())
    return Found(commits, bytes(head).hex(), schema, counts)


def _all(connection: sqlcipher.Connection, sql: str) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = connection.execute(sql).fetchall()
    return found


@contextmanager
def _listening(connection: sqlcipher.Connection, heard: Heard) -> Iterator[None]:
    """Let whoever listens end a long query, too."""
    raised: list[BaseException] = []

    def look() -> bool:
        try:
            heard(0)
        except BaseException as error:
            raised.append(error)
        return bool(raised)

    connection.set_progress_handler(look, _INSTRUCTIONS)
    try:
        yield
    except sqlcipher.DatabaseError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    try:
        yield
    except (peewee.DatabaseError, sqlcipher.DatabaseError) as error:
        raise _of_engine(error, folder) from error


def _of_engine(error: Exception, folder: Path) -> BookError:
    # Copying tells no code, only the engine's own words, which are English everywhere.
    words = str(error)
    if "full" in words:
        return place_full(folder)
    if "malformed" in words or "not a database" in words:
        return damaged_copy()
    return place_failing(folder)
