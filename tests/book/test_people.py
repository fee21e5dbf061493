"""People: letting somebody else into the book."""

import pytest

from customerbook.book.book import Book, open_book
from customerbook.model.errors import RightRefusedError, WeakPassphraseError, WrongKeyError
from customerbook.model.person import Person
from customerbook.model.rights import Right
from tests.books import CHEAP, PASSPHRASE

_JONAS = "four dry unicycles at dusk"


def let_in(book: Book) -> Person:
    """Somebody new who may sign in."""
    jonas = book.people.add(Person(name="Jonas Weber")).first(Person)
    book.people.let_in(jonas, _JONAS, CHEAP)
    return jonas


def test_somebody_who_was_let_in_signs_in_as_themselves(book: Book) -> None:
    jonas = let_in(book)
    book.close()
    again = open_book(book.folder, passphrase=_JONAS, person=str(jonas.id))
    again.sign_in_holder()
    assert again.person is not None
    assert again.person.name == "Jonas Weber"
    with pytest.raises(RightRefusedError):
        again.ask(Right.MANAGE)
    again.close()


def test_a_passphrase_is_tried_on_whose_it_is(book: Book) -> None:
    jonas = let_in(book)
    book.close()
    with pytest.raises(WrongKeyError):
        open_book(book.folder, passphrase=_JONAS, person="1")
    with pytest.raises(WrongKeyError):
        open_book(book.folder, passphrase=PASSPHRASE, person=str(jonas.id))
    open_book(book.folder, passphrase=_JONAS).close()


def test_only_the_owner_lets_somebody_in(book: Book) -> None:
    jonas = let_in(book)
    book.sign_in(jonas.id)
    with pytest.raises(RightRefusedError):
        book.people.let_in(jonas, "nine calm rivers in march", CHEAP)


def test_a_passphrase_that_could_be_guessed_is_refused(book: Book) -> None:
    jonas = book.people.add(Person(name="Jonas Weber")).first(Person)
    with pytest.raises(WeakPassphraseError):
        book.people.let_in(jonas, "jonas1", CHEAP)
