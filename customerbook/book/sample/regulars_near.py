"""Regulars of the sample book who are found by parts of a name, a number, a note."""

from datetime import date

from customerbook.book.sample.details import born, home, last_such_day, mail, tel
from customerbook.book.sample.shop import JONAS
from customerbook.model.channel import Channel
from customerbook.model.customer import (
    Customer,
    Forbidden,
    Note,
)


def neighbours(today: date) -> dict[str, Customer]:
    """Many a Müller, and others of the quarter."""
    return {
        "grace": Customer(
            given="Grace",
            family="Mueller",
            language="en",
            since=date(today.year - 1, 7, 9),
            methods=(tel("0049171 3920061"), mail("grace.mueller@example.com")),
            addresses=home("4 Chapel Row", "LS1 4AP", "Leeds", "GB"),
            notes=(Note("In Munich each autumn; leaves the bike with us over the winter."),),
            tags=("storage",),
        ),
        "özlem": Customer(
            given="Özlem",
            family="Müller-Yıldız",
            language="de",
            since=date(today.year - 2, 11, 3),
            methods=(tel("0171/3920023"), mail("oezlem.my@example.net")),
            addresses=home("Gärtnerstraße 44", "80992", "München"),
            dates=(born(5, 19),),
            tags=("commuter",),
            responsible_id=JONAS,
        ),
        "sanne": Customer(
            given="Sanne",
            family="Mülders",
            language="nl",
            since=last_such_day(8, 10, today),
            methods=(tel("0171 3920031"), mail("sanne.mulders@example.org")),
            addresses=home("Singel 118", "5611 BX", "Eindhoven", "NL"),
            tags=("traveller",),
        ),
        "ivana": Customer(
            given="Ivana",
            family="Müllerová",
            language="cs",
            since=date(today.year - 1, 3, 17),
            methods=(tel("+49 171 3920047"),),
            addresses=home("Sady Pětatřicátníků 9", "301 00", "Plzeň", "CZ"),
        ),
        "kohlmüller": Customer(
            prefix="Dr.",
            given="Thomas",
            family="Kohlmüller",
            language="de",
            since=date(today.year - 2, 6, 1),
            methods=(tel("0171 3920082"), tel("089 99998-372", "practice")),
            addresses=home("Am Anger 15", "85221", "Dachau"),
            tags=("e-bike",),
        ),
        "fatima": Customer(
            given="Fatima",
            family="Benali",
            language="fr",
            since=date(today.year - 1, 9, 30),
            methods=(mail("fatima.benali@example.com"),),
            addresses=home("Isarweg 5", "81543", "München"),
            notes=(
                Note(
                    "Neighbour of Mr Müller, 0171 3920014: he takes parcels for her and has a key."
                ),
            ),
            tags=("family",),
        ),
        "wójcik": Customer(
            given="Małgorzata",
            family="Wójcik-Szczęsna",
            title="Vet",
            organisation="Tierarztpraxis am Anger",
            language="pl",
            since=date(today.year - 3, 2, 14),
            methods=(tel("0171 3920087"),),
            addresses=home("Kirchplatz 3", "85354", "Freising"),
            tags=("leasing",),
        ),
        "hohenfels": Customer(
            prefix="Dr.",
            given="Maximilian",
            additional="Alexander Theodor",
            family="Freiherr von Hohenfels-Waldburg-Sonnenthal",
            suffix="jun.",
            nickname="Maxi",
            language="de",
            since=date(today.year - 9, 8, 21),
            methods=(tel("0171 3920091"), mail("maximilian.von.hohenfels@example.org")),
            addresses=home("Schloßstraße 1", "82319", "Starnberg"),
            dates=(born(12, 24, 1961),),
            tags=("collector",),
            interval_days=180,
        ),
        "groß": Customer(
            given="Anneliese",
            family="Groß",
            language="de",
            since=date(today.year - 8, 5, 5),
            methods=(tel("089 99998-118", "home"),),
            addresses=home("Dorfstraße 77", "82140", "Olching"),
            dates=(born(9, 9, 1943),),
            forbidden=(Forbidden(Channel.EMAIL, None, "Has no computer; call her or write."),),
            tags=("senior",),
        ),
    }
