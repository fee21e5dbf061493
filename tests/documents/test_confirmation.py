import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customerbook.documents.confirmation import confirmation_title, draw_confirmation
from customerbook.documents.facts import (
    ConfirmationFacts,
    PrintedFollowUp,
    PrintedInteraction,
)
from customerbook.documents.options import Options
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import Address, ContactMethod, Customer, MethodKind
from customerbook.model.errors import InvalidInputError
from customerbook.model.shop import Shop
from tests.documents.catalogues import made_catalogue
from tests.documents.samples import (
    CONFIRMATION,
    CONTACT,
    CUSTOMER,
    PROMISE,
    SHOP,
    flat_text,
    text_as_read,
    text_of_pages,
)

MARKUP = '<b>&"<img src="file:///etc/hostname"/>&amp;<a href="http://example.org">x</a> {0} %s</b>'
LABELS = (
    "When and how",
    "Served by",
    "Matter",
    "What we discussed",
    "What we agreed",
    "Next step",
    "Your questions",
)


def printed(facts: ConfirmationFacts = CONFIRMATION, **options: object) -> bytes:
    return draw_confirmation(facts, Options(**options)).content  # type: ignore[arg-type]


def test_everything_stands_on_one_page() -> None:
    printout = draw_confirmation(CONFIRMATION, Options())
    (page,) = text_of_pages(printout.content)
    assert printout.pages == 1
    assert printout.remarks() == ()
    for text in (
        "Radwerk Linden, Lindenstraße 14, 81545 München",
        "Mr Oliver Müller\nIsarweg 7\n81543 München",
        "2026-01188\n21 November 2026",
        "Confirmation of your visit",
        "When and how\nSaturday, 21 November 2026, 10:22, in our shop",
        "Served by\nMartha Lindner",
        "Matter\nComplaint: Wheel building",
        "What we discussed\nYou brought the rear wheel back.",
        "We build a new rear wheel.\nBy Friday, 27 November 2026, 14:00 at the latest.",
        "Jonas Weber will write to you at oliver.m@example.org.",
        "München, signature of the customer",
        "Radwerk Linden, owner Martha Lindner",
        "2026-01188, page 1 of 1",
    ):
        assert text in page
    assert len(printout.content) < 60_000


def test_the_file_says_what_it_is() -> None:
    reader = pypdf.PdfReader(BytesIO(printed()))
    assert reader.metadata is not None
    assert reader.metadata.title == "Confirmation of your visit 2026-01188"
    assert reader.metadata.author == "Radwerk Linden"
    assert str(reader.root_object["/Lang"]) == "en"
    page = reader.pages[0]
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (595, 842)
    fonts = _object(page["/Resources"])["/Font"]
    embedded = [f["/BaseFont"] for f in map(_object, fonts.values()) if "/ToUnicode" in f]
    assert sorted(name.split("+")[1] for name in embedded) == ["Lato-Bold", "Lato-Regular"]


def _object(reference: Any) -> Any:
    return reference.get_object()


def test_rows_without_content_are_left_out() -> None:
    bare = PrintedInteraction(reference="2026-00001", moment=CONTACT.moment)
    text = flat_text(printed(ConfirmationFacts(SHOP, bare, date(2026, 11, 21))))
    assert [label for label in LABELS if label in text] == ["When and how", "Your questions"]


def test_a_walk_in_gets_a_confirmation_without_address() -> None:
    text = flat_text(printed(replace(CONFIRMATION, customer=None, promises=())))
    assert "Lindenstraße 14, 81545 München Number" not in text
    assert "2026-01188" in text


@pytest.mark.parametrize(("caller", "named"), [("Mrs Kim", True), ("0171 555 01 99", False)])
def test_a_caller_with_a_name_is_addressed(caller: str, named: bool) -> None:
    contact = replace(CONTACT, caller=caller)
    text = flat_text(printed(ConfirmationFacts(SHOP, contact, date(2026, 11, 21))))
    assert (caller in text) is named


def test_nothing_known_at_all() -> None:
    empty = ConfirmationFacts(Shop(), PrintedInteraction(""), date(2026, 11, 21))
    assert "In our shop" in flat_text(printed(empty))


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("direction", Direction)
def test_every_kind_of_contact_has_its_words(channel: Channel, direction: Direction) -> None:
    contact = replace(CONTACT, channel=channel, direction=direction, duration=240)
    title = confirmation_title(contact, "en")
    text = flat_text(printed(replace(CONFIRMATION, interaction=contact)))
    assert title.startswith("Confirmation of ")
    assert title in text
    timed = channel in (Channel.CALL, Channel.MEETING)
    assert ("(4 minutes)" in text) is timed


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
def test_papers(paper: str) -> None:
    text = flat_text(printed(paper=paper))
    for label in LABELS:
        assert label in text


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="There is no paper “A0”"):
        printed(paper="A0")


def test_parts_can_be_left_off() -> None:
    whole = printed()
    bare = printed(signature=False, qr=False, letterhead=False)
    assert "signature of the customer" in flat_text(whole)
    assert "signature of the customer" not in flat_text(bare)
    assert "Bicycles, repairs" in flat_text(whole)
    assert "Bicycles, repairs" not in flat_text(bare)
    squares = [pypdf.PdfReader(BytesIO(c)).pages[0].get_contents() for c in (whole, bare)]
    assert [c is not None and c.get_data().count(b" re ") > 50 for c in squares] == [True, False]


def test_without_letterhead_everything_else_stays_in_its_place() -> None:
    def place(content: bytes) -> float:
        found: list[float] = []

        def look(text: str, _cm: object, tm: list[float], _font: object, _size: object) -> None:
            if text.strip() == "Served by":
                found.append(tm[5])

        pypdf.PdfReader(BytesIO(content)).pages[0].extract_text(visitor_text=look)
        return found[0]

    assert place(printed()) == pytest.approx(place(printed(letterhead=False)), abs=1)


def _everywhere(text: str) -> ConfirmationFacts:
    """The text in every field that takes text."""
    texts: dict[str, Any] = {f.name: text for f in fields(Shop) if f.type is str}
    shop = Shop(**texts | _FIXED)
    customer = Customer(
        prefix=text,
        given=text,
        family=text,
        organisation=text,
        department=text,
        addresses=(Address(text, text, text, text, text, text, text, text),),
        methods=(ContactMethod(MethodKind.EMAIL, text), ContactMethod(MethodKind.PHONE, text)),
        language="en",
    )
    contact = replace(CONTACT, reference=text[:40], topic=text, note=text, person=text)
    promise = replace(PROMISE, title=text, person=text)
    return ConfirmationFacts(shop, contact, date(2026, 11, 21), customer, (promise,))


_FIXED = {"country": "DE", "language": "en", "zone": "Europe/Berlin", "paper": "A4"}


def test_markup_is_text_like_any_other() -> None:
    content = printed(_everywhere(MARKUP))
    text = flat_text(content)
    for label in ("What we discussed", "Served by"):
        after = text.split(label, 1)[1].replace(" ", "")
        assert after.startswith(MARKUP.replace(" ", ""))
    raw = content + b"".join(
        c.get_data() for p in pypdf.PdfReader(BytesIO(content)).pages if (c := p.get_contents())
    )
    assert b"/URI" not in raw
    assert b"/Subtype /Image" not in raw


@settings(max_examples=25)
@given(st.text(max_size=400))
def test_any_text_anywhere_can_be_printed(text: str) -> None:
    assert printed(_everywhere(text)).startswith(b"%PDF-1.")


def test_names_of_three_hundred_letters() -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff" * 9
    text = "".join(flat_text(printed(_everywhere(long))).split())
    assert text.count(long) >= 4


@pytest.mark.parametrize(
    "name",
    ["Ελένη Παπαδοπούλου", "Дмитрий Щербаков", "Nguyễn Thị Ánh", "Łukasz Žižek"],
)
def test_names_of_any_european_script_can_be_searched(name: str) -> None:
    content = printed(replace(CONFIRMATION, customer=replace(CUSTOMER, given="", family=name)))
    assert name in flat_text(content)
    assert name in text_as_read(content)


@pytest.mark.parametrize("name", ["محمد عبد الله", "ریاض کیانی", "لأن الآن"])
def test_arabic_names_can_be_searched_and_copied(name: str) -> None:
    facts = replace(CONFIRMATION, customer=replace(CUSTOMER, prefix="", given="", family=name))
    printout = draw_confirmation(facts, Options())
    assert printout.missing == ""
    assert name in text_as_read(printout.content)


def test_arabic_sentences_keep_their_numbers() -> None:
    note = "رقم الهاتف +49 89 99998 140 (الجمعة)\nالمرجع 2026-01188 شكرا"
    text = text_as_read(printed(replace(CONFIRMATION, interaction=replace(CONTACT, note=note))))
    assert "140 99998 89 +49" in text or "+49 89 99998 140" in text
    assert "2026-01188 شكرا" in text or "المرجع 2026-01188" in text


def test_a_script_without_font_is_said() -> None:
    named = replace(CUSTOMER, family="\U0010fffd")
    printout = draw_confirmation(replace(CONFIRMATION, customer=named), Options())
    assert printout.missing == "\U0010fffd"
    (remark,) = printout.remarks()
    assert "No font on this computer has \U0010fffd." in remark


def test_a_long_note_runs_over_pages() -> None:
    note = " ".join(f"Sentence {number} about wheels." for number in range(750))
    assert len(note) > 20_000
    printout = draw_confirmation(
        replace(CONFIRMATION, interaction=replace(CONTACT, note=note)), Options()
    )
    pages = text_of_pages(printout.content)
    assert len(pages) == printout.pages > 4
    for number, page in enumerate(pages, 1):
        assert f"2026-01188, page {number} of {len(pages)}" in page
    text = flat_text(printout.content)
    assert all(f"Sentence {number} about" in text for number in (0, 100, 400, 749))
    assert "signature of the customer" in pages[-1]
    assert "Your questions" in pages[-1]


def test_one_long_word_runs_over_pages() -> None:
    facts = replace(CONFIRMATION, interaction=replace(CONTACT, note="x" * 20_000))
    text = "".join(flat_text(printed(facts)).split())
    assert text.count("x") >= 20_000


def test_several_promises_stand_in_one_box() -> None:
    more = replace(PROMISE, title="We ring you.", due_day=None)
    text = flat_text(printed(replace(CONFIRMATION, promises=(PROMISE, more))))
    assert text.index("We build a new rear wheel.") < text.index("We ring you.")


def test_what_is_only_for_the_shop_does_not_reach_paper() -> None:
    own = replace(PROMISE, promise=False, title="Sell him a new bike")
    text = flat_text(printed(replace(CONFIRMATION, promises=(own, PROMISE))))
    for secret in ("Sell him", "latex", "Haggles"):
        assert secret not in text
    for record in (PrintedInteraction, PrintedFollowUp, ConfirmationFacts):
        assert not [field.name for field in fields(record) if "private" in field.name]


def test_the_same_facts_give_the_same_bytes() -> None:
    first = printed()
    printed(_everywhere("محمد Дмитрий"))
    assert printed() == first


def test_another_run_of_the_program_gives_the_same_bytes() -> None:
    look = (
        "from tests.documents.test_confirmation import printed, sha256;"
        "print(sha256(printed()).hexdigest())"
    )
    printed(_everywhere("Дмитрий محمد"))
    other = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert other == sha256(printed()).hexdigest()


def test_several_threads_may_draw() -> None:
    notes = [f"Note {number} محمد ж" for number in range(12)]
    facts = [replace(CONFIRMATION, interaction=replace(CONTACT, note=note)) for note in notes]
    alone = [printed(one) for one in facts]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(printed, facts)) == alone


def test_the_language_is_the_customers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = replace(CONFIRMATION, customer=replace(CUSTOMER, language="de"))
    with made_catalogue("de", tmp_path, monkeypatch):
        text = flat_text(printed(facts))
        assert "Bestätigung Ihres Besuchs" in text
        assert "Spätestens am Freitag, 27. November 2026, 14:00 Uhr." in text
        assert "Seite 1 von 1" in text
        assert "Confirmation of your visit" in flat_text(printed(facts, language="en"))


def test_a_right_to_left_language_turns_the_page_around(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def left_edges(content: bytes) -> dict[str, float]:
        found: dict[str, float] = {}

        def look(text: str, _cm: object, tm: list[float], _font: object, _size: object) -> None:
            found.setdefault(text.strip(), tm[4])

        pypdf.PdfReader(BytesIO(content)).pages[0].extract_text(visitor_text=look)
        return found

    facts = replace(CONFIRMATION, customer=replace(CUSTOMER, language="ar"))
    with made_catalogue("ar", tmp_path, monkeypatch):
        turned = left_edges(printed(facts))
    straight = left_edges(printed())
    assert straight["Served by"] < straight["Martha Lindner"]
    assert turned["Served by"] > turned["Martha Lindner"]
    assert straight["2026-01188"] > 400
    assert turned["2026-01188"] < 100
