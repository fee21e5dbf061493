"""Icons for custom fields, chosen by the words of their names in the languages shops use."""

from typing import Final

PLAIN: Final = "list"
"""The icon of a field whose name says nothing to us."""

_WORDS: Final = {
    "bike": "bike bicycle fahrrad rad velo vélo bici bicicletta bicicleta fiets rower cykel",
    "car": "car auto wagen kfz fahrzeug vehicle voiture coche carro samochód bil plate kennzeichen",
    "truck": "fleet fuhrpark flotte truck van lkw transporter",
    "id-card": "card karte kundenkarte customer-card membership member mitglied mitgliedsnummer "
    "carte tarjeta tessera karta",
    "hash": "number nummer numéro número numero numer customer-number kundennummer account konto",
    "ruler": "size größe groesse länge length height höhe taille talla taglia maat rozmiar",
    "footprints": "shoe shoes schuh schuhe schuhgröße chaussure zapato scarpa schoen",
    "key-round": "key schlüssel lock schloss clé llave chiave sleutel klucz",
    "battery": "battery akku batterie batería batteria accu bateria",
    "paw-print": "pet dog cat hund katze haustier tier chien chat perro gato cane gatto huisdier",
    "landmark": "tax vat ust-id ust-idnr steuernummer iban bank tva iva nip btw",
    "briefcase": "job beruf profession work arbeit métier trabajo lavoro beroep zawód",
    "heart": "hobby hobbys interests interessen likes mag loisirs afición",
    "baby": "child children kind kinder enfant enfants hijo hijos figlio figli dziecko dzieci",
    "circle-alert": "allergy allergie allergies allergien unverträglichkeit alergia allergia",
    "languages": "language sprache langue idioma lingua taal język",
    "percent": "discount rabatt remise descuento sconto korting rabat",
    "house": "house haus wohnung flat maison casa huis dom",
    "laptop": "device gerät computer laptop appareil dispositivo apparaat",
    "clock": "hours time zeit öffnungszeiten opening-hours horaires horario orari",
}
_ICON_OF: Final = {word: icon for icon, words in _WORDS.items() for word in words.split()}


def field_icon(name: str) -> str:
    """The icon for a field of this name: by the whole name, else by one of its words."""
    folded = name.casefold().strip()
    whole = _ICON_OF.get("-".join(folded.split()))
    parts = (_ICON_OF.get(word.strip(".:")) for word in folded.split())
    return whole or next((icon for icon in parts if icon), PLAIN)


def says_all(name: str) -> bool:
    """Whether the icon says as much as the name: "Bike" needs no word beside the drawing."""
    return name.casefold().strip() in _SPEAKING


_SPEAKING: Final = frozenset(_WORDS["bike"].split() + _WORDS["car"].split()[:3])
