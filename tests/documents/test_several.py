"""Summaries of several customers at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from customerbook.book.book import Book
from customerbook.documents import DOCUMENTS, Options
from customerbook.documents.several import MOST_IN_ONE, in_one, summaries
from customerbook.model.document import HandedOver
from customerbook.model.errors import InvalidInputError, NotFoundError
from tests.books import added, logged, new_book, someone
from tests.documents.samples import flat_text, text_of_pages
from tests.guards.clock import StoppedClock

NAMES = ("Anna Schäfer", "Łukasz Żak", "Ελένη Παπαδάκη")


@pytest.fixture
def book(tmp_path: Path, clock: StoppedClock) -> Iterator[Book]:
    made = new_book(tmp_path)
    for name in NAMES:
        customer = added(made, someone(name, "0171 392001"))
        logged(made, customer.id, f"Wheel of {name} trued.", private_note="Pays late.")
    yield made
    made.close()


def test_one_each_is_kept_with_its_customer(book: Book) -> None:
    told: list[int] = []
    found = dict(summaries(book, [3, 1, 3], Options(), told.append, handed_over=HandedOver.PRINTED))
    assert list(found) == [3, 1]
    assert told == [1, 2]
    for customer_id, document in found.items():
        assert book.documents.of_customer(customer_id) == [document]
        assert document.handed_over is HandedOver.PRINTED
        assert NAMES[customer_id - 1] in flat_text(document.content)
    assert book.documents.of_customer(2) == []
    again = dict(summaries(book, [1], Options()))
    assert again == {1: found[1]}


def test_all_in_one_has_what_each_one_has(book: Book) -> None:
    told: list[int] = []
    printout = in_one(book, [2, 1, 3], Options(), told.append)
    assert told == [1, 2, 3]
    alone = [DOCUMENTS[1].build(book, i, Options()) for i in (2, 1, 3)]
    assert printout.pages == sum(one.pages for one in alone) == len(text_of_pages(printout.content))
    assert text_of_pages(printout.content) == [
        p for one in alone for p in text_of_pages(one.content)
    ]
    assert "Pays late" not in flat_text(printout.content)
    assert printout == in_one(book, [2, 1, 3], Options())
    assert book.documents.of_customer(1) == []
    assert not printout.remarks()


def test_another_document_may_be_drawn_meanwhile(book: Book) -> None:
    alone = DOCUMENTS[1].build(book, 2, Options())
    between = []
    together = in_one(
        book, [1, 3], Options(), lambda _: between.append(DOCUMENTS[1].build(book, 2, Options()))
    )
    assert between == [alone, alone]
    assert together == in_one(book, [1, 3], Options())


def test_who_was_deleted_meanwhile_is_left_out(book: Book) -> None:
    book.customers.remove(2)
    assert [i for i, _ in summaries(book, [1, 2, 99], Options())] == [1]
    assert NAMES[1] not in flat_text(in_one(book, [1, 2, 99], Options()).content)
    with pytest.raises(NotFoundError, match="None of these"):
        in_one(book, [2, 99], Options())


def test_stopping_keeps_what_was_done(book: Book) -> None:
    def stop(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(summaries(book, [1, 2, 3], Options(), stop))
    assert [len(book.documents.of_customer(i)) for i in (1, 2, 3)] == [1, 1, 0]


def test_a_pdf_does_not_grow_without_end(book: Book) -> None:
    with pytest.raises(InvalidInputError, match="one PDF each"):
        in_one(book, range(MOST_IN_ONE + 1), Options())
