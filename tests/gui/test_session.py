"""The session: writes go through it, and everyone hears of them."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.session import Session
from customerbook.model.change import Change
from customerbook.model.customer import Customer
from customerbook.model.errors import InvalidInputError
from tests.guards.clock import StoppedClock


def test_a_write_is_told(qtbot: QtBot, book: Book) -> None:
    session = Session(book)
    with qtbot.waitSignal(session.changed) as told:
        change = session.do(book.customers.add, Customer(given="Ada"))
    assert told.args == [change]
    assert change.first(Customer).given == "Ada"


def test_what_is_refused_is_not_told(qtbot: QtBot, book: Book) -> None:
    session = Session(book)
    with qtbot.assertNotEmitted(session.changed), pytest.raises(InvalidInputError):
        session.do(book.customers.add, Customer())


def test_undo_and_redo_are_told_too(book: Book) -> None:
    session = Session(book)
    told: list[Change] = []
    before = book.customers.count()
    session.changed.connect(told.append)
    session.do(book.customers.add, Customer(given="Ada"))
    session.undo()
    assert book.customers.count() == before
    session.redo()
    assert book.customers.count() == before + 1
    assert [change.operation.split()[0] for change in told] == ["customer.add", "undo", "redo"]


def test_the_time_is_the_shops(book: Book, clock: StoppedClock) -> None:
    session = Session(book)
    assert session.now().hour == 10
    clock.move(timedelta(hours=3))
    assert session.now().hour == 13
