"""The many contacts: six years of visits, calls and mails on the opening days of the shop."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from random import Random

from customerbook.book.sample import phrases, places
from customerbook.book.sample.crowd import FROM_THE_START, YEARS
from customerbook.book.sample.draws import chance, pick
from customerbook.book.sample.hours import Calendar, opening_days, opening_minutes
from customerbook.book.sample.numbers import Numbers
from customerbook.model.channel import Channel, Direction
from customerbook.model.interaction import Interaction, Nature, Outcome

_CHANNELS = (
    *((Channel.VISIT,) * 49),
    *((Channel.CALL,) * 30),
    *((Channel.EMAIL,) * 13),
    *((Channel.MESSAGE,) * 6),
    Channel.LETTER,
    Channel.MEETING,
)
_OUTCOMES = (
    *((Outcome.RESOLVED,) * 68),
    *((Outcome.PROMISED,) * 8),
    *((Outcome.TO_FOLLOW_UP,) * 4),
    *((Outcome.NO_ANSWER,) * 4),
    *((Outcome.INFORMATION,) * 16),
)
_RATINGS = (5, 5, 5, 4, 5, 4, 4, 3, 5, 2, 4, 0, 5, 1, 3, 5)
_SUBJECTS = tuple(subject for subject in phrases.SUBJECTS for _ in range(subject.share))
# People come in the middle of the morning, and most of all after work.
_HOUR_WEIGHTS = {9: 8, 10: 12, 11: 10, 12: 6, 13: 4, 14: 8, 15: 11, 16: 14, 17: 19, 18: 10}


@dataclass(slots=True)
class Traffic:
    """Makes `count` contacts of customers `first_id` to `first_id + customers - 1`."""

    calendar: Calendar
    count: int
    first_id: int
    customers: int
    seed: int
    topic_ids: dict[str, int]
    numbers: Numbers
    _random: Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = chance("interactions", self.seed)

    def moments(self) -> Iterator[tuple[datetime, int]]:
        """Moments until yesterday in their order, and how many customers were known then."""
        random = chance("moments", self.seed)
        days = opening_days(self.calendar.today - timedelta(days=1), YEARS)[::-1]
        for number, day in enumerate(days):
            # A week late, so that nobody comes before the day they are known from.
            part = max(0.0, number / len(days) - 1 / 52 / YEARS)
            known = int(self.customers * (FROM_THE_START + (1 - FROM_THE_START) * part))
            count = self._upto(number + 1, len(days)) - self._upto(number, len(days))
            minutes = _weighted_minutes(day.weekday())
            drawn = [minutes[int(random.random() * len(minutes))] for _ in range(count)]
            midnight = self.calendar.moment(day, "00:00")
            for minute in sorted(drawn):
                yield midnight + timedelta(minutes=minute), known

    def _upto(self, number: int, days: int) -> int:
        """How many come until a day: half as many in the first year as in the last."""
        part = number / days
        return round(self.count * part * (2 + part) / 3)

    def contact(self, moment: datetime, known: int) -> Interaction:
        """What happened then, with one of the first `known` customers."""
        random = self._random.random
        kind, end, spread = random(), random(), random()
        subject = pick(self._random, _SUBJECTS)
        channel = _CHANNELS[int(kind * 100)]
        outcome = _OUTCOMES[int(end * 100)]
        if outcome is Outcome.NO_ANSWER and channel is not Channel.CALL:
            outcome = Outcome.RESOLVED
        # Two more digits of what was drawn already are as good as a number of their own.
        digits, half = int(end * 10_000) % 100, int(kind * 1000) % 10
        regular = spread * spread if half < 5 else spread
        at = int(known * regular)
        nobody = known == 0 or digits < 5
        outward = outcome is Outcome.NO_ANSWER or (channel is not Channel.VISIT and half < 3)
        call = channel is Channel.CALL
        complaint = subject.nature is Nature.COMPLAINT and not nobody
        note = pick(self._random, _notes(subject, outcome))
        if "{" in note:
            note = note.replace("{n}", str(100 + at % 900)).replace("{p}", str(60 + at % 40))
        number, reference = self.numbers.next_interaction(moment)
        return Interaction(
            number,
            reference,
            channel,
            Direction.OUTBOUND if outward else Direction.INBOUND,
            moment,
            20 + int(spread * 900) if call else None,
            None if nobody else self.first_id + at,
            places.mobile(at % 10_000, 0) if nobody and call else "",
            self.topic_ids[subject.topic],
            Nature.PRAISE if digits == 97 else subject.nature,
            note,
            phrases.PRIVATE[at % len(phrases.PRIVATE)] if digits > 96 else "",
            outcome,
            1 + digits % 4,
            _RATINGS[at % len(_RATINGS)] if 5 <= digits < 15 else None,
            self.numbers.next_case(moment) if complaint else None,
        )


@cache
def _weighted_minutes(weekday: int) -> tuple[int, ...]:
    """Minutes of the day at which people come, each as often as is usual."""
    some_day = date(2024, 1, 1 + weekday)  # a Monday, and the days after it
    minutes = opening_minutes(some_day)
    return tuple(minute for minute in minutes for _ in range(_HOUR_WEIGHTS[minute // 60]))


@cache
def _notes(subject: phrases.Subject, outcome: Outcome) -> tuple[str, ...]:
    """All notes on a subject that ended so: two or three sentences, numbers left open."""
    asked = subject.nature is Nature.ENQUIRY and outcome is Outcome.RESOLVED
    closings = phrases.CLOSINGS[Outcome.INFORMATION if asked else outcome]
    if outcome is Outcome.NO_ANSWER:
        return tuple(f"{matter} {closing}" for matter in subject.matters for closing in closings)
    return tuple(
        f"{matter} {deed} {closing}".rstrip()
        for matter in subject.matters
        for deed in subject.deeds
        for closing in closings
    )
