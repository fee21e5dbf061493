"""The recovery sheet of a book: a new one, a drill, and locking the whole book anew."""

import shutil
from pathlib import Path

import pytest

from customerbook.book.book import Book, create_book, open_book
from customerbook.model.errors import (
    BookError,
    ConfirmationNeededError,
    DamagedError,
    DiskError,
    InvalidInputError,
    NotAvailableError,
    RightRefusedError,
    WeakPassphraseError,
    WrongKeyError,
)
from customerbook.model.person import Person
from customerbook.store import rotation
from customerbook.store.folder import find_folder, read_key_file, write_key_file
from customerbook.store.recovery import groups_to_ask, is_group
from customerbook.store.ways_in import new_code
from tests.books import CHEAP, PASSPHRASE, SHOP, added, someone

_JONAS = "four dry unicycles at dusk"
_NEW = "nine calm rivers in march"
_PIN = "493817"
Made = tuple[Book, str]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A book with one of staff and one customer, and its recovery code."""
    book, code = create_book(
        tmp_path / "shop", shop=SHOP, owner="Martha Lindner", passphrase=PASSPHRASE, cost=CHEAP
    )
    jonas = book.people.add(Person(name="Jonas Weber")).first(Person)
    book.people.let_in(jonas, _JONAS, CHEAP)
    added(book, someone("Anna Berg", "0171 3920001"))
    return book, code


def refused(folder: Path, **shown: object) -> type[BookError]:
    """What is said to somebody who shows this."""
    with pytest.raises(BookError) as told:
        open_book(folder, **shown)  # type: ignore[arg-type]
    return told.type


def test_the_drill_tells_the_sheet_from_others_and_opens_nothing(made: Made) -> None:
    book, code = made
    assert book.recovery.fits(code.lower().replace("-", " "))
    assert not book.recovery.fits(book.recovery.new_code())
    with pytest.raises(InvalidInputError):
        book.recovery.fits(code[:-1])
    book.close()
    theirs = open_book(book.folder, passphrase=_JONAS)
    theirs.sign_in_holder()
    with pytest.raises(RightRefusedError):
        theirs.recovery.fits(code)
    theirs.close()


def test_a_new_sheet_counts_when_it_is_on_paper_and_not_before(made: Made) -> None:
    book, old = made
    new = book.recovery.new_code()
    assert book.recovery.fits(old)
    change = book.recovery.use(new)
    assert change.operation == "recovery.replace"
    assert book.recovery.fits(new)
    assert not book.recovery.fits(old)
    book.close()
    assert refused(book.folder, recovery_code=old) is WrongKeyError
    open_book(book.folder, recovery_code=new).close()


def test_two_groups_are_asked_back_from_the_paper(made: Made) -> None:
    _book, code = made
    places = groups_to_ask(code)
    assert len(places) == len(set(places)) == 2
    groups = code.split("-")
    for place in places:
        assert is_group(f" {groups[place].lower()} ", code, place)
        assert not is_group("", code, place)
        assert not is_group(groups[place][:-1], code, place)
    zero = "O1-00-LI"
    assert is_group("o i", zero, 0)
    assert is_group("11", zero, 2)
    _book.close()


def test_the_sheet_is_the_owners_to_replace(made: Made) -> None:
    book, code = made
    book.sign_in(2)
    for deed in (book.recovery.new_code, lambda: book.recovery.use(code)):
        with pytest.raises(RightRefusedError):
            deed()
    book.close()


def test_after_locking_anew_nothing_that_was_known_opens_the_book(
    made: Made, tmp_path: Path, memory_keyring: object
) -> None:
    book, old_code = made
    book.ways.set_pin(_PIN, CHEAP)
    folder = find_folder(book.folder)
    old_keys = read_key_file(folder)
    code, asked, steps = book.recovery.new_code(), [], list[float]()
    book.recovery.lock_anew(
        _NEW, code, before=lambda: asked.append(1), progress=steps.append, cost=CHEAP
    )
    assert (asked, steps[-1]) == ([1], 1.0)
    assert book.keys.epoch == 2
    assert book.check() == []
    book.close()
    assert refused(book.folder, passphrase=PASSPHRASE) is WrongKeyError
    assert refused(book.folder, recovery_code=old_code) is WrongKeyError
    assert refused(book.folder, pin=_PIN, person="1") is NotAvailableError
    copied = tmp_path / "copied.customerbook"
    shutil.copytree(book.folder, copied)
    write_key_file(find_folder(copied), old_keys)
    assert refused(copied, passphrase=PASSPHRASE) is DamagedError
    assert refused(copied, recovery_code=old_code) is DamagedError
    for shown in ({"passphrase": _NEW}, {"recovery_code": code}, {"passphrase": _JONAS}):
        again = open_book(book.folder, **shown)  # type: ignore[arg-type]
        again.sign_in_holder()
        assert again.check() == []
        assert again.customers.count() == 1
        again.close()


def test_the_old_passphrase_has_nothing_in_the_new_key_file(made: Made) -> None:
    """The old owner key, which an old key file gives, is worth nothing beside a new one."""
    book, _code = made
    before = book.keys
    book.recovery.lock_anew(_NEW, book.recovery.new_code(), before=lambda: None, cost=CHEAP)
    assert book.keys.owner_key != before.owner_key
    assert book.keys.data_key != before.data_key
    assert book.keys.seat_key != before.seat_key
    book.close()


def test_a_weak_passphrase_or_a_full_disk_change_nothing_that_opens(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, _code = made
    code = book.recovery.new_code()
    asked: list[int] = []
    with pytest.raises(WeakPassphraseError):
        book.recovery.lock_anew("radwerk", code, before=lambda: asked.append(1), cost=CHEAP)
    with pytest.raises(InvalidInputError):
        book.recovery.lock_anew(_NEW, code[:-1], before=lambda: asked.append(1), cost=CHEAP)
    assert not asked
    with monkeypatch.context() as patched:
        patched.setattr(rotation, "_SPARE", 2**60)
        with pytest.raises(DiskError):
            book.recovery.lock_anew(_NEW, code, before=lambda: None, cost=CHEAP)
    assert book.keys.epoch == 1
    book.close()
    # What is on paper counts from the moment it was asked for, whatever became of the rest.
    again = open_book(book.folder, passphrase=_NEW)
    again.sign_in_holder()
    assert again.check() == []
    again.close()


def test_who_came_by_pin_locks_anew_after_confirming(made: Made, memory_keyring: object) -> None:
    book, _code = made
    book.ways.set_pin(_PIN, CHEAP)
    book.close()
    book = open_book(book.folder, pin=_PIN, person="1")
    book.sign_in(1)
    with pytest.raises(ConfirmationNeededError):
        book.recovery.new_code()
    code = new_code()
    assert not book.recovery.fits(code)  # the drill asks for nothing
    with pytest.raises(ConfirmationNeededError):
        book.recovery.use(code)
    with pytest.raises(ConfirmationNeededError):
        book.recovery.lock_anew(_NEW, code, before=lambda: None, cost=CHEAP)
    book.confirm_owner(PASSPHRASE)
    book.recovery.lock_anew(_NEW, code, before=lambda: None, cost=CHEAP)
    assert book.keys.owner_key is None
    assert book.confirmation.fresh
    book.close()
    open_book(book.folder, passphrase=_NEW).close()
