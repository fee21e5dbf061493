"""The invented shop itself: letterhead, people, topics, snippets."""

from customerbook.model.catalogue import Snippet
from customerbook.model.filter import Filter
from customerbook.model.saved_list import SavedList
from customerbook.model.shop import Shop
from customerbook.model.texts import resources

MARTHA, JONAS, AYLIN, TOMASZ = 1, 2, 3, 4
"""Ids of the people: the owner is the first in every new book."""

OWNER = "Martha Lindner"
STAFF = (
    ("Jonas Weber", 1, "16:41"),
    ("Aylin Kaya", 1, "16:40"),
    ("Tomasz Nowak", 3, "16:02"),
)
"""Who else works there, how many days ago they were here last, and when."""

TOPICS = (
    "E-bike battery",
    "Brakes and gears",
    "Wheel building",
    "Order and delivery",
    "Fahrradgepäckträgerbefestigung",
    "Opening hours",
    "Puncture",
    "Lights",
    "Bike leasing",
    "Cargo bikes",
    "Bike fitting",
    "Children’s bikes",
    "Winter service",
    "Invoice",
    "Guarantee",
    "Accessories",
    "Second-hand",
)

SNIPPETS = (
    Snippet(keyword="guarantee", text="covered by the two-year guarantee"),
    Snippet(keyword="thanks", text="Thank you for your visit. Ride safely!"),
    Snippet(keyword="ready", text="The bike is ready to be collected during our opening hours."),
    Snippet(keyword="service", text="Brakes, gears, chain, lights and tyre pressure checked."),
    Snippet(keyword="quote", text="This quote is binding for four weeks."),
    Snippet(keyword="battery", text="Battery tested under load; remaining capacity noted below."),
    Snippet(keyword="pickup", text="Please bring this confirmation when you collect the bike."),
)

LISTS = (
    SavedList(name="Leasing bikes to check", wanted=Filter(("leasing",), quiet_days=90)),
    SavedList(name="Newsletter, Munich", wanted=Filter(town="München", consent="Newsletter")),
    SavedList(
        name="Mine, something to do",
        wanted=Filter(responsible=1, open_followup=True),
        order="last-contact",
    ),
)
"""Saved lists; the owner is person 1."""


def shop() -> Shop:
    """The shop as its letterhead has it."""
    logo = resources() / "examples" / "logo.png"
    return Shop(
        name="Radwerk Linden",
        line="Bicycles, repairs, wheel building",
        street="Lindenstraße 14",
        postcode="81545",
        town="München",
        country="DE",
        phone="089 99998 140",
        email="service@radwerk-linden.example",
        web="radwerk-linden.example",
        hours="Monday to Friday 9:00 to 18:30, Saturday 9:00 to 14:00",
        owner=OWNER,
        language="en",
        zone="Europe/Berlin",
        currency="EUR",
        logo=logo.read_bytes(),
    )
