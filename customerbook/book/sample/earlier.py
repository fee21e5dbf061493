"""What the regulars of the sample book came for in earlier months and years."""

from customerbook.book.sample.hours import Calendar
from customerbook.book.sample.shop import AYLIN, JONAS, MARTHA, TOMASZ
from customerbook.book.sample.story import Contact, Matter, Order, Story, Task
from customerbook.model.case import CaseStatus
from customerbook.model.channel import Channel, Direction
from customerbook.model.followup import FollowUpKind, FollowUpState
from customerbook.model.interaction import Nature, Outcome

_LATE, _DAY = "promised day", "Promised day missed"


def earlier(calendar: Calendar) -> Story:
    """Contacts, a solved complaint, and orders of months and years ago."""
    return Story(
        [*_rhythms(calendar), *_single(calendar), *_complaint(calendar)],
        _kept(calendar),
        [
            Matter(
                _LATE,
                "kohlmüller",
                "Bike was not ready on the promised day",
                calendar.past(63, "18:05"),
                TOMASZ,
                complaint=True,
                status=CaseStatus.SOLVED,
                solved=calendar.past(60, "10:30"),
                cause=_DAY,
                correction="Apologised, brought the bike to Dachau, service free of charge.",
                prevention="Parts are counted before a day is promised.",
            )
        ],
        _orders(calendar),
    )


def _rhythms(calendar: Calendar) -> list[Contact]:
    """Customers who come at regular intervals, two of them no more."""
    cafe = [
        Contact(
            "morgenrot",
            calendar.past(77 + 35 * n, "09:30"),
            "Cargo bikes",
            ("Delivery bike: chain oiled, tyres pumped, brakes set.", "Delivery bike: new pads.")[
                n % 2
            ],
            person=(JONAS, TOMASZ)[n % 2],
            rating=5 if n == 1 else None,
        )
        for n in range(8)
    ]
    racer = [
        Contact(
            "øyvind",
            calendar.past(213 + 91 * n, "13:15"),
            "Brakes and gears",
            ("Gears set for the mountains.", "Chain waxed, headset tightened.")[n % 2],
            person=TOMASZ,
            rating=(5, 4, None)[n % 3],
        )
        for n in range(6)
    ]
    fleet = [
        Contact(
            "fahrdienst",
            calendar.past(41 + 28 * n, "10:05"),
            "Cargo bikes",
            f"Monthly round: {3 + n % 4} of 11 cargo bikes checked, see list.",
            person=MARTHA,
            channel=Channel.VISIT,
        )
        for n in range(12)
    ]
    return [*cafe, *racer, *fleet]


def _single(calendar: Calendar) -> list[Contact]:
    past, out = calendar.past, Direction.OUTBOUND
    return [
        Contact(
            "maría",
            past(84, "15:10"),
            "Brakes and gears",
            "Brake check: all fine. Next in six weeks.",
            person=JONAS,
            channel=Channel.CALL,
            direction=out,
        ),
        Contact(
            "giulia",
            past(130, "16:25"),
            "Accessories",
            "Panniers for Lake Garda, both sides. “The best shop in town.”",
            nature=Nature.PRAISE,
            person=AYLIN,
            rating=5,
        ),
        Contact(
            "sanne",
            past(101, "17:20"),
            "Puncture",
            "On tour to Venice: puncture and new rear tyre within the hour.",
            person=TOMASZ,
            rating=5,
        ),
        Contact(
            "ivana",
            past(380, "10:50"),
            "Second-hand",
            "Looks for a folding bike, used. Promised to ring when one comes in.",
            Outcome.PROMISED,
            nature=Nature.ENQUIRY,
            person=AYLIN,
            key="folding bike",
        ),
        Contact(
            "ivana",
            past(370, "11:30"),
            "Second-hand",
            "A folding bike came in; she takes it.",
            channel=Channel.CALL,
            direction=out,
            person=AYLIN,
            duration=120,
        ),
        Contact(
            "fatima",
            past(46, "16:05"),
            "Children’s bikes",
            "Training wheels taken off. He can ride!",
            person=JONAS,
            rating=5,
        ),
        Contact(
            "müller & söhne",
            past(22, "11:40"),
            "Bike leasing",
            "Twelve employees want leasing bikes. Meeting in their canteen agreed.",
            channel=Channel.MEETING,
            nature=Nature.ENQUIRY,
            person=MARTHA,
        ),
        Contact(
            "isartal",
            past(30, "17:50"),
            "Order and delivery",
            "Jerseys for the new season: sizes collected, quote wanted.",
            Outcome.PROMISED,
            nature=Nature.ENQUIRY,
            person=TOMASZ,
        ),
        Contact(
            "hohenfels",
            past(160, "10:35"),
            "Wheel building",
            "Tubulars of the 1952 track bike glued. He tells of the six-day races.",
            person=MARTHA,
        ),
        Contact(
            "unknown",
            past(15, "12:05"),
            "Second-hand",
            "Is there a used child seat? None at the moment.",
            Outcome.INFORMATION,
            Channel.CALL,
            nature=Nature.ENQUIRY,
            person=AYLIN,
            duration=45,
        ),
        Contact(
            "алёна",
            past(33, "17:10"),
            "Brakes and gears",
            "Front brake squealed; disc cleaned, pads sanded.",
            person=TOMASZ,
        ),
        Contact(
            "王",
            past(58, "16:45"),
            "Bike leasing",
            "Asked whether the university leases bikes. It does.",
            Outcome.INFORMATION,
            Channel.MESSAGE,
            nature=Nature.ENQUIRY,
            person=AYLIN,
        ),
        Contact(
            "प्रिया",
            past(90, "17:25"),
            "Lights",
            "Dynamo light fitted, daytime light explained.",
            person=JONAS,
            rating=4,
        ),
        Contact(
            "groß",
            past(240, "09:40"),
            "Winter service",
            "Letter with the price list sent, as she has no computer.",
            channel=Channel.LETTER,
            direction=out,
        ),
    ]


def _complaint(calendar: Calendar) -> list[Contact]:
    past = calendar.past
    return [
        Contact(
            "kohlmüller",
            past(70, "16:10"),
            "E-bike battery",
            "Battery exchange, ready in a week.",
            Outcome.PROMISED,
            person=TOMASZ,
            key="exchange",
        ),
        Contact(
            "kohlmüller",
            past(63, "18:05"),
            "Order and delivery",
            "Came to collect the bike, it was not ready. Annoyed, with good reason.",
            Outcome.TO_FOLLOW_UP,
            nature=Nature.COMPLAINT,
            person=TOMASZ,
            matter=_LATE,
        ),
        Contact(
            "kohlmüller",
            past(60, "10:30"),
            "Order and delivery",
            "Bike brought to Dachau, apologised. He was pleased.",
            direction=Direction.OUTBOUND,
            person=MARTHA,
            rating=4,
            matter=_LATE,
        ),
    ]


def _kept(calendar: Calendar) -> list[Task]:
    return [
        Task(
            "ivana",
            "Ring when a folding bike comes in",
            calendar.past(366, "10:00").date(),
            person=AYLIN,
            promise=True,
            state=FollowUpState.KEPT,
            origin="folding bike",
        ),
        Task(
            "kohlmüller",
            "E-bike ready with the new battery",
            calendar.past(63, "10:00").date(),
            person=TOMASZ,
            kind=FollowUpKind.OTHER,
            promise=True,
            state=FollowUpState.KEPT_LATE,
            origin="exchange",
        ),
    ]


def _orders(calendar: Calendar) -> list[Order]:
    past = calendar.past
    return [
        Order(
            "sanne", "T-40007", past(101, "17:20"), (("Tyre 40 mm", 1, 44_90), ("Tube", 2, 15_80))
        ),
        Order(
            "giulia", "W-39744", past(130, "16:25"), (("Panniers, pair", 1, 129_00),), "web shop"
        ),
        Order("fahrdienst", "T-39988", past(97, "10:30"), (("Brake pads", 22, 327_80),)),
        Order("morgenrot", "T-38816", past(147, "09:45"), (("Tyre 50 mm", 2, 79_80),)),
        Order("hannelore", "T-40101", past(19, "10:20"), (("Charger 36 V", 1, 149_00),)),
        Order("fatima", "T-39950", past(46, "16:15"), (("Helmet, child", 1, 39_95),)),
        Order("øyvind", "T-37702", past(213, "13:20"), (("Chain wax", 1, 18_50),)),
        Order("grace", "T-36010", past(395, "11:00"), (("Winter storage", 1, 60_00),)),
    ]
