"""What a card asks of the book: people, broken promises, the contacts of a case."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from customerbook.book.book import Book
from customerbook.model.case import Case
from customerbook.model.customer import CustomerKind
from customerbook.model.followup import FollowUp, FollowUpState
from tests.books import added, logged, promised, someone

TODAY = date(2026, 11, 21)
pytestmark = pytest.mark.usefixtures("clock")  # it is that day


def test_people_of_an_organisation_come_by_name_without_the_bin(book: Book) -> None:
    firm = added(book, someone(kind=CustomerKind.ORGANISATION, organisation="Ott & Sons"))
    zoe, ada, gone = (
        added(book, someone(name, organisation_id=firm.id))
        for name in ("Zoe Ott", "Ada Ott", "Eve Ott")
    )
    added(book, someone("Ida Ott"))
    book.customers.remove(gone.id)
    assert [one.id for one in book.customers.people_of(firm.id)] == [ada.id, zoe.id]
    assert [one.id for one in book.customers.people_of(firm.id, 1)] == [ada.id]


def test_promises_are_held_against_us_for_a_while(book: Book) -> None:
    ada = added(book, someone("Ada Byron"))

    def promise(days: int, **more: object) -> FollowUp:
        made = promised(book, f"{days} days", TODAY - timedelta(days), customer_id=ada.id)
        if more:
            book.followups.save(replace(made, **more))  # type: ignore[arg-type]
        return made

    promise(8)
    promise(6)
    promise(20, state=FollowUpState.BROKEN)
    promise(61, state=FollowUpState.BROKEN)
    promise(21, state=FollowUpState.WITHDRAWN)
    promise(9, promise=False)
    assert [line.title for line in book.followups.broken(ada.id)] == ["8 days", "20 days"]
    assert book.followups.broken(ada.id + 1) == []


def test_contacts_of_a_case_only(book: Book) -> None:
    ada = added(book, someone("Ada Byron"))
    case = book.cases.add(Case(customer_id=ada.id, title="Wobbles")).first(Case)
    for number in range(3):
        logged(book, ada.id, f"in it {number}", case_id=case.id)
        logged(book, ada.id, f"beside it {number}")
    first = book.interactions.timeline(ada.id, 2, case_id=case.id)
    rest = book.interactions.timeline(ada.id, 2, before=first[-1], case_id=case.id)
    assert [line.note for line in (*first, *rest)] == ["in it 2", "in it 1", "in it 0"]
    assert {line.person_id for line in first} == {book.person.id if book.person else None}
