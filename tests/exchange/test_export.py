"""What is written is read again: round trips over EXPORTS, and what other programs see."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.exchange.rows import ReadRow
from customerbook.exchange.writers import EXPORTS, Export, export_named
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
from customerbook.model.errors import NotFoundError
from tests.exchange.reading import read

CSV, VCARD = EXPORTS
ANNA = Customer(
    id=7,
    prefix="Dr.",
    given="Anna, Maria",
    additional="Eva",
    family="O'Brien; Schäfer",
    suffix="Jr., PhD",
    nickname="Anni",
    organisation="Radsport Isar e.V.",
    department="Board, finance",
    title="Treasurer",
    language="de-AT",
    preferred_channel=Channel.EMAIL,
    best_time="after 17:00",
    responsible_id=3,
    interval_days=30,
    since=date(2019, 4, 1),
    uid="urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
    methods=(
        ContactMethod(MethodKind.PHONE, "+49 (0)171 392-0014", "mobile", preferred=True),
        ContactMethod(MethodKind.PHONE, "0049/89/1 ext. 5", "work fax"),
        ContactMethod(MethodKind.PHONE, "089 1", "weekends: late"),
        ContactMethod(MethodKind.PHONE, "089 2"),
        ContactMethod(MethodKind.PHONE, "089 3", "home"),
        ContactMethod(MethodKind.EMAIL, "anna@example.org", "home"),
        ContactMethod(MethodKind.WEB, "https://example.org/a,b;c", "blog"),
        ContactMethod(MethodKind.MESSENGER, "anna%20:b", "Signal"),
    ),
    addresses=(
        Address(
            "Isarweg 7\nback, yard", "c/o Huber", "123", "80331", "München", "BY", "DE", "home"
        ),
        Address(town="Kraków", country="PL", label="work", preferred=True),
        Address(street="At the lake", country="Atlantis", label="summer house"),
    ),
    dates=(
        CustomerDate(DateKind.BIRTHDAY, 3, 22),
        CustomerDate(DateKind.ANNIVERSARY, 6, 1, 2010),
        CustomerDate(DateKind.OTHER, 12, 24, 1990, "first bike"),
    ),
    notes=(Note("Rides in any weather.\nReally.", pinned=True), Note("Haggles; always, a lot")),
    tags=("bike club", "VIP, gold", "Straße"),
    fields=(
        CustomField("Bike", "Tourer 28"),
        CustomField("Frame: no.", "0815;1"),
        *(CustomField(f"Fact {n}", f"value {n}") for n in range(6)),
    ),
    forbidden=(
        Forbidden(Channel.CALL, date(2026, 10, 1), "write instead"),
        Forbidden(Channel.LETTER),
    ),
    consents=(
        Consent("Newsletter", True, date(2026, 10, 1), "You may; write, to me.", "form"),
        Consent("Photos", False),
    ),
)
FIRM = Customer(
    kind=CustomerKind.ORGANISATION,
    organisation="Haus 7",
    given="Karl",
    family="Ernst",
    methods=(ContactMethod(MethodKind.EMAIL, "office@example.org"),),
)
ONLY_A_PHONE = Customer(methods=(ContactMethod(MethodKind.PHONE, "089 99998 211"),))


def written(export: Export, *customers: Customer) -> bytes:
    out = io.BytesIO()
    assert export.write(iter(customers), out) == len(customers)
    return out.getvalue()


def again(export: Export, *customers: Customer) -> list[Customer]:
    found = list(read(written(export, *customers), name=f"x{export.suffix}").rows)
    assert all(isinstance(row, ReadRow) and not row.left_over for row in found)
    return [row.customer for row in found if isinstance(row, ReadRow)]


def portable(customer: Customer) -> Customer:
    """The customer without what belongs to this book alone."""
    return replace(customer, id=0, responsible_id=None)


def as_a_table(customer: Customer) -> Customer:
    """What a table has columns for."""
    kinds = (MethodKind.PHONE, MethodKind.EMAIL, MethodKind.WEB, MethodKind.MESSENGER)
    return replace(
        portable(customer),
        methods=tuple(sorted(customer.methods, key=lambda method: kinds.index(method.kind))),
        uid="",
        kept="",
        preferred_channel=None,
        best_time="",
        interval_days=None,
        notes=tuple(Note(note.text) for note in customer.notes),
        consents=tuple(replace(c, wording="", source="") for c in customer.consents),
    )


KNOWN: dict[str, Callable[[Customer], Customer]] = {"csv": as_a_table, "vcard": portable}


@pytest.fixture(params=EXPORTS, ids=lambda export: export.id)
def export(request: pytest.FixtureRequest) -> Export:
    chosen: Export = request.param
    return chosen


def test_everything_comes_back(export: Export) -> None:
    found = again(export, ANNA, FIRM, ONLY_A_PHONE)
    wanted = [KNOWN[export.id](customer) for customer in (ANNA, FIRM, ONLY_A_PHONE)]
    assert found == wanted
    assert again(export, *found) == found


# Letters, digits and signs of all scripts, without what no program hands on.
_CHARACTERS = st.characters(exclude_categories=("C", "Zl", "Zp", "Zs"))
_WORD = st.text(_CHARACTERS, min_size=1, max_size=8).filter(lambda w: ":::" not in w)
TEXT = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)
LETTERS = st.text(st.characters(categories=["L"]), min_size=2, max_size=8)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
CUSTOMERS = st.builds(
    Customer,
    given=LETTERS,
    family=LETTERS,
    title=TEXT,
    methods=st.lists(
        st.builds(
            ContactMethod,
            st.just(MethodKind.PHONE),
            st.from_regex(r"\+?[0-9]{3,6}( [0-9]{2,6}){0,2}", fullmatch=True),
            st.sampled_from(["", "home", "work", "mobile", "work fax", "Büro links"]),
            st.booleans(),
        ),
        max_size=6,
        unique_by=lambda method: method.value,
    ).map(tuple),
    addresses=st.lists(
        st.builds(Address, street=TEXT, town=TEXT, label=st.sampled_from(["", "home", "Hütte"])),
        max_size=4,
        unique=True,
    ).map(tuple),
    notes=st.lists(st.builds(Note, TEXT), max_size=3, unique=True).map(tuple),
    tags=st.lists(
        TEXT.filter(lambda t: "*" not in t and "contacts" not in t.casefold()),
        max_size=3,
        unique=True,
    ).map(tuple),
    fields=st.lists(
        st.builds(CustomField, TEXT.filter(lambda t: t[0] not in "*'"), TEXT), max_size=8
    ).map(tuple),
    dates=st.lists(
        st.builds(
            lambda d, known: CustomerDate(
                DateKind.BIRTHDAY, d.month, d.day, d.year if known else None
            ),
            DAYS,
            st.booleans(),
        ),
        max_size=1,
    ).map(tuple),
    consents=st.lists(
        st.builds(Consent, LETTERS, st.booleans(), st.none() | DAYS), max_size=2, unique=True
    ).map(tuple),
    forbidden=st.lists(
        st.builds(Forbidden, st.sampled_from(Channel), st.none() | DAYS), max_size=2, unique=True
    ).map(tuple),
)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.id)
@given(st.lists(CUSTOMERS, min_size=1, max_size=3))
def test_whatever_was_typed_comes_back(export: Export, customers: list[Customer]) -> None:
    wanted = [KNOWN[export.id](customer) for customer in customers]
    assert again(export, *customers) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+1+1",
        "-2",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "'=1",
        "''@x",
        '="0815"',
        "\t=1",
        "\r=1",
    ],
)
def test_a_spreadsheet_calculates_with_nothing(typed: str) -> None:
    customer = Customer(
        given=typed,
        family=typed,
        organisation=typed,
        title=typed,
        methods=(
            ContactMethod(MethodKind.PHONE, "0171 1"),
            ContactMethod(MethodKind.EMAIL, f"{typed}@example.org".strip()),
            ContactMethod(MethodKind.MESSENGER, typed, typed),
        ),
        addresses=(Address(street=typed, town=typed),),
        notes=(Note(typed),),
        tags=(typed,),
        fields=(CustomField(typed, typed),),
        consents=(Consent(typed, True),),
    )
    content = written(CSV, customer)
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell
    (found,) = again(CSV, customer)
    assert (found.given, found.family, found.title) == (typed.strip(),) * 3
    assert found.notes[0].text == found.tags[0] == found.fields[0].value == typed.strip()


def test_phones_stay_as_they_were_typed() -> None:
    typed = ("+49 171 3920014", "-171", "(0711) 123 x5", "'0171")
    methods = tuple(ContactMethod(MethodKind.PHONE, phone) for phone in typed)
    content = written(CSV, Customer(given="A", methods=methods)).decode("utf-8-sig")
    for phone in typed[:3]:
        assert phone in next(csv.reader(io.StringIO(content.splitlines()[1])))
    (found,) = again(CSV, Customer(given="A", methods=methods))
    assert found.phones == typed


def test_a_phone_that_is_none_is_a_formula_like_any_other() -> None:
    customer = Customer(given="A", methods=(ContactMethod(MethodKind.PHONE, "=1+A1"),))
    assert b"'=1+A1" in written(CSV, customer)
    assert again(CSV, customer)[0].phones == ("=1+A1",)


def test_the_table_is_one_that_spreadsheets_open() -> None:
    content = written(CSV, ANNA, FIRM)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") > 2
    headers, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert len(set(headers)) == len(headers)
    assert {len(row) for row in rows} == {len(headers)}
    assert (
        rows[0][headers.index("Do not contact")] == "call since 2026-10-01 (write instead); letter"
    )


def test_no_customers_are_a_file_without_rows() -> None:
    assert written(VCARD) == b""
    assert written(CSV).count(b"\r\n") == 1


def test_lines_of_a_card_are_short_and_end_between_characters() -> None:
    long = Customer(given="ü" * 200, family="😀" * 99, notes=(Note("語" * 500),))
    content = written(VCARD, long)
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert again(VCARD, long) == [long]


def test_what_had_no_field_goes_on_with_the_card() -> None:
    kept = "item1.X-THING;X-A=1:some\\, thing\nitem1.X-ABLABEL:mine\nGEO:geo:48.1\\,11.5"
    customer = Customer(given="Anna", family="B", kept=kept)
    (found,) = [
        row.customer for row in read(written(VCARD, customer)).rows if isinstance(row, ReadRow)
    ]
    assert found == customer


def test_what_of_ours_is_damaged_is_kept_as_it_is() -> None:
    lines = [
        "X-CUSTOMERBOOK-FORBIDDEN:smoke;;",
        "X-CUSTOMERBOOK-CONSENT:a;perhaps;;;",
        "X-CUSTOMERBOOK-SINCE:soon",
        "X-CUSTOMERBOOK-INTERVAL:1;2",
    ]
    text = "\r\n".join(["BEGIN:VCARD", "VERSION:4.0", "FN:Anna B", *lines, "END:VCARD"])
    (row,) = read(text).rows
    assert isinstance(row, ReadRow)
    assert row.customer.kept.splitlines() == lines
    text = "First Name,Do not contact,Consents\nAnna,smoke,who knows\n"
    (row,) = read(text).rows
    assert isinstance(row, ReadRow)
    assert [f.value for f in row.customer.fields] == ["smoke", "who knows"]


def test_formats_have_each_their_name() -> None:
    assert [one.id for one in EXPORTS] == ["csv", "vcard"]
    assert export_named("vcard") is VCARD
    assert all(one.title() and one.suffix.startswith(".") for one in EXPORTS)
    with pytest.raises(NotFoundError, match="csv, vcard"):
        export_named("papyrus")
