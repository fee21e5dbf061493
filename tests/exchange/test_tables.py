"""Tables of no program in particular: simple lists, with or without headers."""

from datetime import date

import pytest

from customerbook.exchange.formats import Settings
from customerbook.model.customer import (
    Address,
    ContactMethod,
    CustomerDate,
    CustomerKind,
    CustomField,
    DateKind,
    MethodKind,
    Note,
)
from customerbook.model.errors import UnreadableRowError
from tests.exchange.reading import customer, customers, read, rows


def test_a_simple_german_list() -> None:
    found = customer(
        "Anrede;Vorname;Nachname;Firma;Straße;Hausnummer;PLZ;Ort;Land;Telefon;Telefon mobil;"
        "E-Mail;Geburtstag;Bemerkung;Rahmennummer\n"
        "Frau;Anna;Groß;Radhaus;Hauptstr.;12a;80331;München;Deutschland;089/1234;0171-3920001;"
        "anna@example.org;22.3.1984;klingelt;'0042\n"
    )
    assert (found.prefix, found.name, found.organisation) == ("Frau", "Anna Groß", "Radhaus")
    assert found.addresses == (
        Address("Hauptstr. 12a", postcode="80331", town="München", country="DE"),
    )
    assert found.methods == (
        ContactMethod(MethodKind.PHONE, "089/1234"),
        ContactMethod(MethodKind.PHONE, "0171-3920001", "mobile"),
        ContactMethod(MethodKind.EMAIL, "anna@example.org"),
    )
    assert found.dates == (CustomerDate(DateKind.BIRTHDAY, 3, 22, 1984),)
    assert found.notes == (Note("klingelt"),)
    assert found.fields == (CustomField("Rahmennummer", "0042"),)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Name,Phone\nDr. Anna van der Berg,1\n", ("Dr.", "Anna", "van der Berg")),
        ('Name,Phone\n"Berg, Anna",1\n', ("", "Anna", "Berg")),
        ("Name,Phone\nHerr Berg,1\n", ("Herr", "", "Berg")),
        ("Nachname Vorname;Telefon\nvan Berg Anna;1\n", ("", "Berg Anna", "van")),
        ("Nachname, Vorname;Telefon\nBerg, Anna;1\n", ("", "Anna", "Berg")),
    ],
)
def test_whole_names(text: str, person: tuple[str, str, str]) -> None:
    found = customer(text)
    assert (found.prefix, found.given, found.family) == person


@pytest.mark.parametrize(
    "text",
    [
        "Name,Phone\nRadhaus GmbH & Co. KG,1\n",
        "Company,Phone\nRadhaus GmbH & Co. KG,1\n",
        "Anrede,Nachname,Phone\nFirma,Radhaus GmbH & Co. KG,1\n",
    ],
)
def test_firms(text: str) -> None:
    found = customer(text)
    assert (found.kind, found.name) == (CustomerKind.ORGANISATION, "Radhaus GmbH & Co. KG")


def test_a_row_with_only_a_phone_is_a_customer() -> None:
    assert customer("Name,Telefon\n,0171 3920001\n").name == "0171 3920001"


def test_rows_that_are_no_customers_are_refused_and_blank_ones_passed_over() -> None:
    anna, refused = read("Name,Telefon,Notiz\nAnna,1,\n,,\n\n,,klingelt\n").rows
    assert not isinstance(anna, UnreadableRowError)
    assert isinstance(refused, UnreadableRowError)
    assert (refused.line, refused.reason) == (
        5,
        "There is neither a name nor a way to reach anyone in this row.",
    )


def test_apostrophes_of_spreadsheets_go_only_where_they_protect() -> None:
    found = customer(
        "Vorname,Nachname,Telefon,PLZ,Ort,Notiz,Nr,Formel\n"
        "'t,'s-Hertog,'+49171,'01234,'s-Hertogenbosch,'-5 Grad,'7210448301122,\"=\"\"007\"\"\"\n"
    )
    assert (found.given, found.family) == ("'t", "'s-Hertog")
    assert found.phones == ("+49171",)
    assert (found.addresses[0].postcode, found.addresses[0].town) == ("01234", "'s-Hertogenbosch")
    assert found.notes == (Note("-5 Grad"),)
    assert found.fields == (CustomField("Nr", "7210448301122"), CustomField("Formel", "007"))


def test_several_numbers_and_addresses_in_a_cell() -> None:
    found = customer(
        'Name,Telefon,E-Mail\nA,"089 1;0171 2\n0171 3","a@example.org, b@example.org"\n'
    )
    assert found.phones == ("089 1", "0171 2", "0171 3")
    assert found.emails == ("a@example.org", "b@example.org")


def test_words_where_a_number_belongs_are_kept_and_dashes_are_not() -> None:
    found = customer("Name,Telefon,Fax,E-Mail\nAnna,keins,-,per Post\n")
    assert found.methods == ()
    assert found.fields == (CustomField("Telefon", "keins"), CustomField("E-Mail", "per Post"))


def test_postcode_and_town_in_one_column() -> None:
    found = customers("Name;PLZ/Ort\nA;80331 München\nB;NL-1234 AB Den Haag\nC;Ulm\n")
    assert [(one.addresses[0].postcode, one.addresses[0].town) for one in found] == [
        ("80331", "München"),
        ("NL-1234 AB", "Den Haag"),
        ("", "Ulm"),
    ]


def test_dashes_are_no_address_and_a_house_number_keeps_its_own() -> None:
    found = customer("Name;Straße;Hausnummer;PLZ;Ort\nA;Weg;'3-5;-;--\n")
    assert found.addresses == (Address("Weg 3-5"),)


def test_a_birthday_in_three_columns() -> None:
    head = "First Name,Last Name,Birth Year,Birth Month,Birth Day"
    found = customers(f"{head}\nA,B,1984,3,22\nC,D,,3,22\nE,F,1984,,\nG,H,,,\n")
    assert found[0].dates == (CustomerDate(DateKind.BIRTHDAY, 3, 22, 1984),)
    assert found[1].dates == (CustomerDate(DateKind.BIRTHDAY, 3, 22),)
    assert found[2].fields == (CustomField("Birthday", "1984"),)
    assert (found[3].dates, found[3].fields) == ((), ())


def test_more_cells_than_headers_and_columns_without_a_header_are_kept() -> None:
    found = customer("Name,Telefon,\nAnna,1,zwei,drei\n")
    assert found.fields == (CustomField("Column 3", "zwei"), CustomField("Column 4", "drei"))


def test_a_second_value_for_a_single_field_is_kept() -> None:
    found = customer("Vorname,Nachname,Job,Beruf,Land,Country\nA,B,x,y,Deutschland,Bayern\n")
    assert found.title == "x"
    assert set(found.fields) == {CustomField("Beruf", "y"), CustomField("Country", "Bayern")}


def test_salutation_and_title_and_the_day_it_began() -> None:
    found = customers(
        "Anrede;Titel;Vorname;Nachname;Kunde seit\nFrau;Dr.;Anna;Groß;13.4.2019\n;;Bob;Klein;Mai\n"
    )
    assert (found[0].prefix, found[0].since) == ("Frau Dr.", date(2019, 4, 13))
    assert (found[1].prefix, found[1].fields) == ("", (CustomField("Kunde seit", "Mai"),))


def test_messengers_and_a_display_name() -> None:
    found = customer(
        "First Name,Last Name,Display Name,Skype,WhatsApp\nA,B,Werkstatt,a.b,+49 171 3920001\n"
    )
    assert [(m.kind, m.value, m.label) for m in found.methods] == [
        (MethodKind.MESSENGER, "a.b", "Skype"),
        (MethodKind.PHONE, "+49 171 3920001", "WhatsApp"),
    ]
    assert found.fields == (CustomField("Display Name", "Werkstatt"),)


def test_a_table_without_headers_is_told_by_its_contents() -> None:
    found = read(
        "Anna;Groß;0171 3920001;anna@example.org;80331;München;rot\n"
        "Bob;Klein;0171 3920002;bob@example.org;80333;München;blau\n"
    )
    assert found.format.name == "csv"
    assert [field for _header, field in found.columns] == [
        *("given", "family", "phone", "email", "address", "address", "custom")
    ]
    anna, _bob = found.rows
    assert not isinstance(anna, UnreadableRowError)
    assert anna.customer.name == "Anna Groß"
    assert anna.customer.addresses == (Address(postcode="80331", town="München"),)
    assert anna.customer.fields == (CustomField("Column 7", "rot"),)


def test_numbers_without_a_town_are_no_postcodes() -> None:
    found = read("Anna Groß;4711;0171 3920001\nBob Klein;4712;0171 3920002\n")
    assert [field for _header, field in found.columns] == ["name", "custom", "phone"]


def test_a_bare_list_of_numbers_or_names() -> None:
    assert [one.name for one in customers("0171 3920001\n0171 3920002\n")] == [
        "0171 3920001",
        "0171 3920002",
    ]
    assert [one.name for one in customers("Anna Groß\nBob Klein\n")] == ["Anna Groß", "Bob Klein"]


def test_a_shop_in_america_reads_dates_as_it_writes_them() -> None:
    text = "Name,Birthday\nA,03/04/1985\n"
    assert customer(text).dates[0].month == 4
    assert customer(text, Settings(country="US", language="en")).dates[0].month == 3


def test_a_cell_far_too_long_is_cut_and_said() -> None:
    (row,) = rows(f"Name,Notiz,Telefon\nAnna,{'x' * 70_000},1\n")
    assert len(row.customer.notes[0].text) == 65_536
    assert row.customer.phones == ("1",)
    assert row.left_over == ("“Notiz” was longer than 65536 characters; the rest was left out.",)


def test_a_shops_export_maps_by_name_and_keeps_the_rest() -> None:
    found = customer(
        "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
        "Default Address Address1,Default Address Address2,Default Address City,"
        "Default Address Province Code,Default Address Country Code,Default Address Zip,"
        "Default Address Phone,Phone,Total Spent,Note,Tags\n"
        "'7210448301122,Anna,Groß,a@example.org,yes,Radhaus,Weg 1,2. Stock,Ulm,BW,DE,'89073,"
        '\'+49171,,12.50,hm,"vip, touring"\n'
    )
    assert found.addresses == (
        Address("Weg 1\n2. Stock", postcode="89073", town="Ulm", region="BW", country="DE"),
    )
    assert (found.organisation, found.phones, found.tags) == (
        "Radhaus",
        ("+49171",),
        ("vip", "touring"),
    )
    assert found.fields == (
        CustomField("Customer ID", "7210448301122"),
        CustomField("Accepts Email Marketing", "yes"),
        CustomField("Total Spent", "12.50"),
    )
