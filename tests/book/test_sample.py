"""The sample book: the same customers for the same seed, all of it sound, nobody real."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from customerbook.book.book import Book
from customerbook.book.sample import make_sample
from customerbook.book.sample.hours import Calendar, opening_minutes
from customerbook.model.channel import Channel
from customerbook.model.customer import Customer, CustomerKind
from customerbook.model.errors import NothingToUndoError
from customerbook.model.filter import Filter
from customerbook.model.followup import FollowUpState
from customerbook.store import search_index
from tests.books import CHEAP, PASSPHRASE, reopened
from tests.guards.clock import StoppedClock

BERLIN = ZoneInfo("Europe/Berlin")
_RESERVED_PHONE = re.compile(
    r"(\+49|0049|0)171392\d{4}|(\+49|0049|0)1713920\d{3}|089\s?99998\d{3,5}|03023125\d{3,5}"
    r"|04066969\d{3,5}|\+447700900\d{3}|\+336399\d{6}|\+3363998\d{4}|\+467017406\d{2}"
)
_RESERVED_DOMAIN = re.compile(r".*(@|\.)(example|example\.(org|com|net))$")


def sample(folder: Path, customers: int = 120, interactions: int = 300, seed: int = 1) -> Book:
    folder.mkdir(exist_ok=True)
    book, _ = make_sample(
        folder / f"sample {seed}",
        passphrase=PASSPHRASE,
        customers=customers,
        interactions=interactions,
        seed=seed,
        cost=CHEAP,
    )
    return book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    made = sample(tmp_path_factory.mktemp("sample"), 400, 1500)
    yield made
    made.close()


def everyone(book: Book) -> list[Customer]:
    return book.customers.several(sorted(book.customers.ids()))


def test_there_are_as_many_as_were_wanted(book: Book) -> None:
    assert book.customers.count() == 400
    assert book.interactions.count() == 1500


@pytest.mark.parametrize(("customers", "interactions"), [(0, 0), (1, 0), (7, 12), (60, 20)])
def test_small_books_are_sound(tmp_path: Path, customers: int, interactions: int) -> None:
    book = sample(tmp_path, customers, interactions)
    assert book.customers.count() == customers
    assert book.interactions.count() == interactions
    assert book.check() == []
    book.close()


def test_the_book_is_sound(book: Book) -> None:
    assert book.check() == []


def undated(book: Book) -> list[Customer]:
    """Everyone without what is told from the day on which the sample was made."""
    nothing: dict[str, Any] = {"since": None, "created": None, "dates": (), "consents": ()}
    return [replace(c, **nothing, forbidden=()) for c in everyone(book)]


def test_the_same_seed_gives_the_same_customers_on_another_day(
    tmp_path: Path, clock: StoppedClock
) -> None:
    first = sample(tmp_path / "a")
    clock.move(timedelta(days=101, hours=7))
    second = sample(tmp_path / "b")
    assert undated(first) == undated(second)
    first.close()
    second.close()


def test_the_same_seed_at_the_same_moment_gives_the_same_book(
    tmp_path: Path, clock: StoppedClock
) -> None:
    assert clock.moment
    books = [sample(tmp_path / name) for name in "ab"]
    for table in ("customer", "method", "interaction", "followup", "purchase", "case"):
        first, second = (book.db.rows(f'SELECT * FROM "{table}" ORDER BY 1, 2') for book in books)
        assert first == second
    for book in books:
        book.close()


def test_another_seed_gives_others(tmp_path: Path) -> None:
    first, second = sample(tmp_path, 120, 10), sample(tmp_path, 120, 10, seed=2)
    names = [{c.name for c in everyone(book)} for book in (first, second)]
    first.close()
    second.close()
    assert len(names[0] ^ names[1]) > 60


def test_nobody_is_real(book: Book) -> None:
    for customer in everyone(book):
        for phone in customer.phones:
            assert _RESERVED_PHONE.fullmatch(re.sub(r"\(0\)|[\s()/-]", "", phone)), phone
        for email in customer.emails:
            assert _RESERVED_DOMAIN.fullmatch(email), email


def test_names_come_in_many_scripts(book: Book) -> None:
    names = " ".join(c.name for c in everyone(book))
    for part in ("Ελένη", "ليلى", "王小明", "さくら", "김민준", "לוי", "शर्मा", "Þórdís", "Đorđe"):
        assert part in names
    assert book.customers.resolve("Layla Haddad").name == "ليلى حداد"


def test_oliver_is_as_the_screens_want_him(book: Book) -> None:
    oliver = book.customers.resolve("Oliver Müller")
    facts = book.customers.facts(oliver.id)
    assert oliver.forbids(Channel.CALL)
    assert any(note.pinned for note in oliver.notes)
    assert (facts.contacts, facts.ratings, facts.usual_interval_days) == (23, 7, 35)
    assert facts.purchases == (("EUR", 4812_60),)
    assert [case.complaint for case in book.cases.open_of(oliver.id)] == [True]
    assert book.customers.lines([oliver.id])[0].open_complaint
    assert oliver.organisation_id
    assert book.customers.get(oliver.organisation_id).kind is CustomerKind.ORGANISATION


def test_something_is_late_and_something_is_due_today(tmp_path: Path, clock: StoppedClock) -> None:
    book = sample(tmp_path)
    due = book.followups.due()
    late = [line for line in due if line.due < clock.moment]
    assert [line.promise for line in late] == [False, True]
    assert [line.due_time and f"{line.due_time:%H:%M}" for line in due if line.promise] == [
        "18:00",
        "11:00",
        "16:30",
    ]
    assert len(book.followups.open()) > len(due) + 8
    latest = book.interactions.latest(5)
    assert [line.customer for line in latest][:2] == ["Grace Mueller", "+49 171 39200 77"]
    book.close()


@pytest.mark.parametrize("hour", range(0, 24, 3))
@pytest.mark.parametrize("day", [date(2026, 12, 27), date(2028, 2, 28), date(2027, 3, 28)])
def test_it_can_be_made_at_any_hour(
    tmp_path: Path, clock: StoppedClock, day: date, hour: int
) -> None:
    clock.moment = datetime(day.year, day.month, day.day, hour, 7, tzinfo=UTC)
    book = sample(tmp_path, 50, 150)
    moments = [moment for (moment,) in book.db.rows("SELECT moment FROM interaction ORDER BY id")]
    assert moments == sorted(moments)
    assert moments[-1] <= clock.moment.timestamp() * 1000
    book.close()


def test_things_happen_when_the_shop_is_open(book: Book) -> None:
    for interaction in book.interactions.several(list(range(1, 1501))):
        assert interaction.moment
        local = interaction.moment.astimezone(BERLIN)
        assert local.hour * 60 + local.minute in opening_minutes(local.date()), local


def test_nobody_is_met_before_they_were_known(book: Book) -> None:
    sql = (
        "SELECT count(*) FROM interaction i JOIN customer c ON c.id = i.customer_id "
        "WHERE i.moment < c.created"
    )
    assert book.db.rows(sql) == [(0,)]


def test_numbers_go_on_where_the_sample_ends(tmp_path: Path) -> None:
    again = reopened(sample(tmp_path))
    before = again.interactions.latest(1)[0].reference
    year, count = before.split("-")
    made = again.interactions.log(replace(again.interactions.get(1), customer_id=None, moment=None))
    reference = made.subject
    assert reference == f"{year}-{int(count) + 1:05}" or not reference.startswith(year)
    again.undo()
    with pytest.raises(NothingToUndoError):
        again.undo()
    again.close()


def test_notes_of_every_kind_can_be_found(book: Book) -> None:
    assert book.customers.find("battery")
    hits = book.customers.find("mül 0171")
    assert {"Oliver Müller", "Hannelore Müller", "Fatima Benali"} <= {h.line.name for h in hits}


def test_the_number_of_the_shipped_example_is_nobodys(book: Book) -> None:
    assert book.customers.find("0142") == []


def test_what_was_promised_has_ended(book: Book) -> None:
    ended = book.db.rows("SELECT state, count(*) FROM followup WHERE promise GROUP BY state")
    states = dict(ended)
    assert states[FollowUpState.KEPT] > 20
    assert set(states) <= set(FollowUpState)


def test_a_sample_that_is_stopped_leaves_no_book(tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(written: int) -> None:
        if written > 100:
            raise StoppedError

    with pytest.raises(StoppedError):
        make_sample(tmp_path / "shop", passphrase=PASSPHRASE, cost=CHEAP, step=stop)
    assert list(tmp_path.iterdir()) == []


def test_moments_are_told_from_now() -> None:
    saturday = Calendar(datetime(2026, 11, 21, 10, 22, tzinfo=BERLIN))
    assert saturday.minutes_ago(18).astimezone(BERLIN).strftime("%a %H:%M") == "Sat 10:03"
    assert saturday.minutes_ago(100).astimezone(BERLIN).strftime("%a %H:%M") == "Fri 18:11"
    assert saturday.open_day(1) == date(2026, 11, 23)
    assert saturday.open_day(-2) == date(2026, 11, 19)
    assert saturday.weekday(4) == date(2026, 11, 27)


def test_the_index_sorts_as_little_at_once_as_before(book: Book) -> None:
    for table in search_index.TABLES:
        sql = f"SELECT v FROM {table}_config WHERE k = 'hashsize'"
        assert book.db.rows(sql) == [(1024 * 1024,)]


def test_saved_lists_and_filters_show_something(book: Book) -> None:
    customers = book.customers
    lists = book.lists.all()
    assert len(lists) == 3
    filters = [one.wanted for one in lists]
    filters += [Filter(tags=(tag,)) for tag in customers.tags()[:10]]
    filters += [Filter(responsible=person.id) for person in book.people.all(active=True)]
    filters += [Filter(consent=purpose) for purpose in customers.consents()]
    filters += [Filter(town=town) for town, _ in customers.towns(5)]
    filters += [Filter(open_followup=True), Filter(quiet_days=90)]
    assert len(customers.consents()) == 2
    for wanted in filters:
        assert 0 < customers.count(wanted) < customers.count(), wanted
