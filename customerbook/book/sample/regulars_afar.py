"""Regulars of the sample book with names in every script and letter."""

from datetime import date

from customerbook.book.sample.details import home, mail, tel
from customerbook.model.channel import Channel
from customerbook.model.customer import (
    ContactMethod,
    Customer,
    MethodKind,
)


def travellers(today: date) -> dict[str, Customer]:
    """From far and wide, now in Munich or passing through."""
    since = date(today.year - 2, 1, 10)
    return {
        "đorđe": Customer(
            given="Đorđe",
            family="Đurđević",
            language="sr",
            since=since,
            methods=(tel("0171 3920095"),),
            addresses=home("Ringstraße 60", "80807", "München"),
        ),
        "þórdís": Customer(
            given="Þórdís",
            family="Jónsdóttir",
            language="is",
            since=since,
            methods=(mail("thordis@example.org"), tel("0171 3920096")),
            addresses=home("Laugavegur 77", "101", "Reykjavík", "IS"),
            tags=("traveller",),
        ),
        "алёна": Customer(
            given="Алёна",
            family="Королёва",
            nickname="Alyona Korolyova",
            language="ru",
            since=since,
            methods=(tel("0171 3920097"),),
            addresses=home("Heuweg 19", "82166", "Gräfelfing"),
        ),
        "großmann": Customer(
            given="Jürgen",
            family="Großmann-Weiß",
            language="de",
            since=since,
            methods=(tel("0171 3920003"), mail("j.grossmann-weiss@example.net")),
            addresses=home("Nußbaumweg 11", "82152", "Planegg"),
            tags=("e-bike", "service plan"),
        ),
        "王": Customer(
            family="王小明",
            nickname="Wang Xiaoming",
            language="zh",
            since=since,
            methods=(tel("0171 3920006"), ContactMethod(MethodKind.MESSENGER, "xm-wang")),
            addresses=home("Marktplatz 1", "85748", "Garching"),
            preferred_channel=Channel.MESSAGE,
        ),
        "田中": Customer(
            family="田中 さくら",
            nickname="Tanaka Sakura",
            language="ja",
            since=since,
            methods=(mail("sakura.tanaka@example.com"),),
            addresses=home("Oberländerstraße 26", "81371", "München"),
        ),
        "김": Customer(
            family="김민준",
            nickname="Kim Min-jun",
            language="ko",
            since=since,
            methods=(tel("0171 3920009"),),
            addresses=home("Zugspitzstraße 13", "81541", "München"),
        ),
        "דוד": Customer(
            given="דוד",
            family="לוי",
            nickname="David Levi",
            language="he",
            since=since,
            methods=(tel("0171 3920011"),),
            addresses=home("Hölderlinstraße 5", "80637", "München"),
        ),
        "प्रिया": Customer(
            given="प्रिया",
            family="शर्मा",
            nickname="Priya Sharma",
            language="hi",
            since=since,
            methods=(tel("0171 3920012"), mail("priya.sharma@example.org")),
            addresses=home("Alte Poststraße 50", "85521", "Ottobrunn"),
            tags=("commuter",),
        ),
        "joão": Customer(
            given="João",
            family="da Conceição Magalhães",
            language="pt",
            since=since,
            methods=(tel("0171 3920017"),),
            addresses=home("Sonnenstraße 90", "80331", "München"),
        ),
        "zoë": Customer(
            given="Zoë",
            family="van ’t Hof",
            language="nl",
            since=since,
            methods=(mail("zoe.vanthof@example.net"),),
            addresses=home("Kastanienallee 38", "82194", "Gröbenzell"),
            tags=("cargo bike", "family"),
        ),
        "okonkwo": Customer(
            given="Chukwuemeka",
            family="Okonkwo",
            nickname="Emeka",
            title="Driver",
            organisation="Behindertenfahrdienst München-Süd gGmbH",
            language="en",
            since=since,
            methods=(tel("0171 3920018"),),
        ),
        "søren": Customer(
            given="Søren",
            family="Ærø Kjær",
            language="da",
            since=since,
            methods=(tel("0171 3920019"),),
            addresses=home("Nørregade 12", "8000", "Aarhus C", "DK"),
        ),
        "aoife": Customer(
            given="Aoife",
            family="Ní Dhomhnaill",
            language="ga",
            since=since,
            methods=(mail("aoife@example.com"),),
            addresses=home("An der Würm 7", "82178", "Puchheim"),
        ),
        "lászló": Customer(
            given="László",
            family="Szőke-Őry",
            language="hu",
            since=since,
            methods=(tel("0171 3920021"),),
            addresses=home("Fő utca 18.", "9400", "Sopron", "HU"),
        ),
        "antonín": Customer(
            given="Antonín",
            family="Dvořáček",
            language="cs",
            since=since,
            methods=(tel("0171 3920022"),),
            addresses=home("Am Stadtpark 2", "85540", "Haar"),
        ),
    }
