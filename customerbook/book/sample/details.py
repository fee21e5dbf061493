"""Short ways to write down what is known of the regulars of the sample book."""

from datetime import date

from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    CustomerDate,
    DateKind,
    MethodKind,
)

NEWS = "Newsletter"
WORDING = "You may write to me about offers and events of the shop. I can stop this at any time."
AT_THE_COUNTER = "form at the counter"


def tel(value: str, label: str = "", *, preferred: bool = False) -> ContactMethod:
    """A phone number."""
    return ContactMethod(MethodKind.PHONE, value, label, preferred)


def mail(value: str, label: str = "", *, preferred: bool = False) -> ContactMethod:
    """An email address."""
    return ContactMethod(MethodKind.EMAIL, value, label, preferred)


def home(street: str, postcode: str, town: str, country: str = "DE") -> tuple[Address, ...]:
    """Where they live."""
    return (Address(street, postcode=postcode, town=town, country=country),)


def born(month: int, day: int, year: int | None = None) -> CustomerDate:
    """A birthday."""
    return CustomerDate(DateKind.BIRTHDAY, month, day, year)


def customer_for(day: date, years: int) -> CustomerDate:
    """That they have been a customer for so many years on a day to come."""
    first = years_before(day, years)
    return CustomerDate(
        DateKind.ANNIVERSARY, first.month, first.day, first.year, label="a customer"
    )


def news(day: date, *, given: bool) -> Consent:
    """Whether they want news of the shop."""
    return Consent(NEWS, given, day, WORDING, AT_THE_COUNTER)


def years_before(day: date, years: int) -> date:
    """The same day years ago; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def last_such_day(month: int, day: int, today: date) -> date:
    """The latest such day of a year before today."""
    this_year = date(today.year, month, day)
    return this_year if this_year < today else date(today.year - 1, month, day)
