"""Organisations among the regulars of the sample book."""

from datetime import date

from customerbook.book.sample.details import home, last_such_day, mail, tel
from customerbook.book.sample.shop import JONAS, MARTHA
from customerbook.model.customer import (
    ContactMethod,
    Customer,
    CustomerKind,
    CustomField,
    Note,
)


def organisations(today: date) -> dict[str, Customer]:
    """Firms, a café, a club; each by a short name."""

    def organisation(name: str, *methods: ContactMethod, **more: object) -> Customer:
        return Customer(
            kind=CustomerKind.ORGANISATION,
            organisation=name,
            methods=methods,
            **more,  # type: ignore[arg-type]
        )

    return {
        "fahrdienst": organisation(
            "Behindertenfahrdienst München-Süd gGmbH",
            mail("fuhrpark@fahrdienst.example", preferred=True),
            tel("089 99998-455", "office"),
            addresses=home("Werkstraße 40", "81369", "München"),
            language="de",
            since=date(today.year - 4, 1, 15),
            tags=("maintenance contract",),
            fields=(CustomField("Fleet", "11 cargo bikes, 2 wheelchair carriers"),),
            responsible_id=MARTHA,
        ),
        "morgenrot": organisation(
            "Café Morgenrot",
            mail("hallo@morgenrot.example"),
            tel("089 99998-377", "kitchen"),
            addresses=home("Brunnenweg 2", "81541", "München"),
            language="de",
            since=date(today.year - 3, 3, 1),
            tags=("delivery bikes",),
            responsible_id=MARTHA,
        ),
        "lüdenscheid": organisation(
            "Metallbau Müller-Lüdenscheid & Partner KG",
            mail("buero@ml-metallbau.example"),
            tel("040 66969-120", "office"),
            addresses=home("Am Mühlbach 16", "85748", "Garching"),
            language="de",
            since=date(today.year - 2, 2, 2),
            tags=("leasing", "trade"),
        ),
        "sonnenblume": organisation(
            "Kindertageseinrichtung Sonnenblume",
            tel("089 99998-261", "office"),
            mail("leitung@sonnenblume.example"),
            addresses=home("Wiesenweg 8", "81547", "München"),
            language="de",
            since=last_such_day(2, 10, today),
            notes=(
                Note("Deliveries through the garden gate, before 9:30 or after 12.", pinned=True),
            ),
            tags=("balance bikes",),
            responsible_id=JONAS,
        ),
        "müller & söhne": organisation(
            "Müller & Söhne Metallbau GmbH",
            tel("+49 (0)171 3920090", "dispatch"),
            mail("info@mueller-soehne.example"),
            addresses=home("Bahnhofstraße 31", "85716", "Unterschleißheim"),
            language="de",
            since=date(today.year - 6, 10, 1),
            tags=("trade",),
        ),
        "isartal": organisation(
            "Radsportverein Isartal e. V.",
            mail("vorstand@rsv-isartal.example"),
            tel("0171 3920079", "coach"),
            addresses=home("Flößerweg 22", "82049", "Pullach"),
            language="de",
            since=date(today.year - 6, 4, 19),
            tags=("club", "racer"),
        ),
        "tierarzt": organisation(
            "Tierarztpraxis am Anger",
            tel("089 99998-640", "reception"),
            addresses=home("Am Anger 4", "85354", "Freising"),
            language="de",
            since=date(today.year - 3, 2, 14),
        ),
    }
