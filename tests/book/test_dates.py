"""Birthdays and other days as they come round."""

from dataclasses import replace
from datetime import date

from customerbook.book.book import Book
from customerbook.model.channel import Channel
from customerbook.model.customer import CustomerDate, DateKind, Forbidden
from tests.books import added, someone


def _born(book: Book, name: str, month: int, day: int, year: int | None = None) -> int:
    born = CustomerDate(DateKind.BIRTHDAY, month, day, year)
    return added(book, someone(name, "030 5550199", dates=(born,))).id


def test_days_come_in_their_order_with_the_years(book: Book) -> None:
    _born(book, "Anna Late", 1, 2, 1980)
    _born(book, "Berta Early", 12, 30)
    _born(book, "Carl Outside", 1, 4)
    found = book.customers.dates_between(date(2026, 12, 28), date(2027, 1, 3))
    assert [(one.customer, one.day, one.years) for one in found] == [
        ("Berta Early", date(2026, 12, 30), None),
        ("Anna Late", date(2027, 1, 2), 47),
    ]
    assert found[0].phone == "030 5550199"


def test_the_29th_of_february_comes_each_year(book: Book) -> None:
    _born(book, "Leap Year", 2, 29, 2000)
    common = book.customers.dates_between(date(2027, 2, 22), date(2027, 3, 3))
    assert [(one.day, one.years) for one in common] == [(date(2027, 2, 28), 27)]
    leap = book.customers.dates_between(date(2028, 2, 22), date(2028, 3, 3))
    assert [(one.day, one.years) for one in leap] == [(date(2028, 2, 29), 28)]


def test_who_is_in_the_bin_has_no_day(book: Book) -> None:
    number = _born(book, "Gone Away", 6, 1)
    book.customers.remove(number)
    assert book.customers.dates_between(date(2026, 6, 1), date(2026, 6, 1)) == []


def test_an_unknown_day_of_a_month_never_comes(book: Book) -> None:
    _born(book, "Some Day", 6, 0)
    assert book.customers.dates_between(date(2026, 1, 1), date(2026, 12, 31)) == []


def test_who_may_not_be_called_is_told(book: Book) -> None:
    number = _born(book, "No Calls", 6, 1)
    customer = book.customers.get(number)
    book.customers.save(replace(customer, forbidden=(Forbidden(Channel.CALL),)))
    (one,) = book.customers.dates_between(date(2026, 6, 1), date(2026, 6, 1))
    assert one.forbidden == (Channel.CALL,)


def test_a_stretch_of_years_is_one_year(book: Book) -> None:
    _born(book, "Every Year", 6, 1)
    assert len(book.customers.dates_between(date(2026, 1, 1), date(2030, 1, 1))) == 1


def test_the_first_of_them_are_the_first_of_all(book: Book) -> None:
    for name, month, day in (("C", 6, 1), ("A", 6, 2), ("B", 6, 1), ("A", 6, 1), ("D", 6, 4)):
        _born(book, name, month, day)
    first, last = date(2026, 6, 1), date(2026, 6, 7)
    everyone = book.customers.dates_between(first, last)
    assert [(one.customer, one.day.day) for one in everyone] == [
        *(("A", 1), ("B", 1), ("C", 1)),
        *(("A", 2), ("D", 4)),
    ]
    for limit in range(1, 7):
        assert book.customers.dates_between(first, last, limit) == everyone[:limit]


def test_how_they_like_to_be_reached_comes_along(book: Book) -> None:
    day = (CustomerDate(DateKind.BIRTHDAY, 6, 1),)
    for name, liked in (("Anna Post", Channel.LETTER), ("Berta Any", None)):
        added(book, someone(name, "030 5550199", dates=day, preferred_channel=liked))
    found = book.customers.dates_between(date(2026, 6, 1), date(2026, 6, 1))
    assert [(one.customer, one.preferred) for one in found] == [
        ("Anna Post", Channel.LETTER),
        ("Berta Any", None),
    ]
