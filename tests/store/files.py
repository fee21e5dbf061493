"""Book files for tests: real and encrypted, with keys that are cheap but legal."""

from functools import cache
from pathlib import Path

from customerbook.store.file import BookFile
from customerbook.store.folder import Hold, find_folder, hold_folder, named, read_key_file
from customerbook.store.keyfile import KeyFile
from customerbook.store.keys import Keys, create_keys, unlock_passphrase
from customerbook.store.opening import create_book_file, open_book_file
from customerbook.store.passphrase import Cost

PASSPHRASE = "seven wet tandems at noon"
CHEAP = Cost(19, 1)


@cache
def some_keys() -> tuple[KeyFile, Keys, str]:
    """One set of keys for all tests that do not change them."""
    return create_keys(PASSPHRASE, owner="Martha Lindner", person="1", cost=CHEAP)


def new_file(folder: Path) -> BookFile:
    """A new book file with a table for notes."""
    key_file, keys, _code = some_keys()
    return create_book_file(named(folder / "shop"), key_file, keys, fill=_with_notes)


def opened(folder: Path, *, newest_schema: int = 0) -> BookFile:
    """The book file as after a start of the program."""
    hold = held(folder)
    try:
        key_file = read_key_file(hold.folder)
        keys = unlock_passphrase(key_file, None, PASSPHRASE)
        return open_book_file(hold, key_file, keys, newest_schema=newest_schema)
    except BaseException:
        hold.release()
        raise


def held(folder: Path) -> Hold:
    """The hold on the book that `new_file` made."""
    return hold_folder(find_folder(folder / "shop"))


def noted(file: BookFile) -> list[str]:
    """The notes in a book file."""
    return [text for (text,) in file.rows("SELECT text FROM trial ORDER BY id")]


def note(file: BookFile, *texts: str) -> None:
    """Write notes in one transaction."""
    file.run_many("INSERT INTO trial(text) VALUES (?)", [(text,) for text in texts])


def _with_notes(file: BookFile) -> None:
    file.run("CREATE TABLE trial (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
