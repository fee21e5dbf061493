"""The owner's passphrase given once more: for whom it counts, and for how long."""

import pytest

from customerbook.book import confirmation
from customerbook.book.book import Book, open_book
from customerbook.model.errors import (
    ConfirmationNeededError,
    RightRefusedError,
    TooSoonError,
    WrongKeyError,
)
from customerbook.model.person import Person
from customerbook.model.rights import Right
from customerbook.store.keys import unlock_passphrase
from tests.books import CHEAP, PASSPHRASE


def fresh(book: Book) -> bool:
    """Whether the owner's passphrase counts as given."""
    return book.confirmation.fresh


_JONAS = "four dry unicycles at dusk"


class _Time:
    """A clock that a test moves."""

    now = 1000.0

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return self.now


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> _Time:
    made = _Time()
    monkeypatch.setattr(confirmation, "time", made)
    return made


def test_the_passphrase_at_the_door_counts_for_some_minutes(book: Book, time: _Time) -> None:
    book.close()
    book = open_book(book.folder, passphrase=PASSPHRASE)
    book.sign_in_holder()
    book.ask(Right.EXPORT)
    book.people.add(Person(name="Jonas Weber"))
    time.now += confirmation.SECONDS - 1
    book.ask(Right.EXPORT)
    time.now += 1
    with pytest.raises(ConfirmationNeededError, match="once more"):
        book.ask(Right.EXPORT)
    with pytest.raises(ConfirmationNeededError):
        book.people.add(Person(name="Aylin Kaya"))
    book.ask(Right.MANAGE)
    book.confirm_owner(PASSPHRASE)
    book.ask(Right.EXPORT)
    book.close()


def test_a_new_book_and_the_sheet_count_too(book: Book, time: _Time) -> None:
    book.ask(Right.EXPORT)
    code = book.recovery.new_code()
    book.recovery.use(code)
    book.close()
    book = open_book(book.folder, recovery_code=code)
    book.sign_in_holder()
    book.ask(Right.EXPORT)
    book.close()


def test_wrong_ones_count_as_wrong_tries(book: Book) -> None:
    book.confirmation.drop()
    for _ in range(3):
        with pytest.raises(WrongKeyError):
            book.confirm_owner("wrong")
    with pytest.raises(TooSoonError):
        book.confirm_owner(PASSPHRASE)
    with pytest.raises(ConfirmationNeededError):
        book.ask(Right.EXPORT)


def test_the_passphrase_of_staff_confirms_nothing(book: Book) -> None:
    jonas = book.people.add(Person(name="Jonas Weber")).first(Person)
    book.people.let_in(jonas, _JONAS, CHEAP)
    book.close()
    theirs = open_book(book.folder, passphrase=_JONAS)
    theirs.sign_in_holder()
    assert not fresh(theirs)
    with pytest.raises(WrongKeyError):
        theirs.confirm_owner(_JONAS)
    theirs.confirm_owner(PASSPHRASE)
    assert fresh(theirs)
    with pytest.raises(RightRefusedError, match="may not"):  # a right is asked for all the same
        theirs.ask(Right.EXPORT)
    assert unlock_passphrase(theirs.db.key_file, None, PASSPHRASE).owner_key == (
        theirs.confirmation.owner_key()
    )
    theirs.close()


def test_it_ends_with_a_change_of_person_and_with_the_lock(book: Book) -> None:
    jonas = book.people.add(Person(name="Jonas Weber")).first(Person)
    book.confirm_owner(PASSPHRASE)
    book.sign_in(1)
    assert fresh(book)
    book.sign_in(jonas.id)
    assert not fresh(book)
    book.sign_in(1)
    with pytest.raises(ConfirmationNeededError):
        book.ask(Right.EXPORT)
    book.confirm_owner(PASSPHRASE)
    book.sign_out()
    assert not fresh(book)
    book.sign_in(1)
    book.confirm_owner(PASSPHRASE)
    book.close(keep_hold=True)
    assert not fresh(book)
    book.db.hold.release()


def test_no_operation_is_done_without_it(book: Book) -> None:
    book.confirmation.drop()
    before = book.people.all()
    with pytest.raises(ConfirmationNeededError):
        book.operation("person.add", Right.PEOPLE)
    with pytest.raises(ConfirmationNeededError):
        book.people.switch_off(before[0])
    assert book.people.all() == before
