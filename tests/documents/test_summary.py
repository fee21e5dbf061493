from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customerbook.documents.facts import PrintedInteraction, SummaryFacts
from customerbook.documents.options import Options, Period
from customerbook.documents.summary import draw_summary
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomerFacts,
    CustomField,
    DateKind,
    Forbidden,
    MethodKind,
    Note,
)
from customerbook.model.followup import FollowUpKind
from customerbook.model.interaction import Outcome
from customerbook.model.purchase import Purchase, PurchaseLine
from customerbook.model.shop import Shop
from tests.documents.catalogues import made_catalogue
from tests.documents.samples import (
    CONTACT,
    CUSTOMER,
    PROMISE,
    SUMMARY,
    flat_text,
    text_of_pages,
)

MARKUP = '<b>&"<img src="file:///etc/hostname"/>&amp; {0} %s</b>'
RICH = replace(
    CUSTOMER,
    organisation="Müller & Söhne",
    title="Head of logistics",
    best_time="after 17:00",
    preferred_channel=Channel.EMAIL,
    dates=(CustomerDate(DateKind.BIRTHDAY, 5, 3, 1980), CustomerDate(DateKind.OTHER, 9, 0)),
    tags=("regular", "e-bike"),
    forbidden=(Forbidden(Channel.CALL, date(2026, 5, 3), "Please write."),),
    consents=(
        Consent("Newsletter", given=True, day=date(2025, 1, 2)),
        Consent("Photos", given=False),
    ),
    fields=(CustomField("Frame number", "WTU123K"),),
)
FIGURES = CustomerFacts(date(2019, 4, 1), 60, CONTACT.moment, 9, 4.46, 12, (("EUR", 131260),))
ORDER = Purchase(
    number="W-40118",
    moment=CONTACT.moment,
    total=6490,
    source="till",
    lines=(PurchaseLine("Brake pads", 2, 3000), PurchaseLine("Labour", 1, 3490)),
)


def printed(facts: SummaryFacts = SUMMARY, **options: object) -> bytes:
    return draw_summary(facts, Options(**options)).content  # type: ignore[arg-type]


def history(count: int, note: str = "Rang about the brake pads.") -> tuple[PrintedInteraction, ...]:
    moment = CONTACT.moment
    assert moment is not None
    return tuple(
        replace(
            CONTACT,
            reference=f"2026-{number:05}",
            moment=moment - timedelta(days=number),
            channel=list(Channel)[number % 6],
            direction=list(Direction)[number % 2],
            outcome=list(Outcome)[number % 5],
            note=f"{note} ({number})",
            rating=number % 6 or None,
        )
        for number in range(count)
    )


def test_everything_known_is_said() -> None:
    facts = replace(
        SUMMARY, customer=RICH, responsible="Jonas Weber", figures=FIGURES, purchases=(ORDER,)
    )
    text = flat_text(printed(facts))
    for said in (
        "Customer summary Oliver Müller Head of logistics, Müller & Söhne",
        "As of 21 November 2026",
        "To remember Allergic to latex",
        "Take care Does not want: Call, since 3 May 2026. Please write.",
        "Email: oliver.m@example.org",
        "Phone: 0171 555 01 23",
        "Address Isarweg 7, 81543 München",
        "Birthday: 3 May 1980",
        "Day to remember: September",
        "By Jonas Weber",
        "Prefers: Email",
        "Best time: after 17:00",
        "Language: English",
        "Customer since 1 April 2019",
        "60 contacts, the last one on 21 November 2026",
        "Usually every 9 days",
        "Rated 4.5 of 5, asked 12 times",
        "Purchases: 1,312.60 EUR",
        "Tags regular, e-bike",
        "Frame number: WTU123K",
        "Newsletter: allowed, 2 January 2025",
        "Photos: refused",
        "We build a new rear wheel. promised",
        "Visit. Complaint: Wheel building You brought the rear wheel back.",
        "2 × Brake pads Labour W-40118, till",
        "64.90 EUR",
        "Oliver Müller, page 1 of",
    ):
        assert said in text
    assert "Haggles" not in text


def test_a_customer_of_whom_little_is_known() -> None:
    facts = SummaryFacts(Shop(), Customer(nickname="Oli"), date(2026, 11, 21))
    text = flat_text(printed(facts))
    assert "Customer summary Oli" in text
    for title in ("History", "Open promises", "Purchases", "To remember"):
        assert title not in text
    assert printed(SummaryFacts(Shop(), Customer(), date(2026, 11, 21))).startswith(b"%PDF")


def test_follow_ups_without_words_say_their_kind() -> None:
    quiet = replace(PROMISE, title="", kind=FollowUpKind.KEEP_IN_TOUCH, promise=False)
    assert "Keep in touch to follow up" in flat_text(printed(replace(SUMMARY, followups=(quiet,))))


def test_a_long_history_repeats_its_head_on_every_page() -> None:
    pages = text_of_pages(printed(replace(SUMMARY, history=history(60))))
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"page {number} of {len(pages)}" in page
        assert "When\nWhat\nOutcome" in page
    text = " ".join(pages)
    places = [text.index(f"2026-{number:05}") for number in range(60)]
    assert places == sorted(places)


def test_rows_of_the_history_are_not_torn() -> None:
    for page in text_of_pages(printed(replace(SUMMARY, history=history(60)))):
        notes = [line for line in page.splitlines() if line.startswith("Rang about")]
        references = [line for line in page.splitlines() if line.startswith("2026-")]
        assert len(notes) == len(references)


def test_a_note_longer_than_a_page_runs_on() -> None:
    note = " ".join(f"Word{number}" for number in range(2300))
    assert len(note) > 15_000
    pages = text_of_pages(printed(replace(SUMMARY, history=history(2, note))))
    text = " ".join(pages)
    assert len(pages) > 6
    words = text.split()
    assert all(words.count(f"Word{number}") == 2 for number in (0, 1500, 2298))
    assert all("When\nWhat\nOutcome" in page for page in pages)


@pytest.mark.parametrize(
    ("period", "title"),
    [
        (
            Period(date(2026, 1, 1), date(2026, 6, 30)),
            "History from 1 January 2026 to 30 June 2026",
        ),
        (Period(first=date(2026, 1, 1)), "History since 1 January 2026"),
        (Period(last=date(2026, 6, 30)), "History until 30 June 2026"),
        (Period(), "History When"),
    ],
)
def test_the_period_is_named(period: Period, title: str) -> None:
    assert title in flat_text(printed(replace(SUMMARY, period=period)))


def test_periods_hold_their_first_and_last_day() -> None:
    period = Period(date(2026, 1, 1), date(2026, 1, 31))
    assert period.holds(date(2026, 1, 1))
    assert period.holds(date(2026, 1, 31))
    assert not period.holds(date(2026, 2, 1))
    assert not period.holds(date(2025, 12, 31))
    assert Period().holds(date(1900, 1, 1))


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
def test_papers(paper: str) -> None:
    text = flat_text(printed(replace(SUMMARY, customer=RICH, history=history(9)), paper=paper))
    assert "Frame number: WTU123K" in text
    assert "2026-00008" in text


def _everywhere(text: str) -> SummaryFacts:
    texts: dict[str, Any] = {f.name: text for f in fields(Customer) if f.type is str}
    customer = Customer(
        **texts,
        methods=(ContactMethod(MethodKind.WEB, text, text),),
        addresses=(Address(text, text, text, text, text, text, text, text),),
        dates=(CustomerDate(DateKind.OTHER, 2, 29, None, text),),
        notes=(Note(text, pinned=True),),
        tags=(text,),
        fields=(CustomField(text, text),),
        forbidden=(Forbidden(Channel.CALL, None, text),),
        consents=(Consent(text, given=True),),
    )
    contact = replace(CONTACT, reference=text, topic=text, note=text, person=text)
    order = replace(ORDER, number=text, source=text, lines=(PurchaseLine(text),), currency="EUR")
    return replace(
        SUMMARY,
        customer=customer,
        responsible=text,
        followups=(replace(PROMISE, title=text, person=text),),
        history=(contact,),
        purchases=(order,),
    )


def test_markup_is_text_like_any_other() -> None:
    text = "".join(flat_text(printed(_everywhere(MARKUP))).split())
    assert text.count("".join(MARKUP.split())) > 20


@settings(max_examples=20)
@given(st.text(max_size=300))
def test_any_text_anywhere_can_be_printed(text: str) -> None:
    assert printed(_everywhere(text)).startswith(b"%PDF-1.")


def test_the_same_facts_give_the_same_bytes() -> None:
    facts = replace(SUMMARY, customer=RICH, history=history(20))
    assert printed(facts) == printed(facts)


def test_it_is_written_in_the_language_of_the_shop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = replace(
        SUMMARY,
        shop=replace(SUMMARY.shop, language="de"),
        customer=replace(CUSTOMER, language="en"),
        purchases=(ORDER,),
    )
    with made_catalogue("de", tmp_path, monkeypatch):
        text = flat_text(printed(facts))
    assert "Besuch. Complaint" in text
    assert "21. November 2026" in text
    assert "64,90 EUR" in text
