"""Changing the data key of a real book: one key opens it at every moment, and only one."""

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_bytes

import pytest

from customerbook.book.book import Book, open_book
from customerbook.model.customer import Note
from customerbook.model.errors import (
    BookError,
    DamagedError,
    DiskError,
    NotFoundError,
    WrongKeyError,
)
from customerbook.model.person import Person
from customerbook.store import rotation
from customerbook.store.file import BookDatabase
from customerbook.store.folder import find_folder, has_key_file, read_key_file, write_key_file
from customerbook.store.former_keys import former_keys, remember_former
from customerbook.store.keyfile import encode
from customerbook.store.keys import unlock_passphrase
from customerbook.store.rotation import announced, change_data_key, settled
from tests.books import CHEAP, PASSPHRASE, added, new_book, someone

JONAS, AYLIN = "four dry unicycles at dusk", "nine calm rivers in march"
ExpectLog = Callable[[str], None]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """A book with two of staff (2 and 3) and some customers."""
    made = new_book(tmp_path)
    for name, passphrase in (("Jonas Weber", JONAS), ("Aylin Kaya", AYLIN)):
        person = made.people.add(Person(name=name)).first(Person)
        made.people.let_in(person, passphrase, CHEAP)
    added(made, someone("Anna Berg", "0171 3920001"))
    yield made
    made.close()


def crash(book: Book) -> None:
    """End the program without closing the book."""
    book.db.database.abandon()
    book.db.hold.release()
    book.closed = True


def announce(book: Book, data_key: bytes) -> None:
    """The first phase: everyone but Jonas will have this key."""
    remember_former(book.db, book.keys)
    book.db.save_keys(announced(book.db.key_file, book.keys, data_key, without="2"))


def encrypt_anew(book: Book) -> None:
    """The second phase."""
    book.db.change_key(unlock_passphrase(book.db.key_file, None, PASSPHRASE).following())


def opens(folder: Path, passphrase: str = PASSPHRASE) -> bool:
    """Whether a passphrase opens the book, all of which is then sound."""
    try:
        book = open_book(folder, passphrase=passphrase)
    except WrongKeyError:
        return False
    book.sign_in_holder()
    assert book.check() == []
    assert [hit.line.name for hit in book.customers.find("0001")] == ["Anna Berg"]
    book.close()
    return True


def opening_keys(folder: Path, *keys: bytes) -> list[bool]:
    """Which of the engine's keys open the file."""
    found = []
    for key in keys:
        database = BookDatabase(folder / "book.db", f"x'{key.hex()}'", read_only=True)
        try:
            database.connect()
        except WrongKeyError:
            found.append(False)
        else:
            found.append(True)
            database.close()
    return found


def test_everybody_but_the_one_who_left_opens_the_book(book: Book) -> None:
    before = book.keys
    steps: list[float] = []
    change_data_key(book.db, before, without="2", progress=steps.append)
    assert steps[-1] == 1.0
    assert book.keys.data_key != before.data_key
    assert book.keys.epoch == 2
    added(book, someone("Berta Tal"))  # goes on at once
    book.close()
    first, second = before.derived("sqlcipher"), book.keys.derived("sqlcipher")
    assert opening_keys(book.folder, first, second) == [False, True]
    assert [opens(book.folder, shown) for shown in (PASSPHRASE, AYLIN, JONAS)] == [
        True,
        True,
        False,
    ]
    assert {slot.person for slot in read_key_file(find_folder(book.folder)).slots} == {"1", "3"}


def test_an_old_copy_of_the_key_file_does_not_open_the_new_book(book: Book, tmp_path: Path) -> None:
    folder = find_folder(book.folder)
    old = read_key_file(folder)
    change_data_key(book.db, book.keys, without="2")
    book.close()
    whole = tmp_path / "theirs.customerbook"
    shutil.copytree(book.folder, whole)
    write_key_file(find_folder(whole), old)
    unlock_passphrase(old, None, JONAS)  # it still opens the old key file
    for shown in (JONAS, PASSPHRASE):
        with pytest.raises(DamagedError, match="locked anew with other keys"):
            open_book(whole, passphrase=shown)
    assert encode(read_key_file(find_folder(whole))) == encode(old)


def test_an_old_first_copy_of_the_key_file_is_put_right_by_the_second(book: Book) -> None:
    folder = find_folder(book.folder)
    old = encode(read_key_file(folder))
    change_data_key(book.db, book.keys, without="2")
    book.close()
    folder.keys.write_bytes(old)
    assert not opens(book.folder, JONAS)
    assert opens(book.folder)
    assert has_key_file(folder, read_key_file(folder))
    assert folder.keys.read_bytes() != old


def test_a_forged_second_copy_keeps_nobody_out(book: Book) -> None:
    folder = find_folder(book.folder)
    book.close()
    newer = folder.keys_copy.read_bytes().replace(b'"epoch":1', b'"epoch":7', 1)
    folder.keys_copy.write_bytes(newer)
    assert read_key_file(folder).rights.epoch == 7
    assert opens(book.folder)
    assert read_key_file(folder).rights.epoch == 1


def test_cut_off_before_the_engine_began_the_old_key_stays(
    book: Book, expect_log: ExpectLog
) -> None:
    announce(book, token_bytes(32))
    crash(book)
    expect_log("not closed properly")
    expect_log("cut off; epoch 1 stays")
    # Not even the one who was to leave is kept from bringing it to an end: it never happened.
    again = open_book(book.folder, passphrase=JONAS)
    assert again.keys.data_key == book.keys.data_key
    assert again.db.key_file.pending is None
    again.close()
    assert opens(book.folder)
    assert opens(book.folder, AYLIN)


@pytest.mark.parametrize("by", [PASSPHRASE, AYLIN])
@pytest.mark.parametrize("written", ["none", "first"])
def test_cut_off_after_the_engine_ended_the_new_key_stays(
    book: Book, by: str, written: str, expect_log: ExpectLog
) -> None:
    coming = token_bytes(32)
    announce(book, coming)
    encrypt_anew(book)
    crash(book)
    folder = find_folder(book.folder)
    announcing = folder.keys.read_bytes()
    expect_log("not closed properly")
    if written == "first":
        folder.keys.write_bytes(encode(settled(book.db.key_file, book.keys)))
    else:
        with pytest.raises(WrongKeyError, match="any more"):
            open_book(book.folder, passphrase=JONAS)
        assert folder.keys.read_bytes() == announcing
        expect_log("cut off; epoch 2 stays")
    again = open_book(book.folder, passphrase=by)
    assert again.keys.data_key == coming
    again.close()
    assert has_key_file(folder, again.db.key_file)
    assert again.db.key_file.pending is None
    assert [opens(book.folder, shown) for shown in (PASSPHRASE, AYLIN, JONAS)] == [
        True,
        True,
        False,
    ]


def test_the_key_file_of_the_first_phase_put_back_later_brings_nobody_back(
    book: Book, expect_log: ExpectLog
) -> None:
    folder = find_folder(book.folder)
    kept: list[bytes] = []
    announce(book, token_bytes(32))
    kept.append(folder.keys.read_bytes())
    encrypt_anew(book)
    book.db.save_keys(settled(book.db.key_file, book.db.keys))
    book.close()
    for path in (folder.keys, folder.keys_copy):
        path.write_bytes(kept[0])
    with pytest.raises(WrongKeyError):
        open_book(book.folder, passphrase=JONAS)
    expect_log("older than its copy in the book")
    assert opens(book.folder)
    assert not opens(book.folder, JONAS)


def test_the_log_holds_across_several_changes_of_the_key(book: Book) -> None:
    keys = [book.keys.log_key]
    for name in ("Berta Tal", "Carla Ost"):
        change_data_key(book.db, book.keys)
        added(book, someone(name))
        keys.append(book.keys.log_key)
        assert book.check() == []
    former = former_keys(book.db)
    assert [one.log_key for one in former] == keys[:2]
    assert len({one.backup_key for one in former} | {book.keys.backup_key}) == 3
    book.db.run("DROP TRIGGER change_is_final")
    book.db.run(("UPDATE change SET subject = 'x' WHERE id = ?", [former[0].last]))
    assert any("change log" in problem for problem in book.check())


def test_a_change_that_was_cut_off_leaves_former_keys_that_are_still_right(book: Book) -> None:
    for _ in range(2):
        remember_former(book.db, book.keys)
        added(book, someone("Berta Tal"))
    assert book.check() == []
    assert len(former_keys(book.db)) == 1
    change_data_key(book.db, book.keys)
    change_data_key(book.db, book.keys)  # nothing was written in between
    assert book.check() == []
    assert len(former_keys(book.db)) == 2


def test_former_keys_that_were_altered_are_damage(book: Book) -> None:
    for forged in (b"{}", b"[[1]]", b'[["x","","",""]]', b"\xff"):
        book.db.remember("former keys", forged)
        if forged == b"{}":
            continue
        with pytest.raises(DamagedError):
            former_keys(book.db)


def test_only_the_owner_key_changes_the_data_key(book: Book) -> None:
    folder = book.folder
    book.close()
    theirs = open_book(folder, passphrase=JONAS)
    before = theirs.db.key_file
    with pytest.raises(NotFoundError, match="owner"):
        change_data_key(theirs.db, theirs.keys)
    assert theirs.db.key_file == before
    theirs.close()


def test_without_room_nothing_is_begun(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    before = book.db.key_file
    monkeypatch.setattr(rotation, "_SPARE", 2**60)
    with pytest.raises(DiskError, match="MB more have to be free"):
        change_data_key(book.db, book.keys)
    assert book.db.key_file == before


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as on a disk that is full."""
    import resource  # noqa: PLC0415 - not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_disk_that_fills_up_leaves_the_old_key(book: Book, part: float) -> None:
    for number in range(60):
        added(book, someone(f"Carla{number} Ost", notes=(Note("x" * 4000),)))
    before = book.keys
    size = (book.folder / "book.db").stat().st_size
    with files_up_to(max(65_536, int(size * part))), pytest.raises(BookError):
        change_data_key(book.db, before, without="2")
    assert book.keys == before
    assert book.db.key_file.pending is None
    assert book.customers.count() == 61
    added(book, someone("Berta Tal"))
    assert book.check() == []
    book.close()
    assert opens(book.folder, JONAS)
    change_data_key((again := reopen(book)).db, again.keys, without="2")
    again.close()
    assert not opens(book.folder, JONAS)


def reopen(book: Book) -> Book:
    """The book as its owner opens it."""
    again = open_book(book.folder, passphrase=PASSPHRASE)
    again.sign_in_holder()
    return again


def test_no_key_gets_into_a_log(book: Book, caplog: pytest.LogCaptureFixture) -> None:
    before = book.keys
    with caplog.at_level("DEBUG"):
        change_data_key(book.db, before, without="2")
    for keys in (before, book.keys):
        assert keys.derived("sqlcipher").hex() not in caplog.text
        assert keys.data_key.hex() not in caplog.text


def test_other_threads_of_the_program_run_meanwhile(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine lets go of Python's lock, or the window could not show how far it is."""
    with book.db.writing():
        for number in range(300):
            added(book, someone(f"Carla{number} Ost", notes=(Note("x" * 9000),)))
    steps: list[float] = []
    monkeypatch.setattr(rotation, "_LOOK", 0.0005)
    change_data_key(book.db, book.keys, progress=steps.append)
    assert len({step for step in steps if 0 < step < 1}) > 5
    assert steps == sorted(steps)
