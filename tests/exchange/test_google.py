"""Each fact that formats.md knows about Google's tables."""

import pytest

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
from tests.exchange.reading import customer, customers, read

_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix,Name Suffix,Nickname,"
    "Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,"
    "Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
    "Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,"
    "Address 1 - Extended Address,Organization 1 - Type,Organization 1 - Name,"
    "Organization 1 - Title,Organization 1 - Department,Organization 1 - Location,"
    "Website 1 - Type,Website 1 - Value,Custom Field 1 - Type,Custom Field 1 - Value"
)
_OLD_ROW = (
    'Dr. Anna Müller,Anna,,Müller,,Dr.,,Anni,1984-03-22,"eins\nzwei",* myContacts ::: Kunden,'
    '* Work,anna@example.org,Mobile,0171 3920001 ::: 0171 3920002,Home,"Weg 1\n80331 München\nDE",'
    "Weg 1,München,,Bayern,80331,DE,2. Stock,,Radhaus,Leiterin,Werkstatt,Nord,"
    "Home Page,https://example.org,Schuhgröße,42"
)
_NEW_HEADERS = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,"
    "Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,"
    "Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
    "Event 1 - Label,Event 1 - Value,Relation 1 - Label,Relation 1 - Value,"
    "Custom Field 1 - Label,Custom Field 1 - Value"
)
_NEW = _NEW_HEADERS.split(",")


def _row(**cells: str) -> str:
    named = {name.replace("_", " ").replace("  ", " - "): cell for name, cell in cells.items()}
    assert named.keys() <= set(_NEW)
    line = ",".join('"' + named.get(header, "").replace('"', '""') + '"' for header in _NEW)
    return f"{','.join(_NEW)}\r\n{line}\r\n"


def test_the_older_headers() -> None:
    anna = customer(f"{_OLD}\n{_OLD_ROW}\n")
    assert (anna.prefix, anna.given, anna.family, anna.nickname) == (
        "Dr.",
        "Anna",
        "Müller",
        "Anni",
    )
    assert anna.methods == (
        ContactMethod(MethodKind.EMAIL, "anna@example.org", "work", preferred=True),
        ContactMethod(MethodKind.PHONE, "0171 3920001", "mobile"),
        ContactMethod(MethodKind.PHONE, "0171 3920002", "mobile"),
        ContactMethod(MethodKind.WEB, "https://example.org", "homepage"),
    )
    assert anna.addresses == (
        Address("Weg 1", "2. Stock", "", "80331", "München", "Bayern", "DE", "home"),
    )
    assert (anna.organisation, anna.title, anna.department) == ("Radhaus", "Leiterin", "Werkstatt")
    assert anna.dates == (CustomerDate(DateKind.BIRTHDAY, 3, 22, 1984),)
    assert (anna.notes, anna.tags) == ((Note("eins\nzwei"),), ("Kunden",))
    assert set(anna.fields) == {
        CustomField("Schuhgröße", "42"),
        CustomField("Organization - Location", "Nord"),
    }


def test_old_files_are_utf16_with_a_mark() -> None:
    text = f"{_OLD}\r\n{_OLD_ROW}\r\n"
    found = read(b"\xff\xfe" + text.encode("utf-16-le"))
    assert (found.format.name, found.encoding, found.separator) == ("google", "utf-16-le", ",")
    assert customer(text.encode("utf-16")) == customer(text)


def test_the_current_headers() -> None:
    anna = customer(
        _row(
            First_Name="Anna",
            Last_Name="Müller",
            Organization_Name="Radhaus",
            Organization_Title="Leiterin",
            Labels="Kunden ::: Stamm ::: * myContacts",
            Event_1__Label="Anniversary",
            Event_1__Value="2010-09-04",
            Relation_1__Label="Spouse",
            Relation_1__Value="Bob",
            Custom_Field_1__Label="Rahmen",
            Custom_Field_1__Value="'0042",
        )
    )
    assert (anna.name, anna.organisation, anna.title) == ("Anna Müller", "Radhaus", "Leiterin")
    assert anna.tags == ("Kunden", "Stamm")
    assert anna.dates == (CustomerDate(DateKind.ANNIVERSARY, 9, 4, 2010),)
    assert anna.fields == (CustomField("Spouse", "Bob"), CustomField("Rahmen", "0042"))


@pytest.mark.parametrize(
    ("label", "value", "methods"),
    [
        ("* Work", "1234", [("1234", "work", True)]),
        ("* ", "1234", [("1234", "", True)]),
        ("Mobil", "'+49 171", [("+49 171", "mobile", False)]),
        ("Werkstatt", "1 ::: 2", [("1", "Werkstatt", False), ("2", "Werkstatt", False)]),
        ("* Work", "1 ::: 2", [("1", "work", True), ("2", "work", False)]),
        ("* Home ::: Work", "1 ::: 2", [("1", "home", True), ("2", "work", False)]),
        ("", "12", [("12", "", False)]),
        ("Work", "", []),
    ],
)
def test_labels_differ_from_row_to_row(
    label: str, value: str, methods: list[tuple[str, str, bool]]
) -> None:
    found = customer(_row(First_Name="A", Phone_1__Label=label, Phone_1__Value=value))
    assert [(m.value, m.label, m.preferred) for m in found.methods] == methods


def test_birthdays_without_a_year() -> None:
    found = customer(_row(First_Name="A", Birthday=" --03-22"))
    assert found.dates == (CustomerDate(DateKind.BIRTHDAY, 3, 22),)


def test_an_address_in_one_piece_of_several_lines() -> None:
    whole = "Weg 1\n80331 München\nDE"
    found = customer(_row(First_Name="A", Address_1__Formatted=whole, Address_1__Label="* Home"))
    assert found.addresses == (Address(street=whole, label="home", preferred=True),)


def test_several_addresses_in_one_cell() -> None:
    found = customer(
        _row(First_Name="A", Address_1__Street="Weg 1 ::: Weg 2", Address_1__City="Ulm ::: Bonn")
    )
    assert [(one.street, one.town) for one in found.addresses] == [
        ("Weg 1", "Ulm"),
        ("Weg 2", "Bonn"),
    ]


def test_organisations_and_people_known_by_a_number_alone() -> None:
    firm, number = customers(
        _row(Organization_Name="Radhaus") + _row(Phone_1__Value="0171 3920001").split("\r\n")[1]
    )
    assert (firm.kind, firm.name) == (CustomerKind.ORGANISATION, "Radhaus")
    assert (number.kind, number.name) == (CustomerKind.PERSON, "0171 3920001")


def test_file_as_is_the_name_only_if_there_is_no_other() -> None:
    assert customer(_row(File_As="Müller, Anna", Phone_1__Value="1")).name == "Anna Müller"
    found = customer(_row(First_Name="Anna", Last_Name="Müller", File_As="Müller, Anna"))
    assert found.fields == ()
    found = customer(_row(First_Name="Anna", Last_Name="Müller", File_As="Chefin"))
    assert found.fields == (CustomField("File As", "Chefin"),)


def test_columns_that_google_may_add_become_fields() -> None:
    header = "First Name,Phone 1 - Label,Phone 1 - Value,Pet 1 - Label,Pet 1 - Value,Shoe"
    found = customer(f"{header}\nAnna,Mobile,017,Hund,Rex,42\n")
    assert set(found.fields) == {CustomField("Hund", "Rex"), CustomField("Shoe", "42")}


def test_a_row_with_nothing_to_find_it_by_is_refused() -> None:
    (row,) = read(_row(Notes="x", Labels="* myContacts")).rows
    assert isinstance(row, UnreadableRowError)
    assert row.line == 2
