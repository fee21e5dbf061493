"""Who of a file is known again, whether it is long or short, and who is not."""

from collections.abc import Iterable

import pytest

from customerbook.book.book import Book
from customerbook.book.known import Known
from customerbook.model.customer import Address, Customer
from tests.books import added, someone

KIEL = Address(street="Hafenstr. 1", postcode="24103", town="Kiel")


def placed(book: Book, customers: Iterable[Customer]) -> list[str]:
    """What becomes of customers that are looked up together."""
    known = Known(book)
    drafts = [known.draft(customer) for customer in customers]
    known.look_up(drafts)
    return [known.place(draft) for draft in drafts]


@pytest.mark.parametrize(
    ("there", "comes", "fate"),
    [
        (someone("Anna Berg", "0171 3920001"), someone("Anna Berg", "0171-392 0001"), "same"),
        (someone("Anna Berg", "0171 3920001"), someone("Berg Anna", "0171 3920001"), "same"),
        (someone("Anna Berg", "0171 3920001"), someone("Jan Berg", "0171 3920001"), "new"),
        (someone("Anna Berg", "0171 3920001"), someone("Anna Berg", "0171 3920002"), "new"),
        (someone("Anna Berg", "0171 3920001"), someone("Anna Berg"), "new"),
        (someone("Anna Berg", emails=["A@x.de"]), someone("Anna Berg", emails=["a@x.de"]), "same"),
        (someone("Anna Berg", uid="urn:7"), someone("Anna Tal", uid="urn:7"), "same"),
        (someone("Anna Berg", uid="urn:7"), someone("Anna Berg", uid="urn:8"), "new"),
        (someone("Anna Berg"), someone("Anna Berg"), "same"),
        (someone("Anna Berg", addresses=(KIEL,)), someone("Anna Berg", addresses=(KIEL,)), "same"),
        (someone("Anna Berg", addresses=(KIEL,)), someone("Anna Berg"), "new"),
        (someone("Anna Berg"), someone("Anna Berg", nickname="Anni"), "filled"),
    ],
)
def test_who_is_known_again(book: Book, there: Customer, comes: Customer, fate: str) -> None:
    added(book, someone("Oliver Müller", "0171 3920014", towns=["Kiel"]))
    known = added(book, there)
    assert placed(book, [comes]) == [fate]
    book.customers.remove(known.id)
    assert placed(book, [comes]) == ["new"], "who is in the bin is not meant"


def test_the_first_of_several_alike_is_meant(book: Book) -> None:
    first = added(book, someone("Anna Berg", "0171 3920001"))
    added(book, someone("Anna Berg", "0171 3920001"))
    known = Known(book)
    draft = known.draft(someone("Anna Berg", "0171 3920001", nickname="Anni"))
    known.look_up([draft])
    known.place(draft)
    assert [before.id for before, _ in known.changed()] == [first.id]


def test_rows_of_the_same_file_are_known_again_also_much_later(book: Book) -> None:
    added(book, someone("Oliver Müller", "0171 3920014"))
    known = Known(book)
    fates = []
    for name, phone in (("Anna Berg", "1"), ("Oliver Müller", "14"), ("Anna Berg", "1")):
        draft = known.draft(someone(name, f"0171 39200{phone:0>2}", nickname="x"))
        known.look_up([draft])
        fates.append(known.place(draft))
    assert fates == ["new", "filled", "same"]
    assert len(known.added()) == len(known.changed()) == 1
