"""Ways into a book: own passphrases, PINs and staying signed in, through the book itself."""

import time
from collections.abc import Callable

import pytest

from customerbook.book.book import Book, open_book
from customerbook.model.errors import (
    ConflictError,
    NotAvailableError,
    NotFoundError,
    RightRefusedError,
    TooSoonError,
    WeakPassphraseError,
    WeakPinError,
    WrongKeyError,
    WrongPinError,
)
from customerbook.model.person import Person
from customerbook.store import this_pc
from customerbook.store.keyfile import SlotKind
from customerbook.store.this_pc import pin_cost
from tests.books import CHEAP, PASSPHRASE
from tests.guards.memory_keyring import MemoryKeyring

_JONAS = "four dry unicycles at dusk"
_NEW = "nine calm rivers in march"
_PIN, _OTHER = "493817", "805142"
pytestmark = pytest.mark.usefixtures("memory_keyring")


@pytest.fixture
def jonas(book: Book) -> Person:
    """A member of staff with a passphrase."""
    person = book.people.add(Person(name="Jonas Weber")).first(Person)
    book.people.let_in(person, _JONAS, CHEAP)
    return person


def come_in(book: Book, **shown: object) -> Book:
    """The book, closed and opened in some way."""
    book.close()
    again = open_book(book.folder, **shown)  # type: ignore[arg-type]
    again.sign_in_holder()
    return again


def test_everyone_changes_the_own_passphrase_with_the_old_one(book: Book, jonas: Person) -> None:
    book = come_in(book, passphrase=_JONAS)
    with pytest.raises(WrongKeyError):
        book.ways.change_passphrase(PASSPHRASE, _NEW, CHEAP)
    with pytest.raises(WeakPassphraseError):
        book.ways.change_passphrase(_JONAS, "Radwerk1", CHEAP)
    change = book.ways.change_passphrase(_JONAS, _NEW, CHEAP)
    assert (change.operation, change.person_id) == ("passphrase.replace", jonas.id)
    book = come_in(book, passphrase=_NEW)
    assert book.person is not None
    assert book.person.id == jonas.id
    with pytest.raises(WrongKeyError):
        come_in(book, passphrase=_JONAS)


def test_the_owner_who_came_by_pin_changes_the_passphrase_with_the_old_one(book: Book) -> None:
    book.ways.set_pin(_PIN, CHEAP)
    book = come_in(book, pin=_PIN, person="1")
    book.ways.change_passphrase(PASSPHRASE, _NEW, CHEAP)
    book = come_in(book, passphrase=_NEW)
    assert book.keys.is_owner
    book.close()


def test_wrong_old_passphrases_slow_down_too(book: Book) -> None:
    for _ in range(3):
        with pytest.raises(WrongKeyError):
            book.ways.change_passphrase("wrong", _NEW, CHEAP)
    with pytest.raises(TooSoonError):
        book.ways.change_passphrase(PASSPHRASE, _NEW, CHEAP)


def test_who_has_no_passphrase_cannot_change_it(book: Book) -> None:
    nobody = book.people.add(Person(name="Aylin Kaya")).first(Person)
    book.sign_in(nobody.id)
    with pytest.raises(NotFoundError, match="Aylin Kaya"):
        book.ways.change_passphrase(PASSPHRASE, _NEW, CHEAP)


def test_a_lost_passphrase_is_replaced_by_the_sheet_alone(book: Book) -> None:
    with pytest.raises(NotFoundError, match="sheet"):
        book.ways.replace_lost(_NEW, CHEAP)
    code = book.recovery.new_code()
    book.recovery.use(code)
    book = come_in(book, recovery_code=code)
    book.ways.replace_lost(_NEW, CHEAP)
    book = come_in(book, passphrase=_NEW)
    book.close()


def test_a_pin_opens_the_book_for_its_person(book: Book, jonas: Person) -> None:
    book = come_in(book, passphrase=_JONAS)
    with pytest.raises(WeakPinError):
        book.ways.set_pin("123456", CHEAP)
    book.ways.set_pin(_PIN, CHEAP)
    assert book.ways.here().pin == {str(jonas.id)}
    book = come_in(book, pin=_PIN, person=str(jonas.id))
    assert book.person is not None
    assert book.person.id == jonas.id
    with pytest.raises(RightRefusedError):
        book.people.add(Person(name="X"))
    with pytest.raises(WrongPinError, match="4 tries are left"):
        come_in(book, pin=_OTHER, person=str(jonas.id))
    with pytest.raises(NotAvailableError):
        open_book(book.folder, pin=_PIN, person="1")


def test_five_wrong_pins_ask_for_the_passphrase_once(
    book: Book, jonas: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = str(jonas.id)
    book = come_in(book, passphrase=_JONAS)
    book.ways.set_pin(_PIN, CHEAP)
    book.close()
    left = []
    for _ in range(5):
        with pytest.raises(WrongPinError) as told:
            open_book(book.folder, pin=_OTHER, person=person)  # a new start of the program each
        left.append(told.value.left)
    assert left == [4, 3, 2, 1, 0]
    with pytest.raises(WrongPinError):
        open_book(book.folder, pin=_PIN, person=person)
    open_book(book.folder, passphrase=PASSPHRASE).close()  # somebody else's helps nothing
    with pytest.raises(WrongPinError):
        open_book(book.folder, pin=_PIN, person=person)
    open_book(book.folder, passphrase=_JONAS).close()
    open_book(book.folder, pin=_PIN, person=person).close()


def test_who_stays_signed_in_is_asked_for_nothing(book: Book, jonas: Person) -> None:
    book = come_in(book, passphrase=_JONAS)
    book.ways.stay_signed_in()
    assert book.ways.here().stay == {str(jonas.id)}
    book = come_in(book, stay=True, person=str(jonas.id))
    assert book.person is not None
    assert book.person.id == jonas.id
    book.close()


def test_a_way_of_this_pc_is_made_by_whose_keys_these_are(book: Book, jonas: Person) -> None:
    """The owner, who may stand in for everyone, gives nobody a PIN."""
    book.sign_in(jonas.id)
    with pytest.raises(NotFoundError, match="Jonas Weber has to sign in"):
        book.ways.set_pin(_PIN, CHEAP)
    with pytest.raises(NotFoundError):
        book.ways.stay_signed_in()
    assert not MemoryKeyring.secrets


def test_the_owner_sees_and_drops_what_anyone_has_on_a_pc(book: Book, jonas: Person) -> None:
    book = come_in(book, passphrase=_JONAS)
    book.ways.set_pin(_PIN, CHEAP)
    book.ways.stay_signed_in()
    book = come_in(book, passphrase=PASSPHRASE)
    book.ways.set_pin(_OTHER, CHEAP)
    ways = book.ways.of_pcs()
    assert {(way.person, way.kind, way.here) for way in ways} == {
        (str(jonas.id), SlotKind.PIN, True),
        (str(jonas.id), SlotKind.DEVICE, True),
        ("1", SlotKind.PIN, True),
    }
    assert all(way.since is not None for way in ways)
    for way in ways:
        assert book.ways.drop(way.slot_id).operation == "way.drop"
    assert book.ways.of_pcs() == []
    assert not MemoryKeyring.secrets
    with pytest.raises(NotFoundError):
        book.ways.drop(ways[0].slot_id)
    with pytest.raises(NotFoundError):  # nobody's passphrase is dropped like this
        book.ways.drop(book.keys.slot_id)


def test_staff_drop_what_is_theirs(book: Book, jonas: Person) -> None:
    book.ways.stay_signed_in()
    book = come_in(book, passphrase=_JONAS)
    book.ways.set_pin(_PIN, CHEAP)
    theirs, owners = (
        next(way.slot_id for way in book.ways.of_pcs() if way.person == person)
        for person in (str(jonas.id), "1")
    )
    book.ways.drop(theirs)
    with pytest.raises(RightRefusedError):
        book.ways.drop(owners)
    book.close()


def test_two_changes_at_once_do_not_undo_each_other(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = this_pc.stay_signed_in

    def meanwhile(*arguments: object) -> object:
        made = make(*arguments)  # type: ignore[arg-type]
        book.recovery.use(book.recovery.new_code())
        return made

    monkeypatch.setattr(this_pc, "stay_signed_in", meanwhile)
    with pytest.raises(ConflictError, match="try again"):
        book.ways.stay_signed_in()
    assert book.ways.of_pcs() == []


def test_nobody_signed_in_changes_nothing(book: Book) -> None:
    book.sign_out()
    deeds: list[Callable[[], object]] = [
        lambda: book.ways.set_pin(_PIN, CHEAP),
        book.ways.stay_signed_in,
        lambda: book.ways.change_passphrase(PASSPHRASE, _NEW, CHEAP),
        book.recovery.new_code,
    ]
    for deed in deeds:
        with pytest.raises(RightRefusedError, match="Nobody is signed in"):
            deed()


@pytest.mark.alone
def test_changing_person_by_pin_takes_less_than_two_seconds(book: Book, jonas: Person) -> None:
    """With the cost that is measured on this PC, and all that opening does."""
    book = come_in(book, passphrase=_JONAS)
    book.ways.set_pin(_PIN, pin_cost())
    book.close(keep_hold=True)
    began = time.perf_counter()
    again = open_book(book.folder, pin=_PIN, person=str(jonas.id), hold=book.db.hold)
    again.sign_in_holder()
    assert time.perf_counter() - began < 2
    again.close()
