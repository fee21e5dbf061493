"""A shop, a customer and a contact to print, and how a reader sees the pages."""

from datetime import date, datetime, time
from io import BytesIO
from zoneinfo import ZoneInfo

import pypdf
import pypdfium2

from customerbook.documents.facts import (
    ConfirmationFacts,
    PrintedFollowUp,
    PrintedInteraction,
    SummaryFacts,
)
from customerbook.model.customer import Address, ContactMethod, Customer, MethodKind, Note
from customerbook.model.followup import FollowUpKind
from customerbook.model.interaction import Nature, Outcome
from customerbook.model.shop import Shop

SHOP = Shop(
    name="Radwerk Linden",
    line="Bicycles, repairs, wheel building",
    street="Lindenstraße 14",
    postcode="81545",
    town="München",
    phone="089 99998 140",
    email="service@radwerk-linden.example",
    hours="Monday to Friday 9:00 to 18:30",
    owner="Martha Lindner",
)
CUSTOMER = Customer(
    prefix="Mr",
    given="Oliver",
    family="Müller",
    addresses=(Address(street="Isarweg 7", postcode="81543", town="München", country="DE"),),
    methods=(
        ContactMethod(MethodKind.EMAIL, "oliver.m@example.org"),
        ContactMethod(MethodKind.PHONE, "0171 555 01 23"),
    ),
    notes=(Note("Allergic to latex", pinned=True), Note("Haggles")),
    language="en",
)
CONTACT = PrintedInteraction(
    reference="2026-01188",
    moment=datetime(2026, 11, 21, 10, 22, tzinfo=ZoneInfo("Europe/Berlin")),
    topic="Wheel building",
    nature=Nature.COMPLAINT,
    note="You brought the rear wheel back.",
    outcome=Outcome.PROMISED,
    person="Martha Lindner",
)
PROMISE = PrintedFollowUp(
    title="We build a new rear wheel.",
    kind=FollowUpKind.WRITE,
    due_day=date(2026, 11, 27),
    due_time=time(14),
    person="Jonas Weber",
    promise=True,
)
CONFIRMATION = ConfirmationFacts(SHOP, CONTACT, date(2026, 11, 21), CUSTOMER, (PROMISE,))
SUMMARY = SummaryFacts(SHOP, CUSTOMER, date(2026, 11, 21), followups=(PROMISE,), history=(CONTACT,))


def text_of_pages(content: bytes) -> list[str]:
    """The text of each page, lines ending where they end on paper."""
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages]


def flat_text(content: bytes) -> str:
    """All text with single spaces for any space or line end."""
    return " ".join(" ".join(text_of_pages(content)).split())


def text_as_read(content: bytes) -> str:
    """The text as the preview and most viewers find it, right-to-left lines in reading order."""
    document = pypdfium2.PdfDocument(content)
    found: list[str] = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return "\n".join(found)
