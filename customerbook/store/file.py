"""The encrypted file: the only place that opens SQLCipher.

`BookDatabase` is the connection with its key and settings, `BookFile` the open book: transactions,
queries, errors, closing. One connection is shared by all threads under one lock: without the lock
it loses writes, and several connections would shut each other out. The steps of making and opening
a book are in `opening.py`.
"""

import json
import re
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import quote

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from customerbook.model.errors import (
    BookClosedError,
    BookError,
    DamagedError,
    DiskError,
    NotABookError,
    OpeningError,
    WrongKeyError,
)
from customerbook.model.texts import _
from customerbook.store import faults
from customerbook.store.copying import Copying, Heard
from customerbook.store.folder import Hold, write_key_file
from customerbook.store.keyfile import KeyFile, Seen, encode
from customerbook.store.keys import Keys
from customerbook.store.turns import Turns
from customerbook.store.ways_in import with_seen

APPLICATION_ID = int.from_bytes(b"CuBk")

_RAW_KEY = re.compile(r"x'[0-9a-f]{64}'")
_KEPT_STATEMENTS = 400
_CACHE_KIB, _ROOMY_KIB = 16 * 1024, 256 * 1024
_PAUSE = 0.2  # seconds until a check goes on after giving way
_LOOK = 0.005  # seconds between two tries to interrupt a check

# Each is read back. TRUNCATE and not WAL: there, one flipped bit silently drops committed rows.
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("busy_timeout", "8000", 8000),
    ("cache_size", f"-{_CACHE_KIB}", -_CACHE_KIB),
    ("temp_store", "MEMORY", 2),
    *((("fullfsync", "ON", 1),) if sys.platform == "darwin" else ()),
)


# Given before the first table; to give it again would write to the file before it is examined.
_MADE_WITH = ("auto_vacuum", "", 1)


class BookDatabase(SqlCipherDatabase):  # type: ignore[misc]  # playhouse has no types
    """The one connection to an encrypted file, opened with `connect()`.

    Args:
        path: the file; it must be there unless `new`.
        key: raw key in SQLCipher's form, see `Keys.cipher_key`. Anything else would be taken for a
            passphrase, and an empty one would make a file without encryption.
        new: make the file.
        read_only: never write to it.
    """

    def __init__(self, path: Path, key: str, *, new: bool = False, read_only: bool = False) -> None:
        if not _RAW_KEY.fullmatch(key):
            raise ValueError("not a raw key")
        self._key = key
        self._new = new
        self._read_only = read_only
        # Without autoconnect a query after close() fails instead of opening the book again.
        super().__init__(str(path), thread_safe=False, autoconnect=False)

    def _connect(self) -> sqlcipher.Connection:
        mode = "rwc" if self._new else "ro" if self._read_only else "rw"
        connection = sqlcipher.connect(
            f"{_uri(Path(self.database))}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=_KEPT_STATEMENTS,
        )
        try:
            if self._new:  # before the journal is made, which takes after it
                Path(self.database).chmod(0o600)
            self._unlock(connection)
            self._settle(connection)
            connection.set_authorizer(_allowed)
            self._add_conn_hooks(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _unlock(self, connection: sqlcipher.Connection) -> None:
        """Give the key and prove it: SQLCipher takes any, and only the first read would fail."""
        connection.execute("PRAGMA cipher_log_level=NONE")
        # Keys are wiped in any case. Wiping all other memory of the engine too made every insert
        # six times slower (measured), while Python keeps copies of the same rows anyway.
        connection.execute("PRAGMA cipher_memory_security=OFF")
        connection.set_key(self._key)
        if self._new:
            connection.execute("PRAGMA auto_vacuum=FULL")
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlcipher.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlcipher.SQLITE_NOTADB:
                raise
            self._refuse_plaintext()
            raise WrongKeyError(_("This key does not open this book.")) from error
        if not self._new and connection.execute("PRAGMA page_count").fetchone() == (0,):
            raise faults.damaged()
        if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
            raise NotABookError(_("This file is not encrypted. It is not opened."))

    def _refuse_plaintext(self) -> None:
        # Asked of SQLite without a key, since nothing else may open the file.
        with suppress(sqlcipher.DatabaseError):
            plain = sqlcipher.connect(f"{_uri(Path(self.database))}?mode=ro", uri=True)
            try:
                plain.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            finally:
                plain.close()
            raise NotABookError(_("This file is not encrypted. It is not opened."))

    def _settle(self, connection: sqlcipher.Connection) -> None:
        for name, value, read_back in (*_SETTINGS, _MADE_WITH):
            if value:
                connection.execute(f"PRAGMA {name}={value}")
            found = connection.execute(f"PRAGMA {name}").fetchone()
            if found != (read_back,):
                raise OpeningError(
                    _("The database engine of this computer refuses “{name}”.").format(name=name)
                )
        if self._read_only:
            connection.execute("PRAGMA query_only=ON")

    def take_key(self, key: str) -> None:
        """Close, to connect with another key from now on, see `BookFile.take_keys`."""
        self.abandon()
        self._key = key

    def _log_query(self, sql: str, params: object) -> None:
        """Nothing: peewee would log every value, keys included."""

    def rekey(self, passphrase: str) -> NoReturn:  # noqa: ARG002
        """Refused: peewee writes the key into its log."""
        raise RuntimeError("A key is changed on the raw connection.")

    def compiled(self, query: Any) -> tuple[str, Sequence[Any]]:
        """SQL and parameters of a peewee query, of (sql, parameters), or of plain SQL."""
        if isinstance(query, str):
            return query, ()
        if isinstance(query, tuple):
            return query
        sql, parameters = self.get_sql_context().sql(query).query()
        return sql, parameters

    def abandon(self) -> None:
        """Close, whatever state the connection is in; what was not committed is rolled back."""
        if not self.is_closed():
            with suppress(sqlcipher.Error):
                self.connection().close()
            self.dispose()


class BookFile:
    """An open book. Every call may come from any thread; each waits for the ones before.

    All raise, beside what is named:
        DiskError: full, write-protected or failing; nothing half-written.
        DamagedError: what was to be read is damaged.
        BookClosedError: after `close`.
    Broken rules of the tables come as `peewee.IntegrityError`.
    """

    def __init__(
        self,
        hold: Hold,
        key_file: KeyFile,
        keys: Keys,
        *,
        new: bool = False,
        why_read_only: str = "",
    ) -> None:
        self.hold = hold
        self.keys = keys
        self.key_file = key_file
        self.why_read_only = why_read_only
        path, key = hold.folder.book, keys.cipher_key()
        self.database = BookDatabase(path, key, new=new, read_only=bool(why_read_only))
        self.unclean = False
        self._marked = False
        self._turns = Turns()
        self._copying = Copying(self._turns, self._interrupt_check, _LOOK)
        self._gate = threading.Lock()
        self._gives_way = False
        self._inside = 0
        self._transactions = 0
        self._last: list[Callable[[BookFile], object]] = []
        self._broken = False
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Nobody else reads or writes until the end of the block."""
        self._take_turn()
        self._inside += 1
        try:
            if self._closed:
                raise BookClosedError(_("The book is closed."))
            if self.database.is_closed():
                self.database.connect()
            yield
        except (peewee.DatabaseError, sqlcipher.DatabaseError) as error:
            told = self._told(error)
            if told is None:
                raise
            raise told from error
        finally:
            self._inside -= 1
            if self._broken and not self._inside:
                # After a page that failed its check, the connection fails for good.
                self._broken = False
                self._copying.end()
                self.database.abandon()
            self._turns.end()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of the block or, after an exception, nothing.

        Inside another one it is a part of that, which an exception undoes alone.
        """
        with self.reading():
            if self.read_only:
                raise DiskError(self.why_read_only)
            part = f"part_{self._transactions}"
            self._execute(f"SAVEPOINT {part}" if self._transactions else "BEGIN IMMEDIATE")
            self._transactions += 1
            try:
                yield
                if self._transactions == 1:
                    self._run_last()
                self._execute(f"RELEASE {part}" if self._transactions > 1 else "COMMIT")
            except BaseException:
                self._roll_back(part)
                raise
            finally:
                self._transactions -= 1
                if not self._transactions:
                    self._last.clear()

    def at_end(self, work: Callable[["BookFile"], object]) -> bool:
        """Let something be done just before the transaction ends; False if that was said before."""
        if not self._transactions:
            raise RuntimeError("outside of writing()")
        if work in self._last:
            return False
        self._last.append(work)
        return True

    def patiently(self) -> AbstractContextManager[None]:
        """In the block, this thread lets whoever wants the book go first; see `Turns`."""
        return self._turns.patiently()

    def wanted(self) -> bool:
        """Whether somebody waits for their turn: who works for long should end theirs."""
        return self._turns.wanted()

    def shared(self, within: float) -> bool:
        """Whether somebody else wants the book, or has just had it; see `Turns`."""
        return self._turns.shared(within)

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """What a peewee query, (sql, parameters) or plain SQL gives, as it is stored."""
        with self.reading():
            found: list[tuple[Any, ...]] = self._execute(query).fetchall()
            return found

    def ids(self, sql: str, values: Sequence[Any] = ()) -> list[int]:
        """The column `id` of what a query gives, in its order; quick for a hundred thousand."""
        # As one value: to fetch so many rows takes three times as long.
        ((found,),) = self.rows((f"SELECT json_group_array(id) FROM ({sql})", values))
        listed: list[int] = json.loads(found)
        return listed

    def run(self, query: Any) -> int:
        """Execute what writes; the number of rows touched."""
        with self._within_transaction():
            return int(self._execute(query).rowcount)

    def insert(self, query: Any) -> int:
        """Execute an insert; the id of the (last) new row."""
        with self._within_transaction():
            return int(self._execute(query).lastrowid)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute one statement with many rows of parameters."""
        with self._within_transaction():
            self._refuse_lost_transaction()
            self.database.connection().executemany(sql, rows)

    @contextmanager
    def roomy(self) -> Iterator[None]:
        """More memory for pages while much is written at random places, as by a large import."""
        self._execute(f"PRAGMA cache_size=-{_ROOMY_KIB}")
        try:
            yield
        finally:
            self._execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
            self._execute("PRAGMA shrink_memory")

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written; `why_read_only` is the sentence that says why."""
        return bool(self.why_read_only)

    @property
    def schema_version(self) -> int:
        """Number of the newest migration that the book has; 0 for an empty one."""
        return int(self.rows("PRAGMA user_version")[0][0])

    @property
    def is_ours(self) -> bool:
        """Whether the file says that it is a customer book."""
        return self.rows("PRAGMA application_id") == [(APPLICATION_ID,)]

    def start(self) -> None:
        """Make of an empty new file a customer book without tables."""
        with self.writing():
            self.run(f"PRAGMA application_id={APPLICATION_ID}")
            self.run("CREATE TABLE file_state (name TEXT PRIMARY KEY, value BLOB NOT NULL)")
            self.remember("keys", encode(self.key_file))
            self.mark_open()

    def finish_migration(self, version: int) -> None:
        """Inside a migration's transaction: number it, and refuse references to nothing.

        Raises:
            DamagedError: a row refers to one that is not there.
        """
        database = self.database
        if database.execute_sql("PRAGMA foreign_key_check").fetchone():
            raise DamagedError(_("A customer book cannot refer to records that are not there."))
        database.execute_sql(f"PRAGMA user_version={version}")

    def check(self, *, whole: bool = True) -> None:
        """Read everything and verify it: each page by its MAC, each table by its order.

        Takes about 6 ms for each MB, and as long again for `whole`. Whoever wants to read or write
        meanwhile goes first, and the table that was being read is begun anew.

        Args:
            whole: also the pages that are in memory, in one piece.

        Raises:
            DamagedError: something is not as it was written.
        """
        tables = self.rows("SELECT name FROM sqlite_schema WHERE type='table' AND rootpage > 0")
        for (table,) in [*tables, ("sqlite_schema",)]:
            if self.patient_rows(f'PRAGMA quick_check("{table}")') != [("ok",)]:
                raise faults.damaged()
        # Says nothing, which means fine, about a file without encryption: that was refused before.
        if whole and self.rows("PRAGMA cipher_integrity_check"):
            raise faults.damaged()

    def patient_rows(self, query: Any) -> list[tuple[Any, ...]]:
        """As `rows`, for what takes long: begun anew if somebody else wants to read or write."""
        while (found := self._rows_unless_wanted(query)) is None:
            time.sleep(_PAUSE)
        return found

    def _rows_unless_wanted(self, query: Any) -> list[tuple[Any, ...]] | None:
        """The rows; none if somebody else wanted the lock."""
        with self.reading():
            with self._gate:
                self._gives_way = True
            try:
                return self.rows(query)
            except peewee.OperationalError as error:
                if _code(error) != sqlcipher.SQLITE_INTERRUPT:
                    raise
                return None
            finally:
                with self._gate:
                    self._gives_way = False

    def _take_turn(self) -> None:
        """Wait for those who came before, not for a check."""
        self._turns.take(self._interrupt_check, _LOOK)

    def _interrupt_check(self) -> None:
        # Inside the gate, so that nothing but the check is interrupted; again and again, since an
        # interruption is forgotten if the check has not begun yet.
        with self._gate:
            if self._gives_way:
                self.database.connection().interrupt()

    def change_key(self, keys: Keys) -> None:
        """Encrypt the whole file anew under the data key of `keys`: all of it or nothing.

        Takes about 20 s for each GB, as much free disk as the file has, and the lock all the time.
        After an error either the old keys open the file or the new ones, see `take_keys`.
        """
        with self.reading():
            if self._transactions:
                raise RuntimeError("a key is changed between transactions")
            self._copying.end()
            # On the raw connection: peewee would write the key into its log. Not by reset_key(),
            # which lets no other thread of the program run meanwhile.
            self.database.connection().execute(f'PRAGMA rekey="{keys.cipher_key()}"')
            self.take_keys(keys)

    def take_keys(self, keys: Keys) -> None:
        """Go on with other keys of this book.

        Raises:
            WrongKeyError: they do not open it.
        """
        self._take_turn()
        try:
            self._copying.end()
            self.database.take_key(keys.cipher_key())
            with self.reading():  # which connects and so proves them
                self.keys = keys
        finally:
            self._turns.end()

    @contextmanager
    def copied_to(self, target: Any, heard: Heard) -> Iterator[None]:
        """Copy all of it into the connection to another file, while others read and write.

        Inside the block nobody does, so that what is read there fits the copy.

        Raises:
            DamagedError: a page failed its check.
            BookClosedError: the book was closed, or its key changed, before the end.
        """
        try:
            with self._copying.copied(self._source, target, heard, self._refuse_damage):
                yield
        finally:
            if self._broken:
                with self.reading():  # connects anew
                    pass

    def _source(self) -> sqlcipher.Connection:
        with self.reading():
            if self._transactions:
                raise RuntimeError("copied inside writing()")
            return self.database.connection()

    def _refuse_damage(self, connection: sqlcipher.Connection) -> None:
        # What failed its check is copied as zeros, in silence, and gets a valid one.
        if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
            self._broken = True
            raise faults.damaged()

    def save_keys(self, key_file: KeyFile) -> None:
        """Write the key file, its second copy and the one inside the book."""
        with self.writing():
            write_key_file(self.hold.folder, key_file)
            self.key_file = key_file
            self.remember("keys", encode(key_file))

    def remember_seen(self, seen: Seen) -> None:
        """Note in the key file how far the book has come."""
        self.save_keys(with_seen(self.key_file, self.keys, seen))

    def mark_open(self) -> None:
        """Note inside the book that it is open; until `close` anything may happen to it."""
        self.remember("open", b"yes")
        self._marked = True

    def remember(self, name: str, value: bytes) -> None:
        """Keep something of the file's own beside the records."""
        self.run(("INSERT OR REPLACE INTO file_state(name, value) VALUES (?, ?)", (name, value)))

    def remembered(self, name: str) -> bytes:
        """What `remember` kept, or nothing."""
        found = self.rows(("SELECT value FROM file_state WHERE name=?", (name,)))
        return bytes(found[0][0]) if found else b""

    def close(self, *, keep_hold: bool = False) -> None:
        """Close cleanly and let others open the book; a second call does nothing.

        Args:
            keep_hold: keep others out, to open it again with `hold` after the next sign-in.
        """
        self._take_turn()
        try:
            if self._inside:
                raise RuntimeError("closed inside reading() or writing()")
            if not self._closed:
                if self._marked:
                    # If this fails, the next opening checks the whole book.
                    with suppress(BookError, peewee.DatabaseError):
                        self.remember("open", b"")
                self._closed = True
                self._copying.end()
                self.database.abandon()
        finally:
            self._turns.end()
        if not keep_hold:
            self.hold.release()

    def _run_last(self) -> None:
        while self._last:
            self._last.pop(0)(self)

    @contextmanager
    def _within_transaction(self) -> Iterator[None]:
        with self.reading():
            if self._transactions:
                yield
            else:
                with self.writing():
                    yield

    def _execute(self, query: Any) -> Any:
        self._refuse_lost_transaction()
        return self.database.execute_sql(*self.database.compiled(query))

    def _refuse_lost_transaction(self) -> None:
        # A full or failing disk makes SQLite roll back by itself; what follows must not be written.
        if self._transactions and not self.database.connection().in_transaction:
            raise faults.disk_failing()

    def _roll_back(self, part: str) -> None:
        connection = self.database.connection()
        try:
            if connection.in_transaction and self._transactions > 1:
                connection.execute(f"ROLLBACK TO {part}")
                connection.execute(f"RELEASE {part}")
            elif connection.in_transaction:
                connection.execute("ROLLBACK")
        except sqlcipher.Error:
            self._broken = True  # closing rolls back what is left

    def _told(self, error: Exception) -> BookError | None:
        """The error in words for the person; none if it is a bug or a broken rule of the tables."""
        code = _code(error)
        tell = _TOLD.get(code)
        if tell is None:
            return None
        self._broken = code != sqlcipher.SQLITE_BUSY
        return tell()


def _uri(path: Path) -> str:
    """A path for SQLite, which wants an empty host even where Windows has one."""
    text = path.absolute().as_posix()
    return "file://" + quote(text if text.startswith("/") else "/" + text)


def _code(error: Exception) -> int:
    """SQLite's primary code of an error, wrapped by peewee or not."""
    cause = getattr(error, "orig", error)
    return int(getattr(cause, "sqlite_errorcode", 0)) & 0xFF


def _allowed(action: int, _first: str | None, second: str | None, *_where: object) -> int:
    """Nothing reaches out of the book: no second file, no foreign code."""
    denied = action == sqlcipher.SQLITE_ATTACH or (
        action == sqlcipher.SQLITE_FUNCTION and second == "load_extension"
    )
    return sqlcipher.SQLITE_DENY if denied else sqlcipher.SQLITE_OK  # type: ignore[no-any-return]


_TOLD: dict[int, Callable[[], BookError]] = {
    sqlcipher.SQLITE_FULL: faults.disk_full,
    sqlcipher.SQLITE_IOERR: faults.disk_failing,
    sqlcipher.SQLITE_CANTOPEN: faults.out_of_reach,
    sqlcipher.SQLITE_READONLY: faults.write_protected,
    sqlcipher.SQLITE_PERM: faults.write_protected,
    sqlcipher.SQLITE_CORRUPT: faults.damaged,
    sqlcipher.SQLITE_NOTADB: faults.damaged,
    sqlcipher.SQLITE_BUSY: faults.in_use,
    sqlcipher.SQLITE_LOCKED: faults.in_use,
    sqlcipher.SQLITE_PROTOCOL: faults.in_use,
}
