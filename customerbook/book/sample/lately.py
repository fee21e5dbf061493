"""What happened lately with the regulars of the sample book, and what is to be done for them."""

from datetime import time

from customerbook.book.sample.hours import Calendar
from customerbook.book.sample.shop import AYLIN, JONAS, MARTHA, TOMASZ
from customerbook.book.sample.story import Contact, Story, Task
from customerbook.model.channel import Channel, Direction
from customerbook.model.followup import FollowUpKind
from customerbook.model.interaction import Nature, Outcome

_OUT = Direction.OUTBOUND
_MONDAY, _TUESDAY, _WEDNESDAY, _FRIDAY = 0, 1, 2, 4


def lately(calendar: Calendar) -> Story:
    """Today and the days around it."""
    return Story([*_today(calendar), *_before(calendar)], [*_due(calendar), *_to_come(calendar)])


def _today(calendar: Calendar) -> list[Contact]:
    ago = calendar.minutes_ago
    return [
        Contact(
            "grace",
            ago(17),
            "Puncture",
            "Puncture mended\nTube replaced, tyre turned. She waited for it.",
            person=TOMASZ,
            rating=5,
            key="puncture",
        ),
        Contact(
            "",
            ago(24),
            "Puncture",
            "Voicemail: flat tyre by the river, do we come out?",
            Outcome.TO_FOLLOW_UP,
            Channel.CALL,
            nature=Nature.ENQUIRY,
            person=AYLIN,
            caller="+49 171 39200 77",
            duration=34,
        ),
        Contact(
            "özlem",
            ago(40),
            "Lights",
            "Light kit by Tuesday\nB&M front and rear, ordered. She collects it after work.",
            Outcome.PROMISED,
            Channel.CALL,
            nature=Nature.ORDER,
            person=JONAS,
            duration=190,
            key="light kit",
        ),
        Contact(
            "",
            ago(66),
            "Opening hours",
            "Asked for opening hours in Advent.",
            Outcome.INFORMATION,
            nature=Nature.ENQUIRY,
            person=AYLIN,
        ),
        Contact(
            "eleni",
            ago(185),
            "Cargo bikes",
            "“Can I bring the tandem on Monday?”",
            Outcome.TO_FOLLOW_UP,
            Channel.EMAIL,
            nature=Nature.ENQUIRY,
        ),
    ]


def _before(calendar: Calendar) -> list[Contact]:
    past = calendar.past
    return [
        Contact(
            "lüdenscheid",
            calendar.minutes_ago(82),
            "Invoice",
            "Invoice copy sent\nTheir bookkeeping had asked for it.",
            Outcome.INFORMATION,
            channel=Channel.EMAIL,
            direction=_OUT,
        ),
        Contact(
            "jean-baptiste",
            past(1, "12:20"),
            "Bike leasing",
            "No answer, tried twice.",
            Outcome.NO_ANSWER,
            Channel.CALL,
            _OUT,
            Nature.REQUEST,
            AYLIN,
        ),
        Contact(
            "mai",
            past(3, "17:05"),
            "Cargo bikes",
            "Tried two cargo bikes with both children. Wants a child bench, a rain cover, a quote.",
            Outcome.PROMISED,
            nature=Nature.ENQUIRY,
            person=JONAS,
            private_note="Her partner still has to be convinced: mention the leasing.",
            key="quote",
        ),
        Contact(
            "siobhán",
            past(2, "09:20"),
            "E-bike battery",
            "The range halved since September. Battery taken in for a test under load.",
            Outcome.PROMISED,
            nature=Nature.PROBLEM,
            person=AYLIN,
            key="battery",
        ),
        Contact(
            "fahrdienst",
            past(13, "10:40"),
            "Bike leasing",
            "Maintenance contract for eleven cargo bikes sent for signature.",
            Outcome.TO_FOLLOW_UP,
            Channel.EMAIL,
            _OUT,
            key="contract",
        ),
        Contact(
            "layla",
            past(7, "17:40"),
            "Bike fitting",
            "New saddle fitted, 155 mm, tilted by two degrees. She tries it for a week.",
            Outcome.TO_FOLLOW_UP,
            person=AYLIN,
            rating=4,
            key="saddle",
        ),
        Contact(
            "wojciech",
            past(11, "11:10"),
            "Brakes and gears",
            "Looks for a hub with a coaster brake, 36 holes. Ordered from the second dealer.",
            Outcome.TO_FOLLOW_UP,
            nature=Nature.ORDER,
            person=TOMASZ,
            key="hub",
        ),
        Contact(
            "maría",
            past(42, "15:05"),
            "Winter service",
            "Chain measured: 0.6 % worn. Brakes fine. Reminds her every six weeks.",
            person=JONAS,
            channel=Channel.CALL,
            direction=_OUT,
            rating=5,
            key="chain",
        ),
        Contact(
            "giulia",
            past(5, "13:30"),
            "Order and delivery",
            "Wants the tandem for a weekend with her sister. Reserved, deposit paid.",
            Outcome.PROMISED,
            Channel.CALL,
            nature=Nature.REQUEST,
            person=TOMASZ,
            duration=260,
            key="tandem",
        ),
        Contact(
            "sonnenblume",
            past(9, "09:10"),
            "Children’s bikes",
            "Six balance bikes ordered, two of them red. The invoice goes to the city.",
            Outcome.TO_FOLLOW_UP,
            Channel.MEETING,
            nature=Nature.ORDER,
            person=JONAS,
            key="balance bikes",
        ),
        Contact(
            "hannelore",
            past(19, "10:15"),
            "E-bike battery",
            "Charger exchanged, contacts cleaned. Showed her how to store the battery in winter.",
            person=MARTHA,
            rating=5,
        ),
    ]


def _due(calendar: Calendar) -> list[Task]:
    today = calendar.today
    return [
        Task(
            "mai",
            "Quote: cargo bike with child bench",
            today,
            calendar.later_today(35, "11:00"),
            JONAS,
            promise=True,
            origin="quote",
        ),
        Task(
            "siobhán",
            "E-bike battery tested and ready to be collected",
            today,
            calendar.later_today(330, "16:30"),
            AYLIN,
            promise=True,
            origin="battery",
        ),
        Task(
            "fahrdienst",
            "Ask for the signed maintenance contract",
            calendar.open_day(-2),
            kind=FollowUpKind.WRITE,
            origin="contract",
        ),
        Task(
            "layla",
            "Check after solving: does the new saddle fit?",
            today,
            person=AYLIN,
            kind=FollowUpKind.CHECK,
            origin="saddle",
        ),
        Task(
            "wojciech",
            "The Rücktrittbremsnabe is here: agree on a day",
            today,
            person=TOMASZ,
            not_before=time(14),
            origin="hub",
        ),
        Task(
            "maría",
            "Offer the chain and brake check before the winter",
            today,
            time(15),
            JONAS,
            recurrence="FREQ=WEEKLY;INTERVAL=6",
            origin="chain",
        ),
    ]


def _to_come(calendar: Calendar) -> list[Task]:
    day = calendar.weekday
    return [
        Task(
            "sonnenblume",
            "Deliver six balance bikes, take the invoice along",
            day(_MONDAY),
            time(9),
            JONAS,
            FollowUpKind.SEND,
            origin="balance bikes",
        ),
        Task(
            "özlem",
            "Light kit has come: she collects it after work",
            day(_TUESDAY),
            person=JONAS,
            promise=True,
            origin="light kit",
        ),
        Task(
            "grace",
            "Check after solving: does the tyre hold its air?",
            day(_WEDNESDAY),
            person=TOMASZ,
            kind=FollowUpKind.CHECK,
            origin="puncture",
        ),
        Task(
            "jean-baptiste",
            "Send the bike-leasing papers",
            day(_FRIDAY),
            time(9, 30),
            AYLIN,
            FollowUpKind.SEND,
        ),
        Task(
            "giulia",
            "Tandem reserved for the weekend",
            day(_FRIDAY),
            time(17),
            TOMASZ,
            promise=True,
            origin="tandem",
        ),
        Task(
            "hohenfels",
            "Invite him to the evening of old racing bikes",
            calendar.open_day(9),
            kind=FollowUpKind.KEEP_IN_TOUCH,
        ),
        Task(
            "groß",
            "Card with the winter opening hours",
            calendar.open_day(11),
            kind=FollowUpKind.WRITE,
            person=AYLIN,
        ),
        Task(
            "isartal",
            "Quote for the club’s jerseys and 14 helmets",
            calendar.open_day(11),
            time(18),
            TOMASZ,
            FollowUpKind.SEND,
            promise=True,
        ),
        Task("hannelore", "Ring up about the cover for the battery", calendar.open_day(7)),
    ]
