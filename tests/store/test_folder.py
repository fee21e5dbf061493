"""The folder of a book: found, held by one program, its key file always whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from customerbook.model.errors import (
    BookInUseError,
    BookTooNewError,
    DamagedError,
    NotABookError,
    OpeningError,
)
from customerbook.store.folder import (
    find_folder,
    has_key_file,
    hold_folder,
    named,
    new_folder,
    read_key_file,
    write_key_file,
)
from tests.store.files import new_file, some_keys


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The folder of a closed book."""
    file = new_file(tmp_path)
    file.close()
    return file.hold.folder.path


def test_a_book_is_found_by_whatever_the_person_points_at(book: Path) -> None:
    for path in (book, book / "keys.json", book / "book.db", book.with_suffix("")):
        assert find_folder(path).path == book


def test_a_relative_path_is_enough(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(book)
    assert find_folder(Path()).path == book
    monkeypatch.chdir(book.parent)
    assert find_folder(Path("shop")).path == book


@pytest.mark.parametrize("name", ["nothing", "empty", "letter.txt"])
def test_what_is_no_book_is_said(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "letter.txt").write_text("Dear customer")
    with pytest.raises(NotABookError, match=name):
        find_folder(tmp_path / name)


def test_a_new_book_carries_the_suffix_once() -> None:
    assert named(Path("Shop")).name == "Shop.customerbook"
    assert named(Path("Shop.customerbook")).name == "Shop.customerbook"
    assert named(Path("My Shop v2.1")).name == "My Shop v2.1.customerbook"


def test_only_the_owner_of_the_account_reads_it(book: Path) -> None:
    expected = {book.name: 0o700, "log": 0o700}
    for name in ("LOCK", "book.db", "book.db-journal", "keys.json", "keys.json.bak"):
        expected[name] = 0o600
    modes = {one.name: one.stat().st_mode & 0o777 for one in [book, *book.rglob("*")]}
    if os.name == "nt":  # there are no modes, only access lists that the folder inherits
        assert modes.keys() == expected.keys()
    else:
        assert modes == expected


def test_nothing_that_is_there_is_overwritten(book: Path) -> None:
    before = (book / "keys.json").read_bytes()
    with pytest.raises(OpeningError, match="exists already"):
        new_folder(book)
    assert (book / "keys.json").read_bytes() == before


def test_a_book_in_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotABookError, match="does not exist"):
        new_folder(tmp_path / "nowhere" / "shop.customerbook")


def test_a_second_window_is_kept_out_until_the_first_closes(book: Path) -> None:
    folder = find_folder(book)
    with hold_folder(folder) as first:
        assert not first.read_only
        with pytest.raises(BookInUseError, match="open already"):
            hold_folder(folder)
    second = hold_folder(folder)
    second.release()
    second.release()


def test_a_second_program_is_kept_out_too(book: Path) -> None:
    script = (
        "import sys; from pathlib import Path;"
        "from customerbook.model.errors import BookInUseError;"
        "from customerbook.store.folder import find_folder, hold_folder\n"
        "try: hold_folder(find_folder(Path(sys.argv[1]))); print('held')\n"
        "except BookInUseError: print('refused')"
    )

    def other_program() -> str:
        ran = subprocess.run(
            [sys.executable, "-c", script, str(book)], capture_output=True, text=True, check=True
        )
        return ran.stdout.strip()

    with hold_folder(find_folder(book)):
        assert other_program() == "refused"
    assert other_program() == "held"


@pytest.mark.parametrize("name", ["book.db", "keys.json"])
@pytest.mark.parametrize("hard", [False, True])
def test_links_to_another_place_are_refused(*, name: str, hard: bool, book: Path) -> None:
    outside = book.parent / "outside"
    (book / name).rename(outside)
    if hard:
        (book / name).hardlink_to(outside)
    else:
        (book / name).symlink_to(outside)
    with pytest.raises(OpeningError, match="link"):
        find_folder(book)


@pytest.mark.parametrize("damage", [b"", b"{", b"\x00" * 2000, None])
def test_the_second_copy_of_the_key_file_helps_out(damage: bytes | None, book: Path) -> None:
    folder = find_folder(book)
    if damage is None:
        folder.keys.unlink()
    else:
        folder.keys.write_bytes(damage)
    assert read_key_file(folder) == some_keys()[0]
    assert not has_key_file(folder, some_keys()[0])
    write_key_file(folder, some_keys()[0])
    assert has_key_file(folder, some_keys()[0])


def test_without_a_readable_key_file_the_book_is_damaged(book: Path) -> None:
    folder = find_folder(book)
    folder.keys.write_bytes(b"{")
    folder.keys_copy.unlink()
    with pytest.raises(DamagedError):
        read_key_file(folder)


def test_an_older_copy_does_not_hide_that_the_book_is_too_new(book: Path) -> None:
    folder = find_folder(book)
    folder.keys.write_bytes(b'{"format":"customerbook keys","version":2}')
    with pytest.raises(BookTooNewError):
        read_key_file(folder)
