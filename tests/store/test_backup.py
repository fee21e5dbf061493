"""Backups: verified before they get their name, and every damage to one is told."""

import errno
import json
import os
import random
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from customerbook.book.book import Book, open_book
from customerbook.model.backup import Why
from customerbook.model.errors import (
    BookClosedError,
    BookTooNewError,
    DamagedError,
    DiskError,
    WrongKeyError,
)
from customerbook.store import backup, backup_making, manifest
from customerbook.store.backup import copy_closed, copy_open, examine
from customerbook.store.backup_file import Packed, free_name, read_backup
from customerbook.store.backup_making import make_backup, verify_backup
from customerbook.store.file import BookFile
from customerbook.store.keyfile import canonical
from customerbook.store.rotation import change_data_key
from customerbook.store.work_folder import sweep, work_folder
from tests.books import PASSPHRASE, added, logged, new_book, someone
from tests.store.rights import rights_count
from tests.store.test_traps import opened_paths

_OTHER_KEY = f"x'{'cd' * 32}'"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path)
    anna = added(made, someone("Anna Berg", "0171 3920001"))
    logged(made, anna.id, "rear wheel")
    yield made
    made.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


def backed_up(book: Book, place: Path, **more: object) -> Packed:
    """A backup of the book as it is."""
    heard = more.pop("heard", lambda _done: None)
    return make_backup(book.db, place, "shop", why=Why.ASKED, day=3, heard=heard)  # type: ignore[arg-type]


def fill(book: Book) -> None:
    """Make the book long enough for many steps."""
    book.db.run("CREATE TABLE filling (content)")
    with book.db.writing():
        for _ in range(20):
            book.db.run("INSERT INTO filling VALUES (randomblob(200000))")


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_says_what_it_holds(book: Book, place: Path) -> None:
    heard: list[float] = []
    made = backed_up(book, place, heard=heard.append)
    assert names(place) == ["shop.customerbook-backup"]
    assert made.made_with([book.keys.backup_key])
    assert made.key_file == book.db.key_file
    ((commits, head),) = book.db.rows("SELECT commits, head FROM book")
    told = made.manifest
    assert (told.commits, told.head, told.day) == (commits, head.hex(), 3)
    assert (told.why, told.schema) == (Why.ASKED, book.db.schema_version)
    assert dict(told.counts) == {
        "customer": 1,
        "interaction": 1,
        "case": 0,
        "followup": 0,
        "document": 0,
        "purchase": 0,
        "person": 1,
        "change": commits,
    }
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert verify_backup(made, book.keys, lambda _done: None).counts == told.counts
    assert names(place) == ["shop.customerbook-backup"]
    if os.name != "nt":
        assert made.path.stat().st_mode & 0o777 == 0o600


def test_nothing_about_a_customer_can_be_read_in_it(book: Book, place: Path) -> None:
    content = backed_up(book, place).path.read_bytes()
    for word in (b"Anna", b"Berg", b"3920001", b"rear wheel", b"Radwerk"):
        assert word not in content
    with zipfile.ZipFile(place / "shop.customerbook-backup") as packed:
        assert sorted(packed.namelist()) == ["book.db", "keys.json", "manifest.json"]
        assert not packed.read("book.db").startswith(b"SQLite format 3")


def test_the_book_in_it_opens_as_if_it_had_been_closed(book: Book, place: Path) -> None:
    made = backed_up(book, place)
    folder = place / "again.customerbook"
    folder.mkdir()
    with zipfile.ZipFile(made.path) as packed:
        packed.extract("book.db", folder)
        packed.extract("keys.json", folder)
    again = open_book(folder, passphrase=PASSPHRASE)  # a warning here would fail the test
    again.sign_in_holder()
    assert [hit.line.name for hit in again.customers.find("0001")] == ["Anna Berg"]
    assert again.check() == []
    again.close()


def test_the_book_is_touched_by_nothing_but_the_engine(book: Book, place: Path) -> None:
    """To open and close `book.db` would cancel the locks of SQLite."""
    with opened_paths() as paths:
        made = backed_up(book, place)
        verify_backup(made, book.keys, lambda _done: None)
    assert paths
    assert not [path for path in paths if Path(path).name.startswith("book.db")]


def test_two_backups_have_two_names(book: Book, place: Path) -> None:
    assert backed_up(book, place).path != backed_up(book, place).path
    assert names(place) == ["shop (2).customerbook-backup", "shop.customerbook-backup"]
    assert free_name(place, "shop").name == "shop (3).customerbook-backup"


def test_what_is_written_meanwhile_is_in_it_whole(book: Book, place: Path) -> None:
    """The engine brings along what the same connection writes; also what it takes back."""
    fill(book)
    chance = random.Random(7)
    wrote: list[float] = []

    def begin_and_fail() -> None:
        with book.db.writing():
            book.db.run("UPDATE customer SET given = 'nobody'")
            raise ZeroDivisionError

    def write(done: float) -> None:
        if done < 0.3 and len(wrote) < 40:
            wrote.append(done)
            if chance.random() < 0.3:
                book.undo()
            else:
                added(book, someone(f"Carla{len(wrote)} " + "Hof" * chance.randrange(400)))
            with pytest.raises(ZeroDivisionError):
                begin_and_fail()

    made = backed_up(book, place, heard=write)
    assert len(wrote) > 5
    told = dict(made.manifest.counts)
    assert told["customer"] == book.customers.count()
    assert made.manifest.commits == book.db.rows("SELECT commits FROM book")[0][0]


def test_others_wait_for_a_step_only(book: Book, place: Path) -> None:
    """Another thread reads and writes while the book is copied; nobody is in its way for long."""
    fill(book)
    done, reads = threading.Event(), []

    def work() -> None:
        while not done.is_set():
            reads.append(book.db.rows("SELECT count(*) FROM customer"))

    reader = threading.Thread(target=work)
    reader.start()
    between: list[int] = []
    backed_up(book, place, heard=lambda part: between.append(len(reads)) if part < 0.3 else None)
    done.set()
    reader.join()
    assert len(set(between)) > len(between) / 2


@pytest.mark.parametrize("at", [0.1, 0.4, 0.6, 0.76, 0.95])
def test_whoever_listens_can_stop_it(at: float, book: Book, place: Path) -> None:
    def stop(done: float) -> None:
        if done >= at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backed_up(book, place, heard=stop)
    assert names(place) == []
    added(book, someone("Carla Hof"))
    assert dict(backed_up(book, place).manifest.counts)["customer"] == 2


def test_a_book_that_is_closed_meanwhile_ends_it(book: Book, place: Path) -> None:
    closing = threading.Thread(target=book.close)

    def close(_done: float) -> None:
        if not closing.ident:
            closing.start()
            closing.join(0.2)

    with pytest.raises(BookClosedError, match="not finished"):
        backed_up(book, place, heard=close)
    closing.join()
    assert names(place) == []
    again = open_book(book.folder, passphrase=PASSPHRASE)
    again.close()


def test_a_change_of_the_data_key_meanwhile_ends_it(book: Book, place: Path) -> None:
    fill(book)
    changing = threading.Thread(target=change_data_key, args=(book.db, book.keys))

    def change(_done: float) -> None:
        if not changing.ident:
            changing.start()
            changing.join(0.2)

    with pytest.raises(BookClosedError, match="not finished"):
        backed_up(book, place, heard=change)
    changing.join()
    assert names(place) == []
    assert book.keys.epoch == 2
    assert backed_up(book, place).manifest.epoch == 2
    assert book.check() == []


def test_a_damaged_page_that_others_meet_ends_it(book: Book, place: Path) -> None:
    """Their connection is made anew, which must wait for the copy to let go of it."""
    fill(book)
    book.close()
    path = book.folder / "book.db"
    with path.open("r+b") as file:
        file.seek(-2000, os.SEEK_END)
        file.write(b"?")
    again = open_book(book.folder, passphrase=PASSPHRASE)

    def read(_done: float) -> None:
        reader = threading.Thread(target=_met, args=(again,))
        reader.start()
        reader.join(0.2)

    with pytest.raises((BookClosedError, DamagedError)):
        backed_up(again, place, heard=read)
    assert again.people.all()
    again.close()


def _met(book: Book) -> None:
    with suppress(DamagedError):
        book.db.rows("SELECT sum(length(content)) FROM filling")


def test_a_damaged_page_is_not_copied_as_a_sound_one(book: Book, place: Path) -> None:
    """The engine copies it as zeros in silence, which then get a check sum that is right."""
    book.db.run("CREATE TABLE long (text)")
    book.db.run(("INSERT INTO long VALUES (?)", ["x" * 200_000]))
    book.close()
    path = book.folder / "book.db"
    with path.open("r+b") as file:
        file.seek(-2000, os.SEEK_END)
        file.write(b"?")
    again = open_book(book.folder, passphrase=PASSPHRASE)
    with pytest.raises(DamagedError, match="book is damaged"):
        make_backup(again.db, place, "shop", why=Why.WORK, day=1, heard=lambda _done: None)
    assert names(place) == []
    assert again.people.all()  # it goes on with what can be read
    again.close()


def test_a_copy_that_is_not_the_book_gets_no_name(
    book: Book, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(file: BookFile, target: Path, heard: Callable[[float], object]) -> object:
        found = copy_open(file, target, heard)
        with sqlcipher.connect(str(target)) as connection:
            connection.set_key(book.keys.cipher_key())
            connection.execute("DELETE FROM interaction")
        connection.close()
        return found

    monkeypatch.setattr(backup_making, "copy_open", lose)
    with pytest.raises(DamagedError, match="not whole"):
        backed_up(book, place)
    assert names(place) == []


@pytest.mark.parametrize(
    "sql",
    [
        "PRAGMA application_id=7",
        "UPDATE book SET head = x'00'",
        "DELETE FROM change WHERE id = (SELECT max(id) FROM change)",
        "UPDATE method SET customer_id = 99",
    ],
)
def test_a_copy_is_examined(sql: str, book: Book, tmp_path: Path) -> None:
    key, copy = book.keys.cipher_key(), tmp_path / "copy"
    copy_open(book.db, copy, lambda _done: None)
    connection = sqlcipher.connect(str(copy))
    connection.set_key(key)
    for trigger in [
        row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type='trigger'")
    ]:
        connection.execute(f'DROP TRIGGER "{trigger}"')
    connection.execute(sql)
    connection.commit()
    connection.close()
    with pytest.raises(DamagedError):
        examine(copy, key, lambda _done: None)


def test_a_copy_can_be_written_under_another_key(book: Book, tmp_path: Path) -> None:
    key, copy, other = book.keys.cipher_key(), tmp_path / "copy", tmp_path / "other"
    copy_open(book.db, copy, lambda _done: None)
    copy_closed(copy, key, other, _OTHER_KEY, lambda _done: None)
    assert examine(other, _OTHER_KEY, lambda _done: None) == examine(copy, key, lambda _done: None)
    with pytest.raises(WrongKeyError):
        examine(other, key, lambda _done: None)
    content = bytearray(copy.read_bytes())
    content[-2000] ^= 1
    copy.write_bytes(content)
    with pytest.raises(DamagedError):
        copy_closed(copy, key, tmp_path / "third", _OTHER_KEY, lambda _done: None)


def test_a_flipped_bit_anywhere_is_found(book: Book, place: Path) -> None:
    made = backed_up(book, place)
    whole = made.path.read_bytes()
    chance = random.Random(11)
    undetected = []
    for trial in range(60):
        at = chance.randrange(len(whole))
        damaged = bytearray(whole)
        damaged[at] ^= 1 << chance.randrange(8)
        if not _refused(made, bytes(damaged), book) and _differs(made, bytes(damaged)):
            undetected.append((trial, at))
    assert undetected == []


@pytest.mark.parametrize("kept", [0, 1, 100, 0.3, 0.9, -1])
def test_a_cut_file_is_found(kept: float, book: Book, place: Path) -> None:
    made = backed_up(book, place)
    whole = made.path.read_bytes()
    length = int(kept * len(whole)) if 0 < kept < 1 else int(kept) % len(whole)
    assert _refused(made, whole[:length], book)


def test_parts_of_two_backups_do_not_mix(book: Book, place: Path) -> None:
    first = backed_up(book, place)
    added(book, someone("Carla Hof"))
    second = backed_up(book, place)
    parts = [_parts(one.path) for one in (first, second)]
    for name in ("book.db", "keys.json", "manifest.json"):
        mixed = place / f"mixed {name}.customerbook-backup"
        _repack(mixed, {**parts[0], name: parts[1][name]})
        same = parts[0][name] == parts[1][name]
        assert _refused(first, mixed.read_bytes(), book) is not same
    _repack(place / "both", {**parts[0], "more": b""})
    assert _refused(first, (place / "both").read_bytes(), book)
    _repack(place / "small", parts[0], zipfile.ZIP_DEFLATED)
    assert _refused(first, (place / "small").read_bytes(), book)


def test_a_manifest_that_somebody_wrote_is_refused(book: Book, place: Path) -> None:
    made = backed_up(book, place)
    forged = manifest.encode(replace(made.manifest, commits=9999), bytes(32))
    _repack(made.path, {**_parts(made.path), "manifest.json": forged})
    assert not read_backup(made.path).made_with([book.keys.backup_key])
    with pytest.raises(DamagedError):
        verify_backup(read_backup(made.path), book.keys, lambda _done: None)


@pytest.mark.parametrize(
    "change",
    [
        {"commits": -1},
        {"commits": True},
        {"commits": 1.5},
        {"head": "xyz"},
        {"book": "ab"},
        {"moment": 10**15},
        {"why": "because"},
        {"counts": [["customer"]]},
        {"counts": {}},
        {"database": [1]},
        {"format": "something else"},
        {"version": 0},
        {"more": 1},
    ],
)
def test_a_manifest_of_another_form_is_refused(
    change: dict[str, object], book: Book, place: Path
) -> None:
    made = backed_up(book, place)
    plain = json.loads(_parts(made.path)["manifest.json"])
    plain["manifest"] |= change
    _repack(made.path, {**_parts(made.path), "manifest.json": canonical(plain)})
    with pytest.raises(DamagedError, match="is damaged, or no backup"):
        read_backup(made.path)


def test_a_newer_backup_says_so(book: Book, place: Path) -> None:
    made = backed_up(book, place)
    plain = json.loads(_parts(made.path)["manifest.json"])
    plain["manifest"] |= {"version": 2, "more": "of the future"}
    _repack(made.path, {**_parts(made.path), "manifest.json": canonical(plain)})
    with pytest.raises(BookTooNewError):
        read_backup(made.path)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"x" * 100_000])
def test_what_is_no_backup_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.customerbook-backup"
    path.write_bytes(content)
    with pytest.raises(DamagedError):
        read_backup(path)


def test_a_place_that_is_gone_or_protected_is_said(book: Book, tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="is not there"):
        backed_up(book, tmp_path / "stick")
    folder = tmp_path / "protected"
    folder.mkdir(mode=0o500)
    with rights_count(folder), pytest.raises(DiskError, match="Nothing can be written"):
        backed_up(book, folder)


def test_a_place_without_room_is_said_before_anything_is_written(
    book: Book, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_making, "room_missing", lambda _folder, wanted: wanted)
    with opened_paths() as paths, pytest.raises(DiskError, match="MB more"):
        backed_up(book, place)
    assert not [path for path in paths if str(place) in path]


def test_a_disk_that_becomes_full_leaves_nothing(
    book: Book, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = backup._written

    def small(path: Path, key: str) -> object:
        class Small:
            def __enter__(self) -> sqlcipher.Connection:
                self.made = whole(path, key)
                connection = self.made.__enter__()
                connection.execute("CREATE TABLE first (row)")
                connection.execute("PRAGMA max_page_count=20")
                return connection

            def __exit__(self, *error: object) -> None:
                self.made.__exit__(*error)  # type: ignore[arg-type]

        return Small()

    monkeypatch.setattr(backup, "_written", small)
    with pytest.raises(DiskError, match="became full"):
        backed_up(book, place)
    assert names(place) == []
    monkeypatch.undo()
    backed_up(book, place)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "became full"),
        (errno.EROFS, "Nothing can be written"),
        (errno.EIO, "reports a fault"),
        (errno.ENODEV, "is not there"),
    ],
)
@pytest.mark.parametrize("step", ["pack", "put_in_place", "sync_folder"])
def test_each_fault_of_a_disk_has_its_sentence(
    step: str,
    number: int,
    words: str,
    book: Book,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(number, "of the system")

    monkeypatch.setattr(backup_making, step, fail)
    with pytest.raises(DiskError, match=words):
        backed_up(book, place)
    assert not [path for path in place.iterdir() if path.is_dir()]
    assert book.customers.count() == 1


def test_what_a_killed_program_left_is_swept(book: Book, place: Path) -> None:
    (place / "kept.txt").write_text("of somebody else")
    left = place / ".customerbook-abc"
    left.mkdir()
    (left / "LOCK").touch()
    (left / "copy").write_bytes(b"half")
    (place / ".customerbook-early").mkdir()
    unknown = place / ".customerbook-strange"
    unknown.mkdir()
    (unknown / "file").touch()
    with work_folder(place) as used:
        sweep(place)
        assert sorted(names(place)) == sorted([used.name, unknown.name, "kept.txt"])
    assert names(place) == [unknown.name, "kept.txt"]
    sweep(place / "not there")


def _refused(made: Packed, content: bytes, book: Book) -> bool:
    path = made.path.with_name("trial.customerbook-backup")
    path.write_bytes(content)
    try:
        verify_backup(read_backup(path), book.keys, lambda _done: None)
    except (DamagedError, BookTooNewError):
        return True
    finally:
        path.unlink()
    return False


def _differs(made: Packed, content: bytes) -> bool:
    """Whether a file that is taken holds anything else than the backup it was made of."""
    path = made.path.with_name("trial.zip")
    path.write_bytes(content)
    try:
        return _parts(path) != _parts(made.path)
    finally:
        path.unlink()


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _repack(path: Path, parts: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(path, "w", how) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
