"""Each fact that formats.md knows about vCards, as the bytes that somebody's program wrote."""

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
from customerbook.model.errors import UnreadableFileError, UnreadableRowError
from tests.exchange.reading import card, customer, customers, read, rows

_PHONE, _EMAIL = MethodKind.PHONE, MethodKind.EMAIL


def test_a_card_of_today_fills_every_field() -> None:
    anna = card(
        "N:Müller;Anna;Maria;Dr.;M.A.",
        "FN:Dr. Anna Maria Müller M.A.",
        "NICKNAME:Anni",
        "ORG:Radhaus GmbH;Werkstatt;Lager",
        "TITLE:Leiterin",
        "TEL;TYPE=CELL,VOICE,pref:+49 171 3920001",
        "TEL;TYPE=WORK,FAX:089 99998 100",
        "EMAIL;TYPE=INTERNET,HOME:anna@example.org",
        "URL:https://example.org",
        "IMPP;X-SERVICE-TYPE=Jabber:xmpp:anna@example.net",
        "ADR;TYPE=HOME:12;Hinterhaus;Lindwurmstr. 1;München;Bayern;80337;Germany",
        "BDAY:1984-03-22",
        "ANNIVERSARY:20100904",
        "NOTE:Likes blue\\, not red\\; see\\nphotos.",
        "CATEGORIES:Regulars,VIP",
        "LANG:de",
        "UID:urn:uuid:1",
    )
    assert (anna.prefix, anna.given, anna.additional) == ("Dr.", "Anna", "Maria")
    assert (anna.family, anna.suffix, anna.nickname) == ("Müller", "M.A.", "Anni")
    assert (anna.organisation, anna.department) == ("Radhaus GmbH", "Werkstatt, Lager")
    assert (anna.title, anna.language, anna.uid) == ("Leiterin", "de", "urn:uuid:1")
    assert anna.methods == (
        ContactMethod(_PHONE, "+49 171 3920001", "mobile", preferred=True),
        ContactMethod(_PHONE, "089 99998 100", "work fax"),
        ContactMethod(_EMAIL, "anna@example.org", "home"),
        ContactMethod(MethodKind.WEB, "https://example.org"),
        ContactMethod(MethodKind.MESSENGER, "anna@example.net", "Jabber"),
    )
    assert anna.addresses == (
        Address("Lindwurmstr. 1", "Hinterhaus", "12", "80337", "München", "Bayern", "DE", "home"),
    )
    assert anna.dates == (
        CustomerDate(DateKind.BIRTHDAY, 3, 22, 1984),
        CustomerDate(DateKind.ANNIVERSARY, 9, 4, 2010),
    )
    assert anna.notes == (Note("Likes blue, not red; see\nphotos."),)
    assert anna.tags == ("Regulars", "VIP")
    assert (anna.kept, anna.kind) == ("", CustomerKind.PERSON)


# ---- one file, many cards ----


def test_one_file_holds_cards_of_all_versions() -> None:
    found = rows(
        b"\xef\xbb\xbf# exported today\r\n\r\n"
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nN:Eins;A\r\nEND:VCARD\r\n\r\n"
        b"begin:vcard\nversion:3.0\nfn:B Zwei\nend:vcard\n"
        b"# between\nBEGIN:VCARD\nFN:C Drei\nVERSION:4.0\nEND:VCARD\n"
        b"Begin:vCard\rFN:D Vier\rEnd:vCard\r"
    )
    assert [row.customer.name for row in found] == ["A Eins", "B Zwei", "C Drei", "D Vier"]
    assert [row.line for row in found] == [3, 8, 13, 17]


def test_cards_glued_together_are_two() -> None:
    glued = b"BEGIN:VCARD\nFN:A B\nEND:VCARD\xef\xbb\xbfBEGIN:VCARD\nFN:C D\nEND:VCARD"
    assert [one.name for one in customers(glued)] == ["A B", "C D"]


def test_a_card_without_an_end_is_read_and_so_is_the_next() -> None:
    found = customers("BEGIN:VCARD\nFN:A B\nTEL:12345\nBEGIN:VCARD\nFN:C D\n")
    assert [one.name for one in found] == ["A B", "C D"]
    assert found[0].phones == ("12345",)


def test_a_card_without_a_beginning_is_read() -> None:
    found = rows("BEGIN:VCARD\nFN:A B\nEND:VCARD\n\nFN:C D\nTEL:5\nEND:VCARD\nTEL:6\n")
    assert [row.customer.name for row in found] == ["A B", "C D", "6"]
    assert [row.line for row in found] == [1, 5, 8]


def test_windows_and_mac_line_ends_and_both_together() -> None:
    for end in ("\n", "\r\n", "\r", "\r\r\n"):
        text = end.join(("BEGIN:VCARD", "N:Müller;Anna", "TEL:0891", "END:VCARD", ""))
        assert customer(text).name == "Anna Müller"


def test_utf16_cards_are_read() -> None:
    data = "BEGIN:VCARD\r\nN:Müller;Anna\r\nEND:VCARD\r\n"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert customer(data.encode(encoding)).name == "Anna Müller"


# ---- version 2.1 ----


def test_quoted_printable_with_soft_breaks_before_a_sign() -> None:
    found = customer(
        b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
        b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=41=6E=6E=61;;;\r\n"
        b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Erste Zeile=0D=0A=\r\n"
        b"=C3=9Cber=3Dzweite Zei=\r\nle\r\nTEL;HOME:0891\r\nEND:VCARD\r\n"
    )
    assert found.name == "Anna Müller"
    assert found.notes == (Note("Erste Zeile\nÜber=zweite Zeile"),)
    assert found.phones == ("0891",)


def test_a_soft_break_too_much_swallows_no_number() -> None:
    found = card("N:A;B", "NOTE;QUOTED-PRINTABLE:gern=", "TEL;CELL:0171", version="2.1")
    assert (found.phones, found.notes) == (("0171",), (Note("gern"),))


def test_character_sets_of_single_properties() -> None:
    found = customer(
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=Shift_JIS:"
        + "山田;太郎".encode("shift_jis")
        + b"\r\nORG;CHARSET=windows-1251:"
        + "Велосипед".encode("cp1251")
        + b"\r\nNOTE;CHARSET=no-such-thing:plain\r\nEND:VCARD\r\n"
    )
    assert (found.family, found.given) == ("山田", "太郎")
    assert (found.organisation, found.notes) == ("Велосипед", (Note("plain"),))


def test_half_a_letter_that_looks_like_a_backslash() -> None:
    found = customer(
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS:"
        + "ソ".encode("shift_jis")
        + b"\r\nSOUND;X-IRMC-N:x\r\nTEL;CELL:090\r\nEND:VCARD\r\n"
    )
    assert (found.family, found.phones, found.kept) == ("ソ", ("090",), "SOUND;X-IRMC-N:x")


def test_quoted_printable_without_a_character_set_uses_the_files() -> None:
    found = customer(
        b"BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:Gro=DF;J=FCrgen\nEND:VCARD\n"
    )
    assert found.name == "Jürgen Groß"


def test_bare_parameters() -> None:
    found = card("N:A;B", "TEL;CELL;PREF:0171", "TEL;WORK;VOICE:089", version="2.1")
    assert found.methods == (
        ContactMethod(_PHONE, "0171", "mobile", preferred=True),
        ContactMethod(_PHONE, "089", "work"),
    )


@pytest.mark.parametrize(
    "photo",
    [
        ["PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ", " SkZJRgAB", "", "TEL:0171"],
        ["PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ", "SkZJRgAB", "TEL:0171"],
        ["PHOTO;BASE64:", "  /9j/4AAQ", "  SkZJRgAB", "TEL:0171"],
        ["PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ", " SkZJRgAB", "TEL:0171"],
        ["PHOTO;TYPE=JPEG;ENCODING=b;X-ABCROP-RECTANGLE=ABC&1&", " =:/9j/4AAQSkZJRgAB", "TEL:0171"],
        ["PHOTO;ENCODING=BASE64;JPEG:!!not base64!!", "TEL:0171"],
        ["TEL:0171", "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ"],
        ["PHOTO;VALUE=uri:https://example.org/a.jpg", "TEL:0171"],
    ],
)
def test_no_photo_costs_the_card(photo: list[str]) -> None:
    found = card("N:A;B", *photo, version="2.1")
    assert (found.name, found.phones) == ("B A", ("0171",))
    assert found.kept.startswith("PHOTO;")
    assert "\n" not in found.kept


def test_a_small_photo_is_kept_and_a_large_one_is_left_out_and_said() -> None:
    small = "PHOTO;ENCODING=b:" + "QUJD" * 1000
    (row,) = rows(f"BEGIN:VCARD\nN:A;B\n{small}\nEND:VCARD\n")
    assert row.customer.kept == small
    assert row.left_over == ("Kept with the customer, although there is no field for it: PHOTO.",)
    (row,) = rows(f"BEGIN:VCARD\nN:A;B\n{small * 20}\nEND:VCARD\n")
    assert row.customer.kept == ""
    assert row.left_over == ("“PHOTO” is larger than 65536 characters and was left out.",)


def test_a_card_in_a_card_is_kept_with_it() -> None:
    found = customers(
        "BEGIN:VCARD\nVERSION:2.1\nN:Chef;A\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nN:Hilfe;B\n"
        "TEL:222\nEND:VCARD\nTEL:111\nEND:VCARD\nBEGIN:VCARD\nN:C;D\nEND:VCARD\n"
    )
    assert [one.name for one in found] == ["A Chef", "D C"]
    assert found[0].phones == ("111",)
    assert found[0].kept == ("AGENT:BEGIN:VCARD\\nVERSION:2.1\\nN:Hilfe\\;B\\nTEL:222\\nEND:VCARD")


def test_an_escaped_card_in_a_card_is_kept_as_it_is() -> None:
    agent = "AGENT:BEGIN:VCARD\\nFN:B Hilfe\\nEND:VCARD\\n"
    assert card("N:Chef;A", agent).kept == agent


def test_lines_continued_by_a_backslash() -> None:
    found = card("N:A;B", "NOTE:first line\\", "second line", "TEL:0171", version="2.1")
    assert (found.notes, found.phones) == ((Note("first line\nsecond line"),), ("0171",))
    assert card("NOTE:C:\\\\", "TEL:0171").phones == ("0171",)


# ---- folding ----


def test_folds_with_space_and_tab_and_in_the_middle_of_a_letter() -> None:
    found = customer(
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:M\xc3\r\n \xbcller;An\r\n\tna\r\n"
        b"NOTE:a long no\r\n te with  two spaces\r\nEND:VCARD\r\n"
    )
    assert found.name == "Anna Müller"
    assert found.notes == (Note("a long note with  two spaces"),)


def test_an_old_fold_keeps_its_space_and_a_counted_one_does_not() -> None:
    old = card(
        "N:A;B", "NOTE:a long", " note", "EMAIL;INTERNET:anna@example", " .org", version="2.1"
    )
    assert (old.notes, old.emails) == ((Note("a long note"),), ("anna@example.org",))
    counted = "NOTE:" + "x" * 70
    assert card("N:A;B", counted, " yz", version="2.1").notes == (Note("x" * 70 + "yz"),)


def test_raw_line_breaks_in_a_note_stay_with_it() -> None:
    found = card("N:A;B", "NOTE:first", "second", "", "third", "TEL:0171")
    assert found.notes == (Note("first\nsecond\nthird"),)
    assert found.phones == ("0171",)


# ---- Apple ----


def test_labels_in_groups() -> None:
    found = card(
        "N:A;B",
        "item1.TEL:0171",
        "item1.X-ABLabel:_$!<Mobile>!$_",
        "item2.TEL;type=pref:089",
        "item2.X-ABLabel:Schrebergarten",
        "item3.URL:http\\://www.example.org",
        "item3.X-ABLabel:_$!<HomePage>!$_",
    )
    assert found.methods == (
        ContactMethod(_PHONE, "0171", "mobile"),
        ContactMethod(_PHONE, "089", "Schrebergarten", preferred=True),
        ContactMethod(MethodKind.WEB, "http://www.example.org", "homepage"),
    )
    assert found.kept == ""


def test_country_codes_names_and_days_of_others() -> None:
    found = card(
        "N:A;B",
        "item1.ADR;type=HOME:;;Bahnhofstr. 1;Zürich;;8001;",
        "item1.X-ABADR:ch",
        "item2.X-ABRELATEDNAMES;type=pref:Maria",
        "item2.X-ABLabel:_$!<Spouse>!$_",
        "item3.X-ABDATE:2012-05-06",
        "item3.X-ABLabel:_$!<Anniversary>!$_",
        "item4.X-ABDATE;type=pref:2015-07-08",
        "item4.X-ABLabel:Erste Tour",
    )
    assert found.addresses[0].country == "CH"
    assert found.fields == (CustomField("Spouse", "Maria"),)
    assert found.dates == (
        CustomerDate(DateKind.ANNIVERSARY, 5, 6, 2012),
        CustomerDate(DateKind.OTHER, 7, 8, 2015, "Erste Tour"),
    )


def test_an_organisation_with_an_empty_name() -> None:
    found = card("N:;;;;", "FN:Hotel Isar", "ORG:Hotel Isar;", "X-ABShowAs:COMPANY")
    assert (found.kind, found.name) == (CustomerKind.ORGANISATION, "Hotel Isar")
    assert (found.given, found.family, found.kept) == ("", "", "")


def test_an_organisation_with_a_name_where_a_persons_belongs() -> None:
    found = card("N:Hotel Isar;;;;", "FN:Hotel Isar", "X-ABShowAs:COMPANY")
    assert (found.kind, found.organisation) == (CustomerKind.ORGANISATION, "Hotel Isar")


@pytest.mark.parametrize(
    "line",
    [
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-22",
        "BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1900:1900-03-22",
        "BDAY:--0322",
        "BDAY;VALUE=date:--03-22",
    ],
)
def test_birthdays_without_a_year(line: str) -> None:
    assert card("N:A;B", line).dates == (CustomerDate(DateKind.BIRTHDAY, 3, 22),)


def test_a_birthday_that_is_no_date_is_kept_and_said() -> None:
    (row,) = rows("BEGIN:VCARD\nN:A;B\nBDAY;VALUE=text:circa 1800\nBDAY:0000-00-00\nEND:VCARD\n")
    assert row.customer.fields == (CustomField("Birthday", "circa 1800"),)
    assert row.left_over == ("“circa 1800” is no date; it is kept as the field “Birthday”.",)


# ---- Android and Outlook ----


def test_a_name_only_in_fn_is_taken_apart() -> None:
    found = card("FN:Dr. Anna van der Berg")
    assert (found.prefix, found.given, found.family) == ("Dr.", "Anna", "van der Berg")
    assert card("FN:Berg\\, Anna").name == "Anna Berg"


def test_a_card_with_only_a_mail_address() -> None:
    found = card("FN:anna@example.org", "EMAIL:anna@example.org")
    assert (found.given, found.family, found.name) == ("", "", "anna@example.org")


def test_pauses_and_waits_in_numbers_stay() -> None:
    assert card("FN:A", "TEL:+4989p1234w9").phones == ("+4989p1234w9",)


def test_android_custom_properties_and_labels() -> None:
    found = card(
        "N:A;B",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Bobby;1;;;;;;;;;;;;;",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2012-05-05;1;;;;;;;;;;;;;",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Eva;14;;;;;;;;;;;;;",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/other;x;y",
        "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=4C=C3=A4den):1",
        "TEL;X-Garten:2",
        version="2.1",
    )
    assert found.nickname == "Bobby"
    assert found.dates == (CustomerDate(DateKind.ANNIVERSARY, 5, 5, 2012),)
    assert found.fields == (CustomField("Related person", "Eva"),)
    assert found.kept == "X-ANDROID-CUSTOM:vnd.android.cursor.item/other;x;y"
    assert [method.label for method in found.methods] == ["Läden", "Garten"]


def test_outlooks_own_properties() -> None:
    found = card(
        "N:A;B",
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2",
        "X-MS-TEL;VOICE;ASSISTANT:089",
        "X-MS-SPOUSE;N:Eva",
        "X-MS-ANNIVERSARY:20100904",
        "X-MS-IMADDRESS:anna@example.net",
        "NOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0Ab=0D=0A",
        version="2.1",
    )
    assert found.kept == "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2"
    assert found.methods[0] == ContactMethod(_PHONE, "089", "assistant")
    assert found.fields == (CustomField("Spouse", "Eva"),)
    assert found.dates == (CustomerDate(DateKind.ANNIVERSARY, 9, 4, 2010),)
    assert found.notes == (Note("a\nb"),)


# ---- 4.0 ----


def test_numbers_as_addresses_and_preferences() -> None:
    found = card(
        "FN:A B",
        'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+49-89-99998-100;ext=102',
        "TEL;VALUE=uri;PREF=2;TYPE=cell:tel:+49-171-3920001",
        "EMAIL;PREF=1:mailto:anna@example.org",
        version="4.0",
    )
    assert found.methods == (
        ContactMethod(_PHONE, "+49-89-99998-100 ext. 102", "home", preferred=True),
        ContactMethod(_PHONE, "+49-171-3920001", "mobile"),
        ContactMethod(_EMAIL, "anna@example.org", "", preferred=True),
    )


def test_a_name_in_two_scripts_keeps_both() -> None:
    found = card(
        "N;ALTID=1;LANGUAGE=jp:山田;太郎;;;",
        "N;ALTID=1;LANGUAGE=en:Yamada;Taro;;;",
        "FN:山田太郎",
        'X-A;SORT-AS="b:c;d":e',
        version="4.0",
    )
    assert found.family == "山田"
    assert found.kept.splitlines()[-1] == 'X-A;SORT-AS="b:c;d":e'
    assert "N;ALTID=1;LANGUAGE=en:Yamada;Taro;;;" in found.kept


def test_kinds() -> None:
    assert card("KIND:org", "FN:Verein", version="4.0").kind is CustomerKind.ORGANISATION
    found = card("KIND:group", "FN:Familie Bauer", "MEMBER:urn:uuid:1", version="4.0")
    assert (found.kind, found.name) == (CustomerKind.ORGANISATION, "Familie Bauer")
    assert found.kept == "KIND:group\nMEMBER:urn:uuid:1"
    assert card("KIND:individual", "FN:A B", version="4.0").kept == ""


# ---- odd values ----


def test_an_address_in_one_part() -> None:
    found = card("N:A;B", "ADR;TYPE=home:Hauptstr. 1\\, 80331 München;;;;;;")
    assert found.addresses == (Address(street="Hauptstr. 1, 80331 München", label="home"),)
    assert card("N:A;B", "ADR:Postfach 12").addresses == (Address(post_box="Postfach 12"),)
    assert card("N:A;B", "ADR:;;;;;;").addresses == ()


def test_formatted_addresses_count_where_there_are_no_parts() -> None:
    found = card("N:A;B", "LABEL;TYPE=home:Hauptstr. 1\\nMünchen")
    assert found.addresses == (Address(street="Hauptstr. 1\nMünchen", label="home"),)
    found = card("N:A;B", 'ADR;LABEL="Weg 1^nOrt":;;;;;;', version="4.0")
    assert found.addresses == (Address(street="Weg 1\nOrt"),)
    found = card("N:A;B", "LABEL:Weg 1", "ADR:;;Weg 1;Ort;;;")
    assert (len(found.addresses), found.kept) == (1, "LABEL:Weg 1")


def test_few_parts_many_parts_and_bare_commas() -> None:
    assert card("N:Müller").family == "Müller"
    assert card("N:Müller;Anna").name == "Anna Müller"
    found = card("N:Müller, geb. Groß;Anna;Eva,Maria;;", "ADR:;;Weg 1, 2. Stock;Ort;;1;DE;mehr")
    assert (found.family, found.additional) == ("Müller, geb. Groß", "Eva Maria")
    assert found.addresses[0].street == "Weg 1, 2. Stock"
    assert found.addresses[0].country == "DE, mehr"


def test_country_and_region_in_each_others_place() -> None:
    (address,) = card("N:A;B", "ADR:;;Weg 1;Graz;Österreich;8010;Steiermark").addresses
    assert (address.region, address.country) == ("Steiermark", "AT")


def test_a_firm_where_the_family_name_belongs_is_no_person() -> None:
    found = card("N:Radhaus;;;;", "FN:Radhaus", "ORG:Radhaus")
    assert (found.kind, found.family) == (CustomerKind.ORGANISATION, "")


def test_quoted_printable_that_is_folded_and_base64_behind_a_gap() -> None:
    found = card(
        "N:A;B",
        "NOTE;ENCODING=QUOTED-PRINTABLE:=C3=BC",
        " ber",
        "X-KADDRESSBOOK-X-Department:Lager",
        "LOGO;ENCODING=BASE64:AAAA",
        "",
        "BBBB",
        "TEL:1",
        version="2.1",
    )
    assert (found.notes, found.department) == ((Note("über"),), "Lager")
    assert (found.kept, found.phones) == ("LOGO;ENCODING=BASE64:AAAABBBB", ("1",))


def test_escaped_separators_are_part_of_the_value() -> None:
    found = card("N:A\\;B;C\\\\;;;", "ORG:Müller\\, Söhne\\; Enkel;Abt\\;1")
    assert (found.family, found.given) == ("A;B", "C\\")
    assert (found.organisation, found.department) == ("Müller, Söhne; Enkel", "Abt;1")


def test_repeated_properties_are_all_kept() -> None:
    found = card(
        "N:A;B",
        "EMAIL:a@example.org",
        "EMAIL;TYPE=WORK:a@example.org",
        "EMAIL:b@example.org",
        "ORG:Eins",
        "ORG:Zwei;Abt",
        "TITLE:x",
        "TITLE:y",
        "NICKNAME:n",
        "NICKNAME:m",
        "NOTE:1",
        "NOTE:2",
        "UID:u",
        "UID:v",
    )
    assert found.emails == ("a@example.org", "b@example.org")
    assert found.methods[0].label == "work"
    assert (found.organisation, found.title, found.nickname) == ("Eins", "x", "n, m")
    assert found.fields == (CustomField("Organisation", "Zwei, Abt"), CustomField("Job title", "y"))
    assert found.notes == (Note("1"), Note("2"))
    assert (found.uid, found.kept) == ("u", "UID:v")


@pytest.mark.parametrize(
    ("lines", "name", "kind"),
    [
        (["ORG:Radhaus"], "Radhaus", CustomerKind.ORGANISATION),
        (["NICKNAME:Bobby"], "Bobby", CustomerKind.PERSON),
        (["EMAIL:a@example.org"], "a@example.org", CustomerKind.PERSON),
        (["TEL:0171 3920001"], "0171 3920001", CustomerKind.PERSON),
        (["URL:https://example.org"], "https://example.org", CustomerKind.PERSON),
        (["FN:Radhaus GmbH", "TEL:1"], "Radhaus GmbH", CustomerKind.ORGANISATION),
    ],
)
def test_without_a_name_there_is_still_a_customer(
    lines: list[str], name: str, kind: CustomerKind
) -> None:
    found = card(*lines)
    assert (found.name, found.kind) == (name, kind)


def test_a_formatted_name_that_says_more_is_kept() -> None:
    assert card("N:Morganfield;McKinley;;;", "FN:Muddy Waters").kept == "FN:Muddy Waters"
    assert card("N:Müller;Anna;;Dr.;", "FN:Müller, Anna (Dr.)").kept == ""


def test_unknown_properties_are_kept_word_by_word() -> None:
    (row,) = rows(
        "BEGIN:VCARD\nVERSION:3.0\nN:A;B\nX-SHOE-SIZE;TYPE=eu:4\n 2\nGEO:1;2\nREV:2024\n"
        "item9.X-THING:x\nitem9.X-ABLabel:Dings\nEND:VCARD\n"
    )
    assert row.customer.kept.splitlines() == [
        "X-SHOE-SIZE;TYPE=eu:42",
        "GEO:1;2",
        "REV:2024",
        "item9.X-THING:x",
        "item9.X-ABLABEL:Dings",
    ]
    assert row.left_over == (
        "Kept with the customer, although there is no field for it: X-SHOE-SIZE, GEO, X-THING.",
    )


def test_messengers_and_profiles() -> None:
    found = card(
        "N:A;B",
        "X-SKYPE-USERNAME:anna.s",
        "X-JABBER;TYPE=HOME:anna@example.net",
        "X-SOCIALPROFILE;type=mastodon:https://social.example.org/@anna",
        "X-SOCIALPROFILE;type=chat;x-user=anna:x-apple:anna",
    )
    assert [(m.kind, m.value, m.label) for m in found.methods] == [
        (MethodKind.MESSENGER, "anna.s", "Skype"),
        (MethodKind.MESSENGER, "anna@example.net", "Jabber"),
        (MethodKind.WEB, "https://social.example.org/@anna", "mastodon"),
        (MethodKind.MESSENGER, "anna", "chat"),
    ]


def test_system_groups_are_no_tags() -> None:
    assert card("FN:A B", "CATEGORIES:myContacts,Kunden").tags == ("Kunden",)


def test_a_card_with_nothing_to_find_it_by_is_refused_with_its_line() -> None:
    found = list(read("BEGIN:VCARD\nFN:A B\nEND:VCARD\nBEGIN:VCARD\nNOTE:x\nEND:VCARD\n").rows)
    refused = found[1]
    assert isinstance(refused, UnreadableRowError)
    assert (refused.line, refused.reason) == (
        4,
        "There is neither a name nor a way to reach anyone in this row.",
    )


def test_a_blank_card_is_passed_over() -> None:
    assert customers("BEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:A B\nEND:VCARD\n")[0].name == "A B"


def test_a_note_far_too_long_is_cut_and_said() -> None:
    (row,) = rows("BEGIN:VCARD\nFN:A B\nNOTE:" + "x" * 70_000 + "\nTEL:1\nEND:VCARD\n")
    assert len(row.customer.notes[0].text) == 65_536
    assert row.customer.phones == ("1",)
    assert row.left_over == ("“NOTE” was longer than 65536 characters; the rest was left out.",)


def test_a_file_of_cards_without_a_card() -> None:
    with pytest.raises(UnreadableFileError, match="no card"):
        read("hello", name="customers.vcf")
