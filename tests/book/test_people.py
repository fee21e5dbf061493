"""People: letting somebody into the book, switching them off, and shutting them out for good."""

import logging
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from customerbook.book.book import Book, open_book
from customerbook.model.errors import (
    BookError,
    ConfirmationNeededError,
    DamagedError,
    DiskError,
    InvalidInputError,
    NotAvailableError,
    NotFoundError,
    RightRefusedError,
    WeakPassphraseError,
    WrongKeyError,
)
from customerbook.model.person import Person, Role
from customerbook.model.rights import Right
from customerbook.store import rotation, seals
from customerbook.store.folder import find_folder, read_key_file, write_key_file
from tests.books import CHEAP, PASSPHRASE, added, reopened, someone

_JONAS = "four dry unicycles at dusk"
_NEW = "nine calm rivers in march"
_PIN = "493817"


def let_in(book: Book, name: str = "Jonas Weber", passphrase: str = _JONAS) -> Person:
    """Somebody new who may sign in."""
    person = book.people.add(Person(name=name)).first(Person)
    book.people.let_in(person, passphrase, CHEAP)
    return person


def signed_in(folder: Path, passphrase: str) -> Book:
    """The book as somebody opens it."""
    book = open_book(folder, passphrase=passphrase)
    book.sign_in_holder()
    return book


def nothing() -> None:
    """In place of a backup, where none is looked at."""


def test_somebody_who_was_let_in_signs_in_as_themselves(book: Book) -> None:
    jonas = let_in(book)
    book.close()
    again = open_book(book.folder, passphrase=_JONAS, person=str(jonas.id))
    again.sign_in_holder()
    assert again.person is not None
    assert again.person.name == "Jonas Weber"
    with pytest.raises(RightRefusedError):
        again.ask(Right.MANAGE)
    with pytest.raises(RightRefusedError):
        again.ask(Right.PEOPLE)
    again.close()


def test_a_passphrase_is_tried_on_whose_it_is(book: Book) -> None:
    jonas = let_in(book)
    book.close()
    with pytest.raises(WrongKeyError):
        open_book(book.folder, passphrase=_JONAS, person="1")
    with pytest.raises(WrongKeyError):
        open_book(book.folder, passphrase=PASSPHRASE, person=str(jonas.id))
    open_book(book.folder, passphrase=_JONAS).close()


def test_nobody_is_at_the_book_with_the_passphrase_of_somebody_else(book: Book) -> None:
    let_in(book)
    book.close()
    again = open_book(book.folder, passphrase=_JONAS)
    with pytest.raises(RightRefusedError, match="not Martha Lindner’s"):
        again.sign_in(1)
    again.close()


def test_only_the_owner_lets_somebody_in(book: Book) -> None:
    jonas = let_in(book)
    book.sign_in(jonas.id)
    with pytest.raises(RightRefusedError):
        book.people.let_in(jonas, _NEW, CHEAP)


def test_the_owner_who_came_by_pin_lets_nobody_in_without_the_passphrase(
    book: Book, memory_keyring: object
) -> None:
    jonas = let_in(book)
    book.ways.set_pin(_PIN, CHEAP)
    book.close()
    again = open_book(book.folder, pin=_PIN, person="1")
    again.sign_in(1)
    with pytest.raises(ConfirmationNeededError, match="once more"):
        again.people.let_in(jonas, _NEW, CHEAP)
    with pytest.raises(ConfirmationNeededError):
        again.people.remove(jonas, before=nothing)
    again.confirm_owner(PASSPHRASE)
    again.people.let_in(jonas, _NEW, CHEAP)
    again.people.remove(jonas, before=nothing)
    assert again.check() == []
    again.close()


def test_a_passphrase_that_could_be_guessed_is_refused(book: Book) -> None:
    jonas = book.people.add(Person(name="Jonas Weber")).first(Person)
    with pytest.raises(WeakPassphraseError):
        book.people.let_in(jonas, "jonas1", CHEAP)


def test_a_new_passphrase_of_the_owner_ends_all_ways_in_before(
    book: Book, memory_keyring: object
) -> None:
    jonas = let_in(book)
    book.close()
    theirs = signed_in(book.folder, _JONAS)
    theirs.ways.set_pin(_PIN, CHEAP)
    theirs.ways.stay_signed_in()
    theirs.close()
    book = signed_in(book.folder, PASSPHRASE)
    book.people.let_in(jonas, _NEW, CHEAP)
    book.close()
    for shown in ({"passphrase": _JONAS}, {"pin": _PIN}, {"stay": True}):
        with pytest.raises((WrongKeyError, NotAvailableError)):
            open_book(book.folder, person=str(jonas.id), **shown)
    signed_in(book.folder, _NEW).close()


def test_the_owner_gets_no_passphrase_in_this_way(book: Book) -> None:
    with pytest.raises(NotFoundError, match="with the old one"):
        book.people.let_in(book.people.get(1), _NEW, CHEAP)


def test_who_is_switched_off_signs_in_no_longer(book: Book, memory_keyring: object) -> None:
    jonas = let_in(book)
    book.people.switch_off(jonas)
    assert not book.people.get(jonas.id).active
    assert [s.person for s in book.db.key_file.slots] == ["1", "1"]
    book.close()
    with pytest.raises(WrongKeyError):
        open_book(book.folder, passphrase=_JONAS)
    book = signed_in(book.folder, PASSPHRASE)
    with pytest.raises(RightRefusedError, match="switched off"):
        book.sign_in(jonas.id)
    book.people.save(replace(book.people.get(jonas.id), active=True))
    book.people.let_in(jonas, _NEW, CHEAP)
    book.close()
    signed_in(book.folder, _NEW).close()


def test_switching_off_is_not_undone_by_the_way(book: Book) -> None:
    jonas = let_in(book)
    book.people.switch_off(jonas)
    undone = book.undoable()
    assert undone is None or undone.operation != "person.save"


def test_the_owner_is_neither_switched_off_nor_removed(book: Book) -> None:
    owner = book.people.get(1)
    with pytest.raises(InvalidInputError):
        book.people.switch_off(owner)
    with pytest.raises(InvalidInputError):
        book.people.remove(owner, before=nothing)
    with pytest.raises(InvalidInputError):
        book.people.save(replace(let_in(book), role=Role.OWNER))
    assert book.people.get(1) == owner


def test_who_is_removed_has_nothing_that_opens_the_book(book: Book, tmp_path: Path) -> None:
    jonas, aylin = let_in(book), let_in(book, "Aylin Kaya", _NEW)
    added(book, someone("Anna Berg", "0171 3920001"))
    theirs = read_key_file(find_folder(book.folder))
    asked: list[str] = []

    def backup() -> None:
        asked.append("backup")
        assert book.people.get(jonas.id).active

    book.people.remove(jonas, before=backup)
    assert asked == ["backup"]
    assert not book.people.get(jonas.id).active
    assert book.changes.latest(1)[0].operation == "person.remove"
    added(book, someone("Berta Tal"))
    assert book.check() == []
    book.close()
    with pytest.raises(WrongKeyError):
        open_book(book.folder, passphrase=_JONAS)
    copied = tmp_path / "copied.customerbook"
    shutil.copytree(book.folder, copied)
    write_key_file(find_folder(copied), theirs)
    with pytest.raises(DamagedError):
        open_book(copied, passphrase=_JONAS)
    for passphrase in (PASSPHRASE, _NEW):
        again = signed_in(book.folder, passphrase)
        assert again.customers.count() == 2
        assert again.check() == []
        again.close()
    assert aylin.active


def test_a_backup_that_fails_removes_nobody(book: Book) -> None:
    jonas = let_in(book)

    def full() -> None:
        raise DiskError("The disk is full.")

    before = book.db.key_file
    with pytest.raises(DiskError):
        book.people.remove(jonas, before=full)
    assert book.db.key_file == before
    assert book.people.get(jonas.id).active


def test_a_lock_that_could_not_be_changed_is_changed_by_trying_again(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    jonas = let_in(book)
    keys = book.keys
    with monkeypatch.context() as patched:
        patched.setattr(rotation, "_SPARE", 2**60)
        with pytest.raises(DiskError):
            book.people.remove(jonas, before=nothing)
    assert not book.people.get(jonas.id).active
    assert book.keys == keys
    book.people.remove(book.people.get(jonas.id), before=nothing)
    assert book.keys.epoch == keys.epoch + 1
    assert book.check() == []


def test_who_never_had_a_way_in_is_removed_without_locking_anew(book: Book) -> None:
    jonas = book.people.add(Person(name="Jonas Weber")).first(Person)
    book.people.remove(jonas, before=nothing)
    assert book.keys.epoch == 1
    assert not book.people.get(jonas.id).active


def test_sign_in_shows_people_as_they_are_called_now(book: Book) -> None:
    jonas = let_in(book)
    book.people.save(replace(book.people.get(jonas.id), name="Jonas Weiss"))
    book.people.save(replace(book.people.get(1), name="Martha Berg"))
    labels = {slot.person: slot.label for slot in book.db.key_file.slots}
    assert labels == {"1": "Martha Berg", str(jonas.id): "Jonas Weiss"}
    book.undo()
    book = reopened(book)
    assert {s.label for s in book.db.key_file.slots} == {"Martha Lindner", "Jonas Weiss"}
    book.close()


def test_staff_who_write_themselves_a_crown_have_no_more_rights(book: Book) -> None:
    """With a program of their own they can write anything; this one looks into the key file."""
    jonas = let_in(book)
    book.close()
    theirs = open_book(book.folder, passphrase=_JONAS)
    theirs.db.run(("UPDATE person SET role = 'owner' WHERE id = ?", [jonas.id]))
    theirs.sign_in(jonas.id)
    with pytest.raises(RightRefusedError):
        theirs.ask(Right.PEOPLE)
    theirs.close()


def test_staff_who_crown_themselves_in_the_key_file_are_found_out_by_the_owner(
    book: Book,
) -> None:
    jonas = let_in(book)
    book.close()
    folder = find_folder(book.folder)
    theirs = open_book(book.folder, passphrase=_JONAS)
    theirs.close()
    key_file = read_key_file(folder)
    seats = tuple(
        replace(seat, role=type(seat.role).OWNER) if seat.person == str(jonas.id) else seat
        for seat in key_file.rights.seats
    )
    rights = replace(key_file.rights, seats=seats)
    write_key_file(
        folder, seals.signed(replace(key_file, rights=rights), theirs.keys.data_key, None)
    )
    with pytest.raises(DamagedError, match="changed by something other"):
        open_book(book.folder, passphrase=PASSPHRASE)


def test_the_log_names_what_was_done_by_ids_alone(
    book: Book, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="customerbook"):
        jonas = let_in(book)
        book.close()
        with pytest.raises(BookError):
            open_book(book.folder, passphrase="wrong", person="1")
        book = signed_in(book.folder, PASSPHRASE)
        book.people.switch_off(jonas)
        book.people.remove(jonas, before=nothing)
        book.close(keep_hold=True)
        book.db.hold.release()
    told = caplog.text
    for line in (
        f"person {jonas.id} is added",
        f"person.let-in: person {jonas.id}",
        "closed: person 1",
        "a try failed: by passphrase, person 1",
        "unlocked: by passphrase, person 1",
        f"person {jonas.id} is switched off",
        "the data key was changed: epoch 2",
        f"person {jonas.id} is removed",
        "locked: person 1",
    ):
        assert told.count(line) == 1, line
    for secret in ("Jonas", "Martha", "Radwerk", _JONAS, PASSPHRASE):
        assert secret not in told


def test_wrong_tries_slow_down(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    book.close(keep_hold=True)
    hold = book.db.hold

    def tried(passphrase: str) -> type[BookError] | None:
        try:
            open_book(book.folder, passphrase=passphrase, person="1", hold=hold).close()
        except BookError as error:
            return type(error)
        return None

    kinds = [tried("wrong") for _ in range(4)]
    assert [kind.__name__ for kind in kinds if kind] == [
        *(["WrongKeyError"] * 3),
        "TooSoonError",
    ]
    waiting = tried(PASSPHRASE)
    assert waiting is not None
    assert waiting.__name__ == "TooSoonError"
    monkeypatch.setattr(hold.tries, "_until", 0.0)
    assert tried(PASSPHRASE) is None
