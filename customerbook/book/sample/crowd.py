"""The many: invented customers, the same ones for the same seed whatever day it is."""

from bisect import bisect
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from customerbook.book.sample import phrases, places
from customerbook.book.sample.cultures import CULTURES, Culture, Name
from customerbook.book.sample.draws import chance, pick
from customerbook.book.sample.hours import Calendar
from customerbook.model.channel import Channel
from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomerKind,
    CustomField,
    DateKind,
    Forbidden,
    MethodKind,
    Note,
)

YEARS = 6
"""How far the sample goes back."""

FROM_THE_START = 0.35
"""Part of the customers who were there when the book was begun."""

_ORGANISATION_EVERY = 17
_LEARNT = "form at the counter"
_WORDING = "You may write to me about offers and events of the shop. I can stop this at any time."
_SHOWN = "You may show pictures of my bike in your window and on your page."
_WEIGHTS = tuple(accumulate(culture.share for culture in CULTURES))
_NOBODY = Name("")


def known_since(number: int, count: int) -> float:
    """When the customer came in, from 0 (six years ago, or before) to 1 (now)."""
    begun = count * FROM_THE_START
    return max(0.0, (number - begun) / max(1.0, count - begun))


def crowd(count: int, first_id: int, seed: int, calendar: Calendar) -> Iterator[Customer]:
    """So many customers, the longest known first."""
    random = chance("customers", seed)
    employers: list[Customer] = []
    for number in range(count):
        day = _day(calendar.today, known_since(number, count), random)
        if number % _ORGANISATION_EVERY == 7:
            made = _organisation(random, first_id + number, number, day)
            employers = [*employers[-199:], made]
        else:
            made = _person(random, first_id + number, number, day, employers)
        yield made


def _day(today: date, part: float, random: Random) -> date:
    spread = random.randrange(900) if part == 0 else 0
    return today - timedelta(days=int((1 - part) * YEARS * 365) + spread)


def _person(
    random: Random, number_id: int, number: int, day: date, employers: list[Customer]
) -> Customer:
    culture = CULTURES[bisect(_WEIGHTS, random.random() * _WEIGHTS[-1])]
    given, family = _name(random, culture)
    in_script = bool(given.latin or family.latin) and random.random() < 0.5
    nickname = " ".join(n.latin for n in (given, family) if n.latin) if in_script else ""
    employer = pick(random, employers) if employers and random.random() < 0.08 else None
    home = places.address(random, culture.language)
    drawn = random.random()
    return Customer(
        id=number_id,
        prefix="Dr." if drawn < 0.02 else "",
        given=_shown(given, in_script=in_script),
        family=_shown(family, in_script=in_script),
        nickname=nickname,
        organisation=employer.organisation if employer else "",
        organisation_id=employer.id if employer else None,
        language=culture.language,
        preferred_channel=_PREFERRED[int(drawn * 100) % 10],
        best_time=("mornings", "after 17:00")[number % 2] if drawn > 0.92 else "",
        responsible_id=1 + number % 4 if 0.5 < drawn < 0.7 else None,
        since=day,
        created=_evening(day),
        methods=_methods(random, given.latin or given.written, family, number, home),
        addresses=(home,) if random.random() < 0.8 else (),
        dates=_birthday(random) if random.random() < 0.35 else (),
        notes=_notes(random) if random.random() < 0.12 else (),
        tags=_tags(random),
        fields=_bike(random, number) if random.random() < 0.4 else (),
        forbidden=_forbidden(random, day) if random.random() < 0.015 else (),
        consents=(*(_consent(random, day) if random.random() < 0.3 else ()), *_photos(drawn, day)),
    )


_PREFERRED = (*(None,) * 6, Channel.CALL, Channel.EMAIL, Channel.EMAIL, Channel.MESSAGE)


def _name(random: Random, culture: Culture) -> tuple[Name, Name]:
    if culture.full:
        return _NOBODY, pick(random, culture.full)
    sex = int(random.random() < 0.5)
    return pick(random, culture.given[sex]), pick(random, culture.family[sex])


def _shown(name: Name, *, in_script: bool) -> str:
    return name.written if in_script or not name.latin else name.latin


def _organisation(random: Random, number_id: int, number: int, day: date) -> Customer:
    family = pick(random, CULTURES[0].family[1]).written
    pattern = pick(random, phrases.ORGANISATIONS)
    name = pattern.format(family=family, place=pick(random, phrases.PLACES))
    office = ContactMethod(MethodKind.PHONE, places.landline(number, 1), "office")
    address = places.email("", name, number, random)
    return Customer(
        id=number_id,
        kind=CustomerKind.ORGANISATION,
        organisation=name,
        language="de",
        since=day,
        created=_evening(day),
        methods=(office, ContactMethod(MethodKind.EMAIL, address)),
        addresses=(places.address(random, ""),),
        tags=("trade",) if random.random() < 0.5 else (),
    )


def _methods(
    random: Random, given: str, family: Name, number: int, home: Address
) -> tuple[ContactMethod, ...]:
    drawn = random.random()
    found: list[ContactMethod] = []
    if drawn < 0.93:
        abroad = places.phone_abroad(home.country, number)
        # 7919 shares no factor with 10,000: each number comes once before any comes again.
        mobile = abroad or places.mobile(number * 7919 % 10_000, number)
        found.append(ContactMethod(MethodKind.PHONE, mobile, "mobile"))
    if drawn < 0.2:
        found.append(ContactMethod(MethodKind.PHONE, places.landline(number, number), "home"))
    if drawn > 0.4:
        address = places.email(given, family.latin or family.written, number, random)
        found.append(ContactMethod(MethodKind.EMAIL, address, preferred=drawn > 0.9))
    return tuple(found)


def _birthday(random: Random) -> tuple[CustomerDate, ...]:
    year = random.randrange(1938, 2008) if random.random() < 0.8 else None
    return (CustomerDate(DateKind.BIRTHDAY, random.randint(1, 12), random.randint(1, 28), year),)


def _notes(random: Random) -> tuple[Note, ...]:
    return (Note(pick(random, phrases.REMARKS), pinned=random.random() < 0.4),)


def _tags(random: Random) -> tuple[str, ...]:
    drawn = random.random()
    if drawn > 0.45:
        return ()
    first = pick(random, phrases.TAGS)
    second = pick(random, phrases.TAGS)
    return (first, second) if drawn < 0.1 and first != second else (first,)


def _bike(random: Random, number: int) -> tuple[CustomField, ...]:
    return (CustomField("Bike", f"{pick(random, phrases.BIKES)}, frame RL-{10_000 + number}"),)


def _forbidden(random: Random, day: date) -> tuple[Forbidden, ...]:
    return (Forbidden(pick(random, (Channel.CALL, Channel.EMAIL, Channel.LETTER)), day),)


def _consent(random: Random, day: date) -> tuple[Consent, ...]:
    return (Consent("Newsletter", random.random() < 0.7, day, _WORDING, _LEARNT),)


def _photos(drawn: float, day: date) -> tuple[Consent, ...]:
    return (Consent("Photos", drawn > 0.12, day, _SHOWN, _LEARNT),) if 0.1 < drawn < 0.2 else ()


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(7), UTC)
