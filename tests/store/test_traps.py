"""What SQLCipher, peewee and the operating system do by themselves, and must not do to a book."""

import logging
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee
import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from customerbook.model.errors import NotABookError, OpeningError, WrongKeyError
from customerbook.store import file as file_module
from customerbook.store.file import BookDatabase, BookFile
from customerbook.store.migrate import migrate
from tests.store.files import new_file, note, noted, opened

_KEY = f"x'{'ab' * 32}'"

_watching: list[list[str]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        path = arguments[0]
        for paths in _watching:
            paths.append(path.decode() if isinstance(path, bytes) else str(path))


sys.addaudithook(_watch)


@contextmanager
def opened_paths() -> Iterator[list[str]]:
    """Every path that Python opens meanwhile."""
    _watching.append([])
    try:
        yield _watching[-1]
    finally:
        _watching.pop()


@pytest.mark.parametrize(
    "key",
    ["", "x''", "secret", "x'" + "ab" * 31 + "'", "x'" + "AB" * 32 + "'", _KEY + " ", "ab" * 32],
)
def test_only_a_raw_key_is_a_key(key: str, tmp_path: Path) -> None:
    """peewee makes a plaintext file of an empty one, SQLCipher a passphrase of a malformed one."""
    with pytest.raises(ValueError, match="not a raw key"):
        BookDatabase(tmp_path / "book.db", key, new=True)
    assert not list(tmp_path.iterdir())


def test_the_file_is_encrypted_from_the_first_byte(tmp_path: Path) -> None:
    database = BookDatabase(tmp_path / "book.db", _KEY, new=True)
    database.connect()
    database.execute_sql("CREATE TABLE trial (text)")
    assert database.pragma("cipher_status") == "1"
    database.close()
    assert not (tmp_path / "book.db").read_bytes().startswith(b"SQLite format 3")


def test_a_wrong_key_is_found_when_connecting(tmp_path: Path) -> None:
    """SQLCipher takes any key; without a read the first query of the program would fail."""
    database = BookDatabase(tmp_path / "book.db", _KEY, new=True)
    database.connect()
    database.execute_sql("CREATE TABLE trial (text)")
    database.close()
    other = BookDatabase(tmp_path / "book.db", f"x'{'ac' * 32}'")
    with pytest.raises(WrongKeyError):
        other.connect()
    assert other.is_closed()


def test_a_plaintext_file_is_refused(tmp_path: Path) -> None:
    plain = sqlcipher.connect(str(tmp_path / "book.db"))
    plain.execute("CREATE TABLE trial (text)")
    plain.close()
    with pytest.raises(NotABookError, match="not encrypted"):
        BookDatabase(tmp_path / "book.db", _KEY).connect()


def test_a_missing_file_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(peewee.OperationalError):
        BookDatabase(tmp_path / "book.db", _KEY).connect()
    assert not list(tmp_path.iterdir())


def test_a_path_with_signs_of_an_address_is_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "50% off? #1 & more"
    folder.mkdir()
    BookDatabase(folder / "book.db", _KEY, new=True).connect()
    assert (folder / "book.db").exists()


def test_settings_are_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = BookDatabase(tmp_path / "book.db", _KEY, new=True)
    database.connect()
    for name, value in {
        "journal_mode": "truncate",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "auto_vacuum": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "recursive_triggers": 1,
        "temp_store": 2,
        "busy_timeout": 8000,
        "cipher_log_level": "NONE",
    }.items():
        assert database.pragma(name) == value, name
    database.close()
    monkeypatch.setattr(file_module, "_SETTINGS", (("synchronous", "FULL", 3),))
    with pytest.raises(OpeningError, match="synchronous"):
        database.connect()


def test_peewee_says_nothing_even_when_asked_for_everything(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, logger="peewee"):
        file = new_file(tmp_path)
        note(file, "Żaneta Kowalska")
        file.rows(("SELECT text FROM trial WHERE text=?", ("Żaneta Kowalska",)))
        migrate(file)
        file.close()
    assert "Kowalska" not in caplog.text
    assert file.keys.cipher_key() not in caplog.text
    assert not [record for record in caplog.records if record.name == "peewee"]


def test_the_key_is_not_changed_through_peewee(tmp_path: Path) -> None:
    """`rekey` of peewee writes the new key into the log."""
    with pytest.raises(RuntimeError):
        BookDatabase(tmp_path / "book.db", _KEY, new=True).rekey("secret")


def test_nothing_but_sqlite_opens_the_book(tmp_path: Path) -> None:
    """Closing a file drops all locks that the process has on it, those of SQLite included."""
    with opened_paths() as paths:
        file = new_file(tmp_path)
        note(file, "one")
        file.check()
        file.remember_seen(file.key_file.seen)
        file.close()
        again = opened(tmp_path)
        assert noted(again) == ["one"]
        again.check()
        again.close()
    names = {Path(path).name for path in paths}
    assert {"keys.json", "LOCK"} <= names
    assert not [name for name in names if name.startswith("book.db")]


def test_another_program_gets_nothing_even_without_asking_for_the_lock(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    script = (
        "import sys; from sqlcipher3 import dbapi2\n"
        "connection = dbapi2.connect(sys.argv[1], timeout=0)\n"
        "connection.set_key(sys.stdin.read())\n"
        "try: print(connection.execute('SELECT * FROM trial').fetchall())\n"
        "except dbapi2.OperationalError as error: print(error)"
    )
    command = [sys.executable, "-c", script, str(file.hold.folder.book)]

    def other_program() -> str:
        ran = subprocess.run(
            command, input=file.keys.cipher_key(), capture_output=True, text=True, check=True
        )
        return ran.stdout.strip()

    assert other_program() == "database is locked"
    note(file, "one")
    assert other_program() == "database is locked"
    file.close()
    assert other_program() == "[(1, 'one')]"


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH ':memory:' AS other",
        "ATTACH '/tmp/other.db' AS other KEY ''",
        "SELECT load_extension('other')",
        "VACUUM INTO '/tmp/other.db'",
    ],
)
def test_nothing_reaches_out_of_the_book(statement: str, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with pytest.raises(peewee.DatabaseError, match="authoriz"):
        file.rows(statement)
    file.close()
    again = opened(tmp_path)
    with pytest.raises(peewee.DatabaseError, match="authoriz"):
        again.rows(statement)
    again.close()


def test_a_closed_connection_does_not_open_by_itself(tmp_path: Path) -> None:
    database = BookDatabase(tmp_path / "book.db", _KEY, new=True)
    database.connect()
    database.close()
    with pytest.raises(peewee.InterfaceError):
        database.execute_sql("SELECT 1")


def test_large_sorts_leave_no_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SQLITE_TMPDIR", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    (tmp_path / "tmp").mkdir()
    file = new_file(tmp_path)
    with opened_files(tmp_path / "tmp") as seen, file.writing():
        note(file, *(f"{count * 7919 % 100_003} " + "x" * 300 for count in range(20_000)))
        file.run("CREATE TEMP TABLE sorted AS SELECT text FROM trial ORDER BY text")
        file.run("CREATE INDEX by_text ON trial(text)")
        seen.update(path.name for path in (tmp_path / "tmp").iterdir())
    assert not seen
    file.close()


@contextmanager
def opened_files(folder: Path) -> Iterator[set[str]]:
    """Names that appeared in a folder, also those deleted at once: its own time of change tells."""
    before = folder.stat().st_mtime_ns
    seen: set[str] = set()
    yield seen
    if folder.stat().st_mtime_ns != before:
        seen.add("something")


def test_a_book_file_is_only_made_where_none_is(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.close()
    with pytest.raises(OpeningError):
        new_file(tmp_path)
    assert isinstance(opened(tmp_path), BookFile)
