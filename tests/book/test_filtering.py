"""Filters of the list of customers: each part, all together, orders, and search among them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from customerbook.book.book import Book
from customerbook.model.customer import Consent, Customer
from customerbook.model.errors import RightRefusedError
from customerbook.model.filter import EVERYBODY, Filter
from customerbook.model.followup import FollowUp
from customerbook.model.person import Person
from tests.books import added, logged, new_book, promised, reopened, someone
from tests.guards.clock import StoppedClock

NOW = datetime(2026, 11, 21, 9, 22, tzinfo=UTC)
DAY = date(2026, 10, 1)
OFTEN = date(2026, 10, 2)


@pytest.fixture
def book(tmp_path: Path, clock: StoppedClock) -> Iterator[Book]:
    """Seven customers, the first one long known; the last in the bin."""
    clock.moment = NOW - timedelta(days=400)
    made = new_book(tmp_path)
    jonas = made.people.add(Person(name="Jonas Weber")).first(Person)
    for customer in (
        someone("Oliver Müller", "0171 1", tags=("bike club", "VIP"), towns=["München"]),
        someone("Anna Zeller", "0171 2", tags=("Bike Club",), towns=["MÜNCHEN", "Germering"]),
        someone("Łukasz Żak", "0171 3", tags=("vip",), towns=["Germering"]),
        someone("Eleni Papa", "0171 4", responsible_id=jonas.id),
        someone("Noah Beck", "0171 5", responsible_id=1, tags=("bike club",)),
        someone("Mia Adler", "0171 6"),
        someone("Gone Away", "0171 7", tags=("bike club",), towns=["Germering"], responsible_id=1),
    ):
        added(made, customer)
    promised(made, "light", date(2026, 11, 27), customer_id=7)
    made.customers.remove(7)
    clock.moment = NOW
    yield made
    made.close()


def ids(book: Book, wanted: Filter, order: str = "name") -> list[int]:
    found = book.customers.ids(order, wanted)
    assert book.customers.count(wanted) == len(found)
    return found


def test_everybody_in_each_order(book: Book, clock: StoppedClock) -> None:
    logged(book, 3, moment=NOW - timedelta(days=2))
    logged(book, 1, moment=NOW - timedelta(days=1))
    clock.move(timedelta(days=1))
    new = added(book, someone("Zoe Ahrens", "0171 8"))
    assert book.customers.ids() == [6, new.id, 5, 1, 4, 3, 2]
    assert book.customers.ids("last-contact") == [1, 3, new.id, 6, 5, 4, 2]
    assert book.customers.ids("newest") == [new.id, 6, 5, 4, 3, 2, 1]
    for order in ("name", "last-contact", "newest"):
        everybody = book.customers.ids(order)
        some = [i for i in everybody if i in (1, 2, 5)]
        assert ids(book, Filter(("bike club",)), order) == some
    assert ids(book, EVERYBODY) == book.customers.ids()


def test_tags_are_wanted_all_and_however_written(book: Book) -> None:
    assert ids(book, Filter(("BIKE club",))) == [5, 1, 2]
    assert ids(book, Filter(("bike club", "vip"))) == [1]
    assert ids(book, Filter(("nothing",))) == []


def test_towns_fold(book: Book) -> None:
    assert ids(book, Filter(town="munchen")) == [1, 2]
    assert ids(book, Filter(town="Germering")) == [3, 2]
    assert book.customers.towns() == [
        ("Germering", 2),
        ("München", 2),
    ] or book.customers.towns() == [
        ("Germering", 2),
        ("MÜNCHEN", 2),
    ]
    assert len(book.customers.towns(1)) == 1


def test_a_responsible_person_or_nobody(book: Book) -> None:
    assert ids(book, Filter(responsible=1)) == [5]
    assert ids(book, Filter(responsible=2)) == [4]
    assert ids(book, Filter(responsible=0)) == [6, 1, 3, 2]


def test_open_followups_until_they_are_done(book: Book) -> None:
    assert ids(book, Filter(open_followup=True)) == []
    promise = promised(book, "saddle", date(2026, 11, 30), customer_id=2)
    assert ids(book, Filter(open_followup=True)) == [2]
    book.followups.complete(promise.id)
    assert ids(book, Filter(open_followup=True)) == []
    book.undo()
    assert ids(book, Filter(open_followup=True)) == [2]
    book.followups.add(FollowUp(title="nobody's", due_day=DAY))
    assert ids(book, Filter(open_followup=True)) == [2]


def test_quiet_for_days_counts_from_the_last_contact_or_the_beginning(
    book: Book, clock: StoppedClock
) -> None:
    logged(book, 1, moment=NOW - timedelta(days=100))
    visit = logged(book, 2, moment=NOW - timedelta(days=10))
    added(book, someone("New One", "0171 9"))
    assert ids(book, Filter(quiet_days=90)) == [6, 5, 1, 4, 3]
    assert ids(book, Filter(quiet_days=101)) == [6, 5, 4, 3]
    assert ids(book, Filter(quiet_days=500)) == []
    book.interactions.save(replace(visit, moment=NOW - timedelta(days=95)))
    assert 2 in ids(book, Filter(quiet_days=90))
    book.undo()
    assert 2 not in ids(book, Filter(quiet_days=90))
    clock.move(timedelta(days=81))
    assert 2 in ids(book, Filter(quiet_days=90))


@pytest.mark.parametrize(
    ("consents", "holds"),
    [
        ((Consent("Newsletter", True, DAY),), True),
        ((Consent("NEWSLETTER", True),), True),
        ((Consent("Newsletter", False, DAY),), False),
        ((Consent("Newsletter", True, DAY), Consent("newsletter", False, OFTEN)), False),
        ((Consent("Newsletter", False, OFTEN), Consent("Newsletter", True, DAY)), False),
        ((Consent("Newsletter", False, DAY), Consent("Newsletter", True, OFTEN)), True),
        ((Consent("Newsletter", True, DAY), Consent("Newsletter", False, DAY)), False),
        ((Consent("Photos", True, DAY),), False),
        ((), False),
    ],
)
def test_consent_is_given_and_not_withdrawn(
    book: Book, consents: tuple[Consent, ...], holds: bool
) -> None:
    book.customers.save(replace(book.customers.get(1), consents=consents))
    assert ids(book, Filter(consent="newsletter")) == ([1] if holds else [])


def test_purposes_in_use(book: Book) -> None:
    for i, purpose in ((1, "Photos"), (2, "Newsletter"), (3, "Newsletter")):
        consents = (Consent(purpose, True),)
        book.customers.save(replace(book.customers.get(i), consents=consents))
    assert book.customers.consents() == ["Newsletter", "Photos"]


def test_all_together(book: Book) -> None:
    changed = replace(
        book.customers.get(1), responsible_id=2, consents=(Consent("Newsletter", True),)
    )
    book.customers.save(changed)
    wanted = Filter(("bike club", "vip"), 2, False, 30, "münchen", "newsletter")
    assert ids(book, wanted) == [1]
    assert ids(book, replace(wanted, open_followup=True)) == []


def test_lists_follow_each_change(book: Book) -> None:
    wanted = Filter(("bike club",))
    assert ids(book, wanted) == [5, 1, 2]
    book.customers.remove(5)
    assert ids(book, wanted) == [1, 2]
    book.undo()
    assert ids(book, wanted) == [5, 1, 2]
    book.customers.save(replace(book.customers.get(1), given="Zoran", family="Aal"))
    assert ids(book, wanted) == [1, 5, 2]
    for _ in range(20):  # more filters than are kept
        ids(book, Filter((f"tag {_}",)))
    again = reopened(book)
    assert again.customers.ids("name", wanted) == [1, 5, 2]
    again.close()


def test_what_was_rolled_back_is_not_listed(book: Book) -> None:
    assert ids(book, Filter(("new",))) == []

    def stop(done: int) -> None:
        assert ids(book, Filter(("new",))) == ([1] if done else [])
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        book.customers.tag([1], ["new"], step=stop)
    assert ids(book, Filter(("new",))) == []


def test_search_finds_among_them_in_its_own_order(book: Book) -> None:
    for name in ("Anna Beckmann", "Beck Anton", "Rebecka Lund"):
        added(book, someone(name, "0171 9", tags=("bike club",)))
    added(book, someone("Beck Nobody", "0171 9"))
    noted = added(book, someone("Ida Note", "0171 9", tags=("bike club",)))
    logged(book, noted.id, "Met Mr Becker at the counter.")
    logged(book, 6, "Met Mr Becker as well.")
    wanted = Filter(("bike club",))

    def names(text: str, wanted: Filter = wanted, limit: int = 50) -> list[str]:
        return [hit.line.name for hit in book.customers.find(text, limit, wanted)]

    everybody = names("beck", EVERYBODY)
    assert "Beck Nobody" in everybody
    assert "Mia Adler" in everybody
    tagged = {book.customers.get(i).name for i in ids(book, wanted)}
    assert names("beck") == [name for name in everybody if name in tagged]
    assert names("beck")[-1] == "Ida Note"
    assert names("beck", limit=2) == names("beck")[:2]
    assert names("") == [book.customers.get(i).name for i in ids(book, wanted)]
    assert names("", limit=1) == ["Beck Anton"]
    assert names("beckmenn") == ["Anna Beckmann"]
    assert names("adlr") == []
    assert names("0171 9")[:1] != ["Beck Nobody"]
    assert names("b") == [name for name in names("b", EVERYBODY) if name in tagged]
    assert names("beck", Filter(("nothing",))) == []


def test_notes_of_others_are_passed_over(book: Book) -> None:
    seen = logged(book, 1, "Tandem wanted.")
    for _ in range(30):
        logged(book, 6, "Tandem wanted.")
    hits = book.customers.find("tandem", 5, Filter(("vip",)))
    assert [hit.line.id for hit in hits] == [1]
    assert "Tandem" in hits[0].detail
    book.interactions.assign(seen.id, 6)
    assert book.customers.find("tandem", 5, Filter(("vip",))) == []
    book.undo()
    assert len(book.customers.find("tandem", 5, Filter(("vip",)))) == 1


def test_nobody_signed_in_sees_nothing(book: Book) -> None:
    book.sign_out()
    for ask in (
        lambda: book.customers.ids(wanted=Filter(("vip",))),
        lambda: book.customers.count(Filter(("vip",))),
        book.customers.towns,
        book.customers.consents,
        book.lists.all,
    ):
        with pytest.raises(RightRefusedError):
            ask()


def test_a_customer_with_an_odd_tag_is_listed(book: Book) -> None:
    odd = added(book, someone("Odd One", "0171 9", tags=('"', "%_'")))
    assert ids(book, Filter(("%_'",))) == [odd.id]
    assert isinstance(book.customers.get(odd.id), Customer)
