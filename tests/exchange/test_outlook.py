"""Each fact that formats.md knows about Outlook's tables."""

import pytest

from customerbook.model.customer import (
    Address,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomerKind,
    CustomField,
    DateKind,
    MethodKind,
    Note,
)
from tests.exchange.reading import customer, customers, read, rows

_ENGLISH = (
    "Title|First Name|Middle Name|Last Name|Suffix|Company|Department|Job Title|Business Street"
    "|Business Street 2|Business Street 3|Business City|Business State|Business Postal Code"
    "|Business Country/Region|Home Street|Home City|Home Postal Code|Home Country/Region"
    "|Assistant's Phone|Business Fax|Business Phone|Business Phone 2|Callback|Car Phone"
    "|Company Main Phone|Home Phone|Mobile Phone|Pager|Anniversary|Birthday"
    "|Business Address PO Box|Categories|E-mail Address|E-mail Type|E-mail Display Name"
    "|E-mail 2 Address|E-mail 2 Type|Gender|Initials|Notes|Priority|Private|Profession"
    "|Sensitivity|Spouse|User 1|Web Page"
)


def _file(headers: str, *people: dict[str, str]) -> str:
    """All cells quoted, as Outlook does; every row has what Outlook always writes."""
    names = headers.split("|")
    always = {
        "Gender": "Unspecified",
        "Priority": "Normal",
        "Private": "False",
        "Sensitivity": "Normal",
        "Birthday": "0/0/00",
        "Anniversary": "0/0/00",
    }
    lines = [names]
    for person in people:
        assert person.keys() <= set(names)
        lines.append([{**always, **person}.get(name, "") for name in names])
    return "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\r\n" for line in lines
    )


def _english(**cells: str) -> Customer:
    return customer(_file(_ENGLISH, {name.replace("_", " "): cell for name, cell in cells.items()}))


def test_a_full_row_of_the_english_version() -> None:
    text = _file(
        _ENGLISH,
        {
            "Title": "Dr.",
            "First Name": "Anna",
            "Last Name": "Müller",
            "Company": "Radhaus",
            "Department": "Werkstatt",
            "Job Title": "Leiterin",
            "Business Street": "Weg 1",
            "Business Street 2": "2. Stock",
            "Business City": "München",
            "Business State": "Bayern",
            "Business Postal Code": "80331",
            "Business Country/Region": "Germany",
            "Business Address PO Box": "12",
            "Home City": "Ulm",
            "Assistant's Phone": "1",
            "Business Fax": "2",
            "Business Phone": "+49 (89) 3",
            "Company Main Phone": "4",
            "Mobile Phone": "5",
            "Birthday": "3/22/1984",
            "Categories": "VIP;Touring",
            "E-mail Address": "anna@example.org",
            "E-mail Type": "SMTP",
            "E-mail Display Name": "Anna Müller (anna@example.org)",
            "E-mail 2 Address": "b@example.org",
            "Initials": "A.M.",
            "Notes": "eins\nzwei",
            "Profession": "Mechanikerin",
            "Spouse": "Bob",
            "Web Page": "https://example.org",
        },
    )
    found = read(text)
    assert (found.format.name, found.separator) == ("outlook", ",")
    anna = customer(text)
    assert (anna.prefix, anna.name, anna.organisation) == ("Dr.", "Anna Müller", "Radhaus")
    assert (anna.title, anna.department) == ("Leiterin", "Werkstatt")
    assert anna.addresses == (
        Address("Weg 1\n2. Stock", "", "12", "80331", "München", "Bayern", "DE", "work"),
        Address(town="Ulm", label="home"),
    )
    assert [(m.value, m.label) for m in anna.methods] == [
        ("1", "assistant"),
        ("2", "work fax"),
        ("+49 (89) 3", "work"),
        ("4", "work main"),
        ("5", "mobile"),
        ("anna@example.org", ""),
        ("b@example.org", ""),
        ("https://example.org", ""),
    ]
    assert anna.dates == (CustomerDate(DateKind.BIRTHDAY, 3, 22, 1984),)
    assert (anna.tags, anna.notes) == (("VIP", "Touring"), (Note("eins\nzwei"),))
    assert anna.fields == (
        CustomField("Initials", "A.M."),
        CustomField("Profession", "Mechanikerin"),
        CustomField("Spouse", "Bob"),
    )


def test_what_outlook_always_writes_says_nothing_unless_it_is_unusual() -> None:
    assert _english(First_Name="Anna").fields == ()
    found = _english(First_Name="Anna", Gender="Female", Priority="High", Private="True")
    assert found.fields == (
        CustomField("Gender", "Female"),
        CustomField("Priority", "High"),
        CustomField("Private", "True"),
    )


def test_what_most_rows_have_is_usual_in_any_language() -> None:
    headers = "Vorname|Telefon Assistent|Autotelefon|Telex|Privat|Ort privat|E-Mail 2: Adresse"
    people = [{"Vorname": f"A{n}", "Privat": "Deaktiviert"} for n in range(5)]
    found = customers(_file(headers, *people, {"Vorname": "B", "Privat": "Ja"}))
    assert [one.fields for one in found] == [(), (), (), (), (), (CustomField("Privat", "Ja"),)]


def test_a_firm_and_a_number_alone() -> None:
    firm, number = customers(_file(_ENGLISH, {"Company": "Radhaus"}, {"Home Phone": "089 1"}))
    assert (firm.kind, firm.name) == (CustomerKind.ORGANISATION, "Radhaus")
    assert number.methods == (ContactMethod(MethodKind.PHONE, "089 1", "home"),)


def test_a_name_of_a_mailbox_that_says_more_is_kept() -> None:
    found = _english(
        First_Name="Anna", **{"E-mail Address": "a@example.org", "E-mail Display Name": "Werkstatt"}
    )
    assert found.fields == (CustomField("E-mail Display Name", "Werkstatt"),)


def test_older_files_call_the_country_otherwise_and_outlook_com_quotes_nothing() -> None:
    found = customer(
        "First Name,Last Name,Title,E-mail Address,E-mail 2 Address,Home Phone,Callback,Car Phone,"
        "Job Title,Business Street,Business City,Business Country,Home Street,Home City,"
        "Home Country,Other City,Birthday,Notes\n"
        "Anna,Müller,Frau,a@example.org,,089,,,Chefin,Weg 1,Ulm,Deutschland,,,,,,\n"
    )
    assert (found.prefix, found.title) == ("Frau", "Chefin")
    assert found.addresses == (Address("Weg 1", town="Ulm", country="DE", label="work"),)


_LOCAL = {
    "de": "Vorname|Nachname|Firma|Straße geschäftlich|Ort geschäftlich|Postleitzahl geschäftlich"
    "|Land/Region geschäftlich|Telefon privat|Mobiltelefon|E-Mail-Adresse|Geburtstag|Notizen",
    "fr": "Prénom|Nom|Société|Rue (bureau)|Ville (bureau)|Code postal (bureau)"
    "|Pays/Région (bureau)|Téléphone (domicile)|Tél. mobile|Adresse de messagerie|Anniversaire"
    "|Notes",
    "es": "Nombre|Apellidos|Organización|Calle del trabajo|Ciudad de trabajo"
    "|Código postal del trabajo|País o región del trabajo|Particular|Móvil"
    "|Dirección de correo electrónico|Cumpleaños|Notas",
    "it": "Nome|Cognome|Società|Via (uff.)|Città (uff.)|CAP (uff.)|Paese/area geografica (uff.)"
    "|Abitazione|Cellulare|Indirizzo posta elettronica|Compleanno|Note",
    "nl": "Voornaam|Achternaam|Bedrijf|Werkadres, straat|Werkadres, plaats|Werkadres, postcode"
    "|Land/regio (werk)|Telefoon thuis|Mobiele telefoon|E-mailadres|Verjaardag|Notities",
    "pl": "Imię|Nazwisko|Firma|Adres służbowy - ulica|Adres służbowy - miejscowość"
    "|Adres służbowy - kod pocztowy|Adres służbowy - kraj/region|Telefon domowy"
    "|Telefon komórkowy|Adres e-mail|Urodziny|Notatki",
    "pt": "Primeiro nome|Sobrenome|Empresa|Rua do endereço comercial"
    "|Cidade do endereço comercial|CEP do endereço comercial|País/Região da Empresa"
    "|Telefone residencial|Telefone celular|Endereço de email|Aniversário|Anotações",
    "sv": "Förnamn|Efternamn|Företag|Gatuadress, arbete|Ort, arbete|Postnummer arbete"
    "|Land, arbete|Telefon hem|Mobiltelefon|E-postadress|Födelsedag|Anteckningar",
    "da": "Fornavn|Efternavn|Firma|Gade (arbejde)|By (arbejde)|Postnummer (arbejde)"
    "|Land/område (arbejde)|Telefon (privat)|Mobiltelefon|E-mail-adresse|Fødselsdag|Notater",
    "ru": "Имя|Фамилия|Организация|Улица (раб. адрес)|Город (раб. адрес)|Индекс (раб. адрес)"
    "|Страна (раб. адрес)|Домашний телефон|Телефон переносной|Адрес эл. почты|День рождения"
    "|Заметки",
}


@pytest.mark.parametrize("language", _LOCAL)
def test_the_same_row_in_many_languages(language: str) -> None:
    row = "Anna,Müller,Radhaus,Weg 1,Ulm,89073,Germany,0891234567,01713920001,a@example.org"
    found = customer(
        f"{_LOCAL[language].replace(', ', ' ').replace('|', ',')}\n{row},22.3.1984,hm\n"
    )
    assert found == Customer(
        given="Anna",
        family="Müller",
        organisation="Radhaus",
        methods=(
            ContactMethod(MethodKind.PHONE, "0891234567", "home"),
            ContactMethod(MethodKind.PHONE, "01713920001", "mobile"),
            ContactMethod(MethodKind.EMAIL, "a@example.org"),
        ),
        addresses=(Address("Weg 1", postcode="89073", town="Ulm", country="DE", label="work"),),
        dates=(CustomerDate(DateKind.BIRTHDAY, 3, 22, 1984),),
        notes=(Note("hm"),),
    )


def test_german_headers_that_call_the_state_land() -> None:
    text = (
        "Vorname;Ort geschäftlich;Land geschäftlich;Region geschäftlich;Land privat;Region privat;"
        "E-Mail 2: Adresse;E-Mail-Typ;Autotelefon\nAnna;Ulm;BW;Utopia;BY;Nirgendwo;;;\n"
    )
    work, home = customer(text).addresses
    assert (work.region, work.country) == ("BW", "Utopia")
    assert (home.region, home.country) == ("BY", "Nirgendwo")


def test_a_place_beside_towns_is_where_somebody_sits() -> None:
    head = "Vorname;Ort geschäftlich;Ort;E-Mail-Typ;Autotelefon;Telex"
    found = customer(f"{head}\nAnna;Ulm;Zimmer 5;SMTP;;\n")
    assert [one.town for one in found.addresses] == ["Ulm"]
    assert found.fields == (CustomField("Ort", "Zimmer 5"),)


def test_german_headers_of_today_mean_what_they_say() -> None:
    head = "Vorname;Ort geschäftlich;Region geschäftlich;Land/Region geschäftlich;E-Mail-Typ"
    found = customer(f"{head}\nAnna;Ulm;BW;Deutschland;SMTP\n")
    assert (found.addresses[0].region, found.addresses[0].country) == ("BW", "DE")


def test_values_tell_which_of_land_and_region_is_the_country() -> None:
    head = "Vorname;Land geschäftlich;Region geschäftlich;Ort geschäftlich;Autotelefon;Telex"
    text = f"{head}\nAnna;Deutschland;Schwaben;Ulm;;\nBob;Österreich;Tirol;Imst;;\n"
    assert [one.addresses[0].country for one in customers(text)] == ["DE", "AT"]
    assert [one.addresses[0].region for one in customers(text)] == ["Schwaben", "Tirol"]


def test_older_german_files_are_in_the_windows_code_page() -> None:
    text = _file(
        "Vorname|Nachname|Straße privat|Ort privat|E-Mail 2: Adresse", {"Vorname": "Jürgen"}
    )
    found = read(text.encode("cp1252"))
    assert (found.encoding, found.guessed) == ("cp1252", True)
    assert customer(text.encode("cp1252")).given == "Jürgen"


def test_the_order_of_dates_is_decided_over_the_whole_column() -> None:
    people = [
        {"First Name": "A", "Birthday": "3/4/1984"},
        {"First Name": "B", "Birthday": "3/22/1984"},
    ]
    first, _second = customers(_file(_ENGLISH, *people))
    assert first.dates == (CustomerDate(DateKind.BIRTHDAY, 3, 4, 1984),)
    (alone,) = customers(_file(_ENGLISH, people[0]))
    assert alone.dates == (CustomerDate(DateKind.BIRTHDAY, 4, 3, 1984),)


def test_a_date_that_is_none_is_kept_and_said() -> None:
    (row,) = rows(_file(_ENGLISH, {"First Name": "Anna", "Birthday": "unbekannt"}))
    assert row.customer.fields == (CustomField("Birthday", "unbekannt"),)
    assert row.left_over == ("“unbekannt” is no date; it is kept as the field “Birthday”.",)
