"""Where invented customers live, and numbers and addresses that belong to nobody."""

from functools import cache
from random import Random

from anyascii import anyascii

from customerbook.book.sample.draws import listed, pick
from customerbook.model.customer import Address

MUNICH = listed(
    "80331 80333 80335 80337 80339 80469 80538 80539 80634 80636 80637 80638 80639 80686 "
    "80687 80689 80796 80797 80798 80799 80801 80802 80803 80804 80805 80807 80809 80933 "
    "80935 80937 80939 80992 80993 80995 80997 80999 81241 81243 81245 81369 81371 81373 "
    "81375 81377 81379 81475 81476 81477 81479 81539 81541 81543 81545 81547 81549 81667 "
    "81669 81671 81673 81675 81677 81679 81735 81737 81739 81825 81827 81829 81925 81927 "
    "81929 ",
    " ",
)
AROUND = (
    ("85221", "Dachau"),
    ("82110", "Germering"),
    ("85354", "Freising"),
    ("85716", "Unterschleißheim"),
    ("85748", "Garching"),
    ("82319", "Starnberg"),
    ("82256", "Fürstenfeldbruck"),
    ("85435", "Erding"),
    ("85560", "Ebersberg"),
    ("83022", "Rosenheim"),
    ("86150", "Augsburg"),
    ("84028", "Landshut"),
    ("85049", "Ingolstadt"),
    ("85737", "Ismaning"),
    ("85540", "Haar"),
    ("85521", "Ottobrunn"),
    ("82024", "Taufkirchen"),
    ("82008", "Unterhaching"),
    ("82031", "Grünwald"),
    ("82049", "Pullach"),
    ("82166", "Gräfelfing"),
    ("82152", "Planegg"),
    ("82178", "Puchheim"),
    ("82194", "Gröbenzell"),
    ("82140", "Olching"),
    ("85757", "Karlsfeld"),
    ("83646", "Bad Tölz"),
    ("82362", "Weilheim"),
    ("83607", "Holzkirchen"),
    ("83700", "Rottach-Egern"),
)
STREETS = listed(
    "Lindenstraße, Isarweg, Ahornweg, Am Mühlbach, Schloßstraße, Kirchplatz, Bahnhofstraße, "
    "Rosenweg, Gärtnerstraße, Ludwigstraße, An der Würm, Hölderlinstraße, Dorfstraße, "
    "Wiesenweg, Kastanienallee, Werkstraße, Brunnenweg, Sonnenstraße, Am Anger, "
    "Fuggerstraße, Zugspitzstraße, Birkenweg, Marktplatz, Ringstraße, Tölzer Straße, "
    "Am Stadtpark, Schmiedgasse, Heuweg, Mozartstraße, Implerstraße, Hohenzollernplatz, "
    "Oberländerstraße, Alte Poststraße, Flößerweg, Karwendelring, Nußbaumweg"
)
ABROAD: dict[str, tuple[Address, ...]] = {
    "el": (Address("Οδός Ερμού 15", postcode="546 24", town="Θεσσαλονίκη", country="GR"),),
    "it": (
        Address("Via dei Mulini 8", postcode="39100", town="Bolzano", country="IT"),
        Address("Corso Garibaldi 41", postcode="37121", town="Verona", country="IT"),
    ),
    "pl": (
        Address("ul. Długa 7/3", postcode="31-147", town="Kraków", country="PL"),
        Address("ul. Świętojańska 20", postcode="81-368", town="Gdynia", country="PL"),
    ),
    "cs": (Address("Sady Pětatřicátníků 9", postcode="301 00", town="Plzeň", country="CZ"),),
    "fr": (Address("12, rue des Tisserands", postcode="67000", town="Strasbourg", country="FR"),),
    "nl": (Address("Singel 118", postcode="5611 BX", town="Eindhoven", country="NL"),),
    "en": (
        Address("4 Chapel Row", postcode="LS1 4AP", town="Leeds", country="GB"),
        Address("27 Quayside Lane", postcode="BS1 6XN", town="Bristol", country="GB"),
    ),
    "de": (
        Address("Linzer Gasse 30", postcode="5020", town="Salzburg", country="AT"),
        Address("Höttinger Au 5", postcode="6020", town="Innsbruck", country="AT"),
        Address("Limmatquai 90", postcode="8001", town="Zürich", country="CH"),
    ),
    "da": (Address("Nørregade 12", postcode="8000", town="Aarhus C", country="DK"),),
    "nb": (Address("Storgata 3", postcode="9008", town="Tromsø", country="NO"),),
    "sv": (Address("Östra Hamngatan 6", postcode="411 09", town="Göteborg", country="SE"),),
    "es": (Address("Calle del Olmo 5, 2.º", postcode="28012", town="Madrid", country="ES"),),
    "hu": (Address("Fő utca 18.", postcode="9400", town="Sopron", country="HU"),),
}
_RURAL = ("Hof", "Hinterhaus", "2. Stock links", "c/o Werkstatt")
_DOMAINS = ("example.org", "example.com", "example.net", "mail.example", "post.example")
# The Bundesnetzagentur keeps these blocks for films and books; the last digits are an extension.
_LANDLINES = (("089", "99998"), ("089", "99998"), ("030", "23125"), ("040", "66969"))
_MOBILE = "392"  # of 0171; films use 0171 39200-xx
_ABROAD_PHONES = {
    "GB": "+44 7700 900{:03}",
    "FR": "+33 6 39 98 {:02} 00",
    "SE": "+46 70 174 06 {:02}",
}


def address(random: Random, language: str) -> Address:
    """A home: mostly in Munich, sometimes around it, now and then in another country."""
    where = random.random()
    if where > 0.95 and language in ABROAD:
        return pick(random, ABROAD[language])
    extended = pick(random, _RURAL) if random.random() < 0.03 else ""
    street = f"{pick(random, STREETS)} {random.randrange(1, 180)}{_letter(random)}"
    if where > 0.65:
        postcode, town = pick(random, AROUND)
    else:
        postcode, town = pick(random, MUNICH), "München"
    return Address(street, extended, postcode=postcode, town=town, country="DE")


def mobile(number: int, style: int) -> str:
    """A mobile number, written as people write it; `number` below 10,000."""
    digits = f"{number:04}"
    match style % 5:
        case 0:
            return f"+49 171 {_MOBILE}{digits}"
        case 1:
            return f"0171/{_MOBILE}{digits}"
        case 2:
            return f"0171 {_MOBILE} {digits[:2]} {digits[2:]}"
        case 3:
            return f"0171 {_MOBILE}{digits[:2]}-{digits[2:]}"
        case _:
            return f"0049171{_MOBILE}{digits}"


def landline(number: int, style: int) -> str:
    """A number at work or at home; `number` below 100,000 is the extension."""
    area, block = _LANDLINES[style % len(_LANDLINES)]
    return f"{area} {block}-{number:03}" if style % 3 else f"{area}/{block} {number:03}"


def phone_abroad(country: str, number: int) -> str:
    """A number reserved for fiction in a country that has such; empty where none is known."""
    pattern = _ABROAD_PHONES.get(country, "")
    return pattern.format(number % 100)


def email(given: str, family: str, number: int, random: Random) -> str:
    """An address at a domain that can never exist, from names in whatever script."""
    left, right = _plain(given), _plain(family)
    name = ".".join(part for part in (left, right) if part) or "rider"
    return f"{name}{number if random.random() < 0.5 else ''}@{pick(random, _DOMAINS)}"


def _letter(random: Random) -> str:
    return pick(random, "abc") if random.random() < 0.1 else ""


@cache
def _plain(name: str) -> str:
    return "".join(c for c in anyascii(name).lower() if c.isalnum())
