"""The matter of Oliver Müller: years of visits, one wheel, a complaint, a promise that is late."""

from datetime import time

from customerbook.book.sample.hours import Calendar
from customerbook.book.sample.shop import AYLIN, JONAS, MARTHA, TOMASZ
from customerbook.book.sample.story import Contact, Matter, Order, Story, Task
from customerbook.model.channel import Channel
from customerbook.model.followup import FollowUpKind
from customerbook.model.interaction import Nature, Outcome

_WHO, _CASE, _WHEEL = "oliver", "rear wheel", "Wheel building"
_FRIDAY, _TUESDAY = 4, 1

# Days ago, time, topic, note, person, rating.
_EARLIER: tuple[tuple[int, str, str, str, int, int | None], ...] = (
    (
        45,
        "17:30",
        "Lights",
        "Rear light flickers: cable in the mudguard chafed, replaced.",
        TOMASZ,
        4,
    ),
    (80, "16:50", "Brakes and gears", "Pads changed front and rear, cable oiled.", JONAS, None),
    (115, "18:05", "Accessories", "Bell and bottle cage fitted while he waited.", AYLIN, None),
    (155, "17:15", _WHEEL, "Rear wheel trued again: 1.5 mm to the left after 600 km.", JONAS, 3),
    (190, "16:40", "Puncture", "Tubeless tape replaced, new sealant.", TOMASZ, None),
    (218, "17:55", _WHEEL, "Rear wheel trued, spokes of the drive side tightened.", JONAS, 4),
    (253, "12:10", _WHEEL, "New rear wheel built: 32 holes, dynamo hub stays in front.", JONAS, 5),
    (290, "17:20", "Winter service", "Chain, cassette and cables for the winter.", TOMASZ, None),
    (325, "16:35", "Lights", "Front light set anew, it dazzled.", AYLIN, None),
    (361, "17:45", "Brakes and gears", "Rear derailleur bent by a fall, straightened.", TOMASZ, 4),
    (396, "10:20", "Accessories", "Advice on panniers; he thinks about it.", MARTHA, None),
    (431, "18:10", "Puncture", "Glass in the front tyre, tube changed.", AYLIN, None),
    (466, "17:05", "Brakes and gears", "Hydraulic brake bled, new levers ordered.", TOMASZ, None),
    (502, "16:45", "Brakes and gears", "Levers fitted.", TOMASZ, None),
    (537, "12:40", "Bike fitting", "Handlebar 2 cm higher, stem turned.", AYLIN, 2),
    (572, "17:35", "Order and delivery", "Tyres arrived, 45 mm, fitted.", JONAS, None),
    (700, "11:15", "Winter service", "Full service, bearings greased.", JONAS, None),
    (
        900,
        "17:00",
        "Bike leasing",
        "Leasing of the gravel bike explained, papers given.",
        MARTHA,
        None,
    ),
    (1300, "16:30", "Puncture", "Puncture mended.", TOMASZ, None),
    (1900, "15:50", "Brakes and gears", "First service of the old city bike.", JONAS, None),
    (2390, "16:10", "Accessories", "Bought a lock; moved here from Hamburg.", MARTHA, None),
)


def oliver(calendar: Calendar) -> Story:
    """Contacts, case, promises and orders."""
    opened = calendar.past(9, "09:05")
    return Story(
        [*_complaint(calendar), *_earlier(calendar)],
        _tasks(calendar),
        [
            Matter(
                _CASE,
                _WHO,
                "Rear wheel trued twice, still wobbles",
                opened,
                complaint=True,
                cause="Wheel wobbles after truing",
            )
        ],
        _orders(calendar),
    )


def _complaint(calendar: Calendar) -> list[Contact]:
    return [
        Contact(
            _WHO,
            calendar.past(4, "16:20"),
            _WHEEL,
            "Trued in April and in June, wobbles again after 80 km. He wants a new wheel, free.",
            Outcome.PROMISED,
            nature=Nature.COMPLAINT,
            person=JONAS,
            private_note="He is right: the rim is from the bad batch. Rather generous than long.",
            matter=_CASE,
            key="new wheel",
            rating=2,
        ),
        Contact(
            _WHO,
            calendar.past(9, "09:05"),
            _WHEEL,
            "“It wobbles again. That makes three times.”",
            Outcome.PROMISED,
            Channel.EMAIL,
            nature=Nature.PROBLEM,
            person=AYLIN,
            matter=_CASE,
            key="wobbles again",
        ),
    ]


def _earlier(calendar: Calendar) -> list[Contact]:
    return [
        Contact(_WHO, calendar.past(days, at), topic, note, person=person, rating=rating)
        for days, at, topic, note, person, rating in _EARLIER
    ]


def _tasks(calendar: Calendar) -> list[Task]:
    yesterday = calendar.open_day(-1)
    return [
        Task(
            _WHO,
            "In writing: is the new rear wheel free of charge?",
            yesterday,
            time(18) if yesterday.weekday() < 5 else time(13, 30),
            MARTHA,
            FollowUpKind.WRITE,
            promise=True,
            origin="wobbles again",
            matter=_CASE,
        ),
        Task(
            _WHO,
            "Was the answer clear?",
            calendar.weekday(_TUESDAY),
            kind=FollowUpKind.CHECK,
            matter=_CASE,
        ),
        Task(
            _WHO,
            "New rear wheel, free of charge",
            calendar.weekday(_FRIDAY),
            time(14),
            JONAS,
            FollowUpKind.OTHER,
            promise=True,
            origin="new wheel",
            matter=_CASE,
        ),
    ]


def _orders(calendar: Calendar) -> list[Order]:
    def order(days: int, number: str, article: str, cents: int, source: str = "till") -> Order:
        moment = calendar.past(days, "16:15")
        return Order(_WHO, number, moment, ((article, 1, cents),), source)

    return [
        order(22, "W-40118", "Mudguards 45 mm, black", 64_90, "web shop"),
        order(80, "T-39207", "Brake pads and cables, fitted", 76_00),
        order(253, "T-36671", "Rear wheel, hand-built, 32 holes", 529_00),
        order(290, "T-36104", "Chain and cassette, 11 speed", 119_00),
        order(466, "T-33590", "Brake levers, pair", 89_90),
        order(572, "T-31874", "Tyre 45 mm, fitted", 45_80),
        order(700, "T-29961", "Front wheel with dynamo hub", 389_00),
        order(900, "T-27412", "Gravel bike, frame RL-20871", 3499_00),
    ]
