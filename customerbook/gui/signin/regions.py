"""Languages and countries to choose from, and what follows from a country."""

from functools import cache

from PySide6.QtCore import QLocale, QTimeZone

from customerbook.gui.widgets.choice import Option
from customerbook.model.clock import time_zone
from customerbook.model.errors import InvalidInputError
from customerbook.model.texts import spoken_languages

_LETTER = frozenset(["CA", "CL", "CO", "CR", "DO", "GT", "MX", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where letters are written on US Letter; elsewhere A4 is in the printers."""


@cache
def countries() -> tuple[Option, ...]:
    """Countries by their names; values are ISO 3166 codes."""
    found = {}
    for country in QLocale.Country:
        code = QLocale.territoryToCode(country)
        if len(code) == 2 and code.isalpha():
            found[code] = QLocale.territoryToString(country)
    return tuple(Option(c, name) for c, name in sorted(found.items(), key=lambda item: item[1]))


def languages() -> tuple[Option, ...]:
    """Languages that the program speaks, each by its own name; values are BCP 47."""
    found = {code: QLocale(code).nativeLanguageName() for code in spoken_languages()}
    names = {code: name[:1].upper() + name[1:] for code, name in found.items()}
    ordered = sorted({**names, "en": "English"}.items(), key=lambda item: item[1])
    return tuple(Option(code, name) for code, name in ordered)


def zone_of(country: str) -> str:
    """The computer's time zone; where it has none with a place, the first of the country."""
    own = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    others = QTimeZone.availableTimeZoneIds(QLocale.codeToTerritory(country))
    candidates = [own] if "/" in own and not own.startswith("Etc/") else []
    for name in [*candidates, *(bytes(zone.data()).decode() for zone in others)]:
        try:
            time_zone(name)
        except InvalidInputError:
            continue
        return name
    return "UTC"


def currency_of(country: str) -> str:
    """The currency of a country as ISO 4217."""
    locale = QLocale(QLocale.Language.AnyLanguage, QLocale.codeToTerritory(country))
    return locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) or "EUR"


def paper_of(country: str) -> str:
    """What lies in the printers of a country."""
    return "Letter" if country in _LETTER else "A4"
