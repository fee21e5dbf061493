"""Opening and making books: each thing that can be wrong, said before anything is changed."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from customerbook.model.errors import (
    BookTooNewError,
    DamagedError,
    DiskError,
    NotABookError,
    WrongKeyError,
)
from customerbook.store.file import BookDatabase, BookFile
from customerbook.store.folder import (
    BookFolder,
    Hold,
    find_folder,
    has_key_file,
    hold_folder,
    named,
    read_key_file,
    write_key_file,
)
from customerbook.store.keyfile import Seen, encode
from customerbook.store.keys import create_keys, unlock_passphrase
from customerbook.store.opening import create_book_file, open_book_file
from customerbook.store.ways_in import replace_passphrase
from tests.store.files import (
    CHEAP,
    PASSPHRASE,
    held,
    new_file,
    note,
    noted,
    opened,
    some_keys,
)
from tests.store.rights import rights_count

ExpectLog = Callable[[str], None]


def crash(file: BookFile) -> None:
    """End the program without closing the book."""
    file.database.abandon()
    file.hold.release()


@pytest.fixture
def folder(tmp_path: Path) -> BookFolder:
    """The folder of a closed book with one note."""
    file = new_file(tmp_path)
    note(file, "kept")
    file.close()
    return file.hold.folder


def test_a_book_that_cannot_be_filled_leaves_nothing(tmp_path: Path) -> None:
    def fail(file: BookFile) -> None:
        file.run("CREATE TABLE half (done)")
        raise ZeroDivisionError

    key_file, keys, _code = some_keys()
    with pytest.raises(ZeroDivisionError):
        create_book_file(named(tmp_path / "shop"), key_file, keys, fill=fail)
    assert not list(tmp_path.iterdir())
    new_file(tmp_path).close()


def test_the_lock_screen_keeps_other_programs_out(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    note(file, "kept")
    file.close(keep_hold=True)
    again = open_book_file(file.hold, file.key_file, file.keys, newest_schema=0)
    assert noted(again) == ["kept"]
    again.close()


def test_after_a_crash_everything_is_checked(
    folder: BookFolder, tmp_path: Path, expect_log: ExpectLog
) -> None:
    first = opened(tmp_path)
    note(first, "also kept")
    crash(first)
    expect_log("not closed properly")
    again = opened(tmp_path)
    assert again.unclean
    assert noted(again) == ["kept", "also kept"]
    again.close()
    third = opened(tmp_path)
    assert not third.unclean
    third.close()


def test_damage_after_a_crash_is_said_and_the_hold_stays(
    folder: BookFolder, tmp_path: Path, expect_log: ExpectLog
) -> None:
    file = opened(tmp_path)
    note(file, *("x" * 3000 for _ in range(40)))
    crash(file)
    content = bytearray(folder.book.read_bytes())
    content[len(content) // 2] ^= 4
    folder.book.write_bytes(content)
    expect_log("not closed properly")
    hold = held(tmp_path)
    with pytest.raises(DamagedError):
        open_book_file(hold, *some_keys()[:2], newest_schema=0)
    assert folder.book.read_bytes() == content
    hold.release()


def test_a_book_of_a_newer_program_is_left_alone(folder: BookFolder, tmp_path: Path) -> None:
    file = opened(tmp_path)
    file.run("PRAGMA user_version=8")
    file.close()
    before = folder.book.read_bytes()
    with pytest.raises(BookTooNewError, match="newer"):
        opened(tmp_path, newest_schema=7)
    assert folder.book.read_bytes() == before
    opened(tmp_path, newest_schema=8).close()


def test_a_book_under_other_keys_is_not_called_a_wrong_passphrase(
    folder: BookFolder, tmp_path: Path
) -> None:
    folder.book.unlink()
    _, others, _ = create_keys(PASSPHRASE, owner="Martha", person="1", cost=CHEAP)
    foreign = BookDatabase(folder.book, others.cipher_key(), new=True)
    foreign.connect()
    foreign.execute_sql("CREATE TABLE note (text)")
    foreign.close()
    with pytest.raises(DamagedError, match="other keys"):
        opened(tmp_path)


def test_an_encrypted_file_of_another_program_is_refused(
    folder: BookFolder, tmp_path: Path
) -> None:
    file = opened(tmp_path)
    file.run("PRAGMA application_id=1")
    file.close()
    with pytest.raises(NotABookError):
        opened(tmp_path)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(4080), b"x" * 5000])
def test_a_file_that_is_no_book_is_refused(
    content: bytes, folder: BookFolder, tmp_path: Path
) -> None:
    folder.book.write_bytes(content)
    with pytest.raises((NotABookError, DamagedError)):
        opened(tmp_path)
    assert folder.book.read_bytes() == content


@pytest.mark.parametrize(
    ("found", "fine"),
    [
        (Seen(5, "aa"), True),
        (Seen(6, "bb"), True),
        (Seen(4, "aa"), False),
        (Seen(5, "bb"), False),
        (Seen(0, ""), False),
    ],
)
def test_an_older_copy_of_the_book_is_recognised(
    *, found: Seen, fine: bool, folder: BookFolder, tmp_path: Path
) -> None:
    file = opened(tmp_path)
    file.run("PRAGMA user_version=1")
    file.remember_seen(Seen(5, "aa"))
    file.close()
    with held(tmp_path) as hold:
        key_file, keys = read_key_file(folder), some_keys()[1]
        if fine:
            again = open_book_file(hold, key_file, keys, newest_schema=1, seen=lambda _: found)
            again.close()
        else:
            with pytest.raises(DamagedError, match="older"):
                open_book_file(hold, key_file, keys, newest_schema=1, seen=lambda _: found)


def test_a_damaged_key_file_is_put_right(folder: BookFolder, tmp_path: Path) -> None:
    folder.keys.write_bytes(b"{}")
    opened(tmp_path).close()
    assert has_key_file(folder, some_keys()[0])


def test_an_old_key_file_is_replaced_by_the_copy_in_the_book(
    folder: BookFolder, tmp_path: Path, expect_log: ExpectLog
) -> None:
    old = read_key_file(folder)
    file = opened(tmp_path)
    file.remember_seen(Seen(3, "cc"))
    newest = file.key_file
    file.close()
    write_key_file(folder, old)
    expect_log("older than its copy in the book")
    again = opened(tmp_path)
    assert again.key_file == newest
    again.close()
    assert has_key_file(folder, newest)


def test_an_old_passphrase_does_not_come_back_with_an_old_key_file(
    folder: BookFolder, tmp_path: Path, expect_log: ExpectLog
) -> None:
    old = read_key_file(folder)
    file = opened(tmp_path)
    new = "nine calm rivers in march"
    file.save_keys(replace_passphrase(old, file.keys, file.keys.slot_id, new, cost=CHEAP))
    file.close()
    write_key_file(folder, old)
    expect_log("older than its copy in the book")
    with pytest.raises(WrongKeyError, match="newer one"):
        opened(tmp_path)
    with pytest.raises(WrongKeyError):
        unlock_passphrase(read_key_file(folder), None, PASSPHRASE)
    unlock_passphrase(read_key_file(folder), None, new)


def test_a_copy_in_the_book_that_is_not_genuine_is_ignored(
    folder: BookFolder, tmp_path: Path
) -> None:
    for forged in (b"{}", encode(replace(some_keys()[0], generation=99))):
        file = opened(tmp_path)
        file.remember("keys", forged)
        file.close()
        again = opened(tmp_path)
        assert again.remembered("keys") == encode(some_keys()[0])
        again.close()


def test_a_write_protected_folder_opens_for_reading(folder: BookFolder) -> None:
    file = open_book_file(Hold(folder, None), *some_keys()[:2], newest_schema=0)
    assert file.read_only
    assert noted(file) == ["kept"]
    with pytest.raises(DiskError, match=re.escape(file.why_read_only)):
        note(file, "lost")
    with pytest.raises(DiskError):
        file.remember_seen(Seen(1))
    file.check()
    file.close()


@pytest.mark.parametrize("protected", ["book.db", "all"])
def test_rights_that_are_missing_make_a_book_read_only(folder: BookFolder, protected: str) -> None:
    with rights_count(folder.path):
        for path in folder.path.iterdir():
            if protected in ("all", path.name):
                path.chmod(0o555 if path.is_dir() else 0o444)
        if protected == "all":
            folder.path.chmod(0o555)
        hold = hold_folder(find_folder(folder.path))
        again = open_book_file(hold, *some_keys()[:2], newest_schema=0)
        assert again.read_only
        assert noted(again) == ["kept"]
        with pytest.raises(DiskError, match="write-protected"):
            note(again, "lost")
        again.close()


def test_a_full_disk_still_lets_people_read(
    folder: BookFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_file: BookFile, _name: str, _value: bytes) -> None:
        raise DiskError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(BookFile, "remember", no_room)
        file = opened(tmp_path)
        assert file.why_read_only == "The disk is full."
        assert noted(file) == ["kept"]
        file.close()
    assert not opened(tmp_path).read_only


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("seed", range(2))
def test_no_flipped_bit_stays_unnoticed(
    *, seed: int, whole: bool, folder: BookFolder, tmp_path: Path
) -> None:
    file = opened(tmp_path)
    note(file, *(f"{count} " + "x" * count for count in range(300)))
    file.close()
    content = folder.book.read_bytes()
    for count in range(15):
        at = (seed * 15 + count) * 48_611 % len(content)
        flipped = bytes([content[at] ^ 1 << count % 8])
        folder.book.write_bytes(content[:at] + flipped + content[at + 1 :])
        with pytest.raises(DamagedError):
            _open_and_check(tmp_path, whole=whole)
    folder.book.write_bytes(content)
    _open_and_check(tmp_path, whole=whole)


@pytest.mark.parametrize("left", [0, 16, 4096, 12_288, -4096])
def test_no_missing_end_stays_unnoticed(left: int, folder: BookFolder, tmp_path: Path) -> None:
    whole = folder.book.read_bytes()
    folder.book.write_bytes(whole[:left])
    with pytest.raises((DamagedError, NotABookError)):
        _open_and_check(tmp_path)


def _open_and_check(folder: Path, *, whole: bool = True) -> None:
    with held(folder) as hold:
        file = open_book_file(hold, *some_keys()[:2], newest_schema=0)
        try:
            file.check(whole=whole)
        finally:
            file.close()
