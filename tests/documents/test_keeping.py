"""Documents are kept as they were handed over."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from customerbook.book.book import Book
from customerbook.documents import Options, document_named
from customerbook.documents.keeping import hand_over
from customerbook.model.document import HandedOver
from tests.books import added, logged, new_book, promised, someone
from tests.guards.clock import StoppedClock

CONFIRMATION, SUMMARY = document_named("confirmation"), document_named("summary")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path)
    yield made
    made.close()


def test_the_second_time_it_is_the_first_one_again(book: Book, clock: StoppedClock) -> None:
    visit = logged(book, added(book, someone("Tina Test")).id, "Wheel trued.")
    first, printout = hand_over(book, CONFIRMATION, visit.id, Options(), HandedOver.PRINTED)
    assert (first.number, first.handed_over) == (visit.reference, HandedOver.PRINTED)
    assert first.content == printout.content
    clock.move(timedelta(days=40))
    again, _ = hand_over(book, CONFIRMATION, visit.id, Options())
    assert again == first


def test_what_was_corrected_supersedes(book: Book) -> None:
    visit = logged(book, None, "Wheel trud.")
    first, _ = hand_over(book, CONFIRMATION, visit.id, Options())
    book.interactions.save(replace(visit, note="Wheel trued."))
    second, _ = hand_over(book, CONFIRMATION, visit.id, Options())
    assert second.supersedes_id == first.id
    assert second.content != first.content
    assert book.documents.get(first.id) == first


def test_a_private_note_makes_no_new_document(book: Book) -> None:
    visit = logged(book, None, "Wheel trued.")
    first, _ = hand_over(book, CONFIRMATION, visit.id, Options())
    book.interactions.save(replace(visit, private_note="Haggles."))
    assert hand_over(book, CONFIRMATION, visit.id, Options())[0] == first


def test_a_summary_bears_the_day_it_is_made_on(book: Book, clock: StoppedClock) -> None:
    tina = added(book, someone("Tina Test", "0171 3920014"))
    promised(book, "Ring back", date(2026, 12, 24), customer_id=tina.id)
    first, _ = hand_over(book, SUMMARY, tina.id, Options())
    assert (first.number, first.customer_id) == ("D2026-00001", tina.id)
    assert hand_over(book, SUMMARY, tina.id, Options())[0] == first
    clock.move(timedelta(days=1))
    later, _ = hand_over(book, SUMMARY, tina.id, Options())
    assert (later.number, later.supersedes_id) == ("D2026-00002", first.id)


def test_a_book_that_can_only_be_read_keeps_nothing(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = logged(book, None, "Wheel trued.")
    monkeypatch.setattr(book.db, "why_read_only", "It lies on a stick.")
    assert book.read_only
    document, _ = hand_over(book, CONFIRMATION, visit.id, Options())
    assert document.id == 0
    assert document.content.startswith(b"%PDF-")
    monkeypatch.undo()
    assert book.documents.of_interaction(visit.id, "confirmation") == []
