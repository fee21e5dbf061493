"""Regulars of the sample book with whom something is going on."""

from datetime import date, timedelta

from customerbook.book.sample.details import (
    born,
    customer_for,
    home,
    last_such_day,
    mail,
    news,
    tel,
    years_before,
)
from customerbook.book.sample.shop import AYLIN, JONAS, MARTHA, TOMASZ
from customerbook.model.channel import Channel
from customerbook.model.customer import (
    Customer,
    CustomField,
    Forbidden,
    Note,
)

TUESDAY = 1


def expected(today: date) -> dict[str, Customer]:
    """Those for whom something is due."""
    return {
        "oliver": Customer(
            given="Oliver",
            family="Müller",
            title="Workshop manager",
            organisation="Müller & Söhne Metallbau GmbH",
            language="en",
            preferred_channel=Channel.EMAIL,
            best_time="mornings",
            responsible_id=MARTHA,
            since=date(today.year - 7, 5, 4),
            methods=(
                mail("oliver.m@example.org", preferred=True),
                tel("+49 171 3920014", "mobile"),
            ),
            addresses=home("Isarweg 7", "81543", "München"),
            dates=(born(2, 2, today.year - 45),),
            notes=(
                Note("Rides to work all winter. Call him Oliver, not Herr Müller.", pinned=True),
            ),
            tags=("commuter", "workshop"),
            fields=(CustomField("Bike", "Gravel, frame RL-20871"),),
            forbidden=(
                Forbidden(
                    Channel.CALL,
                    last_such_day(3, 3, today),
                    "Write to him, in the morning if possible",
                ),
            ),
            consents=(news(last_such_day(3, 3, today), given=False),),
        ),
        "mai": Customer(
            family="Nguyễn Thị Mai",
            language="de",
            since=last_such_day(6, 12, today),
            methods=(tel("0171 3920025"), mail("mai.nguyen@example.com")),
            addresses=home("Implerstraße 61", "81371", "München"),
            notes=(Note("Two children, 2 and 5. Stairs to the cellar: 12 steps.", pinned=True),),
            tags=("family", "cargo bike"),
            responsible_id=JONAS,
        ),
        "siobhán": Customer(
            given="Siobhán",
            family="O’Connor",
            language="en",
            since=date(today.year - 3, 9, 18),
            methods=(tel("+49 171 3920036"), mail("siobhan.oconnor@example.net")),
            addresses=home("Fuggerstraße 12a", "81373", "München"),
            tags=("e-bike",),
            fields=(CustomField("Bike", "E-trekking, frame RL-18802, battery 500 Wh"),),
            responsible_id=AYLIN,
        ),
        "layla": Customer(
            given="ليلى",
            family="حداد",
            nickname="Layla Haddad",
            language="ar",
            since=date(today.year - 1, 4, 2),
            preferred_channel=Channel.CALL,
            best_time="after 17:00",
            methods=(tel("0171/3920044"), mail("layla.haddad@example.org")),
            addresses=home("Tölzer Straße 3", "81379", "München"),
            notes=(Note("Had a fitting for back pain; saddle changed twice."),),
            tags=("commuter",),
        ),
        "wojciech": Customer(
            given="Wojciech",
            family="Zieliński",
            language="pl",
            since=date(today.year - 5, 2, 27),
            methods=(tel("0171 392 00 33"),),
            addresses=home("Schmiedgasse 9", "85221", "Dachau"),
            notes=(Note("Restores old touring bikes; likes to be shown the parts."),),
            tags=("restorer",),
            responsible_id=TOMASZ,
        ),
        "maría": Customer(
            given="María José",
            family="Fernández Ortiz",
            language="es",
            since=date(today.year - 4, 10, 8),
            methods=(tel("0171 3920052"), mail("mj.fernandez@example.com", preferred=True)),
            addresses=home("Mozartstraße 20", "80336", "München"),
            dates=(born(8, 15, 1978),),
            tags=("commuter", "service plan"),
            consents=(news(date(today.year - 4, 10, 8), given=True),),
            responsible_id=JONAS,
        ),
    }


def to_call(today: date) -> dict[str, Customer]:
    """Those who wait for an answer, went quiet, or have a day to remember."""
    tomorrow = today + timedelta(days=1)
    tuesday = today + timedelta(days=(TUESDAY - today.weekday() - 2) % 7 + 2)
    return {
        "eleni": Customer(
            given="Ελένη",
            family="Παπαδοπούλου",
            nickname="Eleni Papadopoulou",
            language="el",
            since=date(today.year - 2, 5, 23),
            preferred_channel=Channel.EMAIL,
            methods=(mail("eleni.papadopoulou@example.org", preferred=True), tel("0171 3920040")),
            addresses=home("Rosenweg 4", "82110", "Germering"),
            tags=("tandem",),
        ),
        "øyvind": Customer(
            given="Øyvind",
            family="Kristiansen",
            language="nb",
            interval_days=91,
            since=date(today.year - 4, 3, 30),
            methods=(tel("+49 171 3920071"), mail("oyvind.kristiansen@example.net")),
            addresses=home("Karwendelring 18", "82031", "Grünwald"),
            tags=("racer",),
            fields=(CustomField("Bike", "Road, frame RL-17730, size 60"),),
        ),
        "hannelore": Customer(
            given="Hannelore",
            family="Müller",
            language="de",
            since=date(today.year - 12, 4, 11),
            methods=(tel("0171 39200-58"), tel("089 99998-210", "home")),
            addresses=home("Birkenweg 2", "82110", "Germering"),
            dates=(born(tomorrow.month, tomorrow.day, years_before(tomorrow, 70).year),),
            notes=(Note("Hears badly on the phone: speak slowly, or write a card.", pinned=True),),
            tags=("senior", "e-bike"),
        ),
        "giulia": Customer(
            given="Giulia",
            family="Ambrosini",
            language="it",
            since=years_before(tuesday, 10),
            preferred_channel=Channel.EMAIL,
            methods=(mail("giulia.ambrosini@example.com"), tel("0171 3920049")),
            addresses=home("Hohenzollernplatz 6", "80796", "München"),
            dates=(customer_for(tuesday, 10),),
            notes=(Note("Tours with her sister each summer; rents the tandem."),),
            tags=("tandem", "traveller"),
            consents=(news(last_such_day(1, 20, today), given=True),),
        ),
        "jean-baptiste": Customer(
            given="Jean-Baptiste",
            family="Lefèvre",
            language="fr",
            since=last_such_day(9, 2, today),
            methods=(tel("+33 6 39 98 12 34"), mail("jb.lefevre@example.org")),
            addresses=home("Ludwigstraße 29", "80539", "München"),
            tags=("leasing",),
            best_time="12:00 to 14:00",
            responsible_id=AYLIN,
        ),
        "unknown": Customer(
            methods=(tel("0171 3920066"),),
            notes=(Note("Rings about a used child seat, never says a name."),),
        ),
    }
