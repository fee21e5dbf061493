"""Headers of many programs and languages; the tables are facts, gathered from real exports."""

import pytest

from customerbook.exchange.columns import Meaning, meaning, meanings


def _said(header: str) -> str:
    one = meaning(header)
    number = str(one.number) if one.number > 1 else ""
    return " ".join(filter(None, (one.field, one.part, one.label, number)))


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ("First Name|Vorname|Prénom|Nombre|Nome|Voornaam|Imię|Förnamn|Имя|FirstName", "given"),
        ("Last Name|Nachname|Apellidos|Cognome|Achternaam|Nazwisko|Sobrenome|Apelido", "family"),
        ("Middle Name|Weitere Vornamen|Deuxième prénom|Secondo nome|Drugie imię", "additional"),
        ("Company|Firma|Société|Empresa|Società|Bedrijf|Organización|Företag", "organisation"),
        ("Department|Abteilung|Departamento|Reparto|Afdeling|Dział", "department"),
        ("Telefon|Phone|Phone Number|Téléphone|Teléfono|Telefono|Telefoon|Telefone|Tel.", "phone"),
        (
            "Mobile Phone|Telefon mobil|Handy|Mobiltelefon|Tél. mobile|Móvil|Teléfono móvil"
            "|Cellulare|Mobiele telefoon|Telefon komórkowy|Telefone celular|Telemóvel|Cell",
            "phone mobile",
        ),
        (
            "Business Phone|Telefon geschäftlich|Telefon (geschäftlich)|Téléphone (bureau)"
            "|Teléfono del trabajo|Telefoon op werk|Telefon służbowy|Telefone comercial"
            "|Tel. dienstlich|Work Phone|Firma Telefon",
            "phone work",
        ),
        ("Telefon privat 2|Téléphone 2 (domicile)|Home Phone 2", "phone home 2"),
        ("Business Fax|Fax geschäftlich|Télécopie (bureau)|Fax (uff.)", "phone work fax"),
        (
            "E-mail Address|E-Mail-Adresse|E-Mail|Email|Mail|Adresse de messagerie|E-mailadres"
            "|Dirección de correo electrónico|Indirizzo posta elettronica|Adres e-mail"
            "|Endereço de email|Endereço de correio eletrónico|Customer Email|E-postadress",
            "email",
        ),
        (
            "E-mail 2 Address|E-Mail 2: Adresse|Adresse de messagerie 2|Email2Address"
            "|Indirizzo posta elettronica 2|E-mailadres 2|Adres e-mail 2",
            "email 2",
        ),
        (
            "Business Street|Straße geschäftlich|Rue (bureau)|Calle del trabajo|Via (uff.)"
            "|Werkadres, straat|Adres służbowy - ulica|Rua do endereço comercial"
            "|Straße (geschäftlich)|Work Address|BusinessStreet",
            "address street work",
        ),
        (
            "Home City|Ort privat|Ville (domicile)|Città (ab.)|Huisadres, plaats"
            "|Adres domowy - miejscowość|Cidade do endereço residencial|Privat: Ort",
            "address town home",
        ),
        (
            "Home Postal Code|Postleitzahl privat|Code postal (domicile)|CAP (ab.)"
            "|Huisadres, postcode|Kod pocztowy (dom)|Home ZipCode|Privat: PLZ",
            "address postcode home",
        ),
        (
            "Business Country|Business Country/Region|Land/Region geschäftlich"
            "|Pays/Région (bureau)|País o región del trabajo|Paese (uff.)|Land/regio (werk)"
            "|Adres służbowy - kraj/region|País/Região da Empresa",
            "address country work",
        ),
        (
            "Business State|Region geschäftlich|Dép/Région (bureau)|Provincia (uff.)"
            "|Provincia o estado de trabajo|Adres służbowy - województwo|Werkadres, provincie",
            "address region work",
        ),
        ("PLZ|Zip|Postal Code|Code postal|CAP|Postcode|Kod pocztowy|CEP", "address postcode"),
        ("Ort|Stadt|City|Town|Ville|Ciudad|Città|Plaats|Miasto|Cidade", "address town"),
        ("Straße|Strasse|Street|Adresse|Address|Anschrift|Straße und Hausnummer", "address street"),
        ("PLZ/Ort|PLZ Ort|ZIP City", "address postcode town"),
        ("Hausnummer|Hausnr.|House number", "address house"),
        (
            "Business Address PO Box|Postfach geschäftlich|B.P. professionnelle",
            "address post_box work",
        ),
        ("Hemadress, box|Huisadres, postbusnummer", "address post_box home"),
        ("Notes|Notizen|Bemerkungen|Notas|Note|Comments|Memo|Uwagi|Opmerkingen", "note"),
        ("Categories|Kategorien|Catégories|Tags|Group Membership|Labels", "tags"),
        ("Birthday|Geburtstag|Geburtsdatum|Compleanno|Urodziny|Date of Birth", "date birthday"),
        ("Web Page|Webseite|Page Web|Página Web|Pagina Web|Strona sieci Web|Website", "web"),
        ("E-mail Type|E-Mail-Typ|E-mail Display Name|E-Mail: Angezeigter Name", "mail-extra"),
        (
            "Rahmennummer|Accepts Email Marketing|Phone Verified|Spouse|Auto|Kundennummer|Hobby"
            "|Total Spent|Email Subscription Status||Code|Radio",
            "custom",
        ),
    ],
)
def test_headers_in_many_languages(headers: str, said: str) -> None:
    assert {header: _said(header) for header in headers.split("|")} == dict.fromkeys(
        headers.split("|"), said
    )


def _fields(headers: str) -> list[str]:
    return [one.field for one in meanings(headers.split(","))]


def test_a_title_before_the_name_is_one_of_the_name() -> None:
    assert _fields("Title,First Name,Last Name,Job Title") == ["prefix", "given", "family", "title"]
    assert _fields("Titre,Prénom,Nom,Titre") == ["prefix", "given", "family", "title"]
    assert _fields("First Name,Last Name,Title,Job Title")[2:] == ["prefix", "title"]
    assert _fields("Name,Title,Phone")[1] == "title"


def test_a_single_name_column_is_the_whole_name() -> None:
    assert _fields("Nome,Telefono") == ["name", "phone"]
    assert _fields("Nom,Téléphone") == ["name", "phone"]
    assert _fields("Nombre,Apellidos") == ["given", "family"]
    assert _fields("Name,Vorname") == ["family", "given"]
    assert _fields("Name,First Name,Last Name")[0] == "name"


def test_a_birthday_in_parts() -> None:
    found = meanings(["Geburtsjahr", "Geburtsmonat", "Geburtstag"])
    assert [one.part for one in found] == ["year", "month", "day"]


def test_a_second_line_and_a_second_address() -> None:
    assert meanings(["Street", "Street 2", "City"])[1] == Meaning("address", "street")
    assert meanings(["Street", "Street 2", "City", "City 2"])[1].number == 2
