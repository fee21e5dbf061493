"""The words moments are typed with: one table a language, no grammar.

Each table turns spellings into the plain words that `when_reading.py` understands, so that a
further language is one more table in `WORDS` with the keys of English. Spellings are parted by
commas and may be several words; accents and capitals do not matter, `ue` for `ü` is listed.
English is always understood too; where it uses a spelling for something else, the language wins.
"""

import re
import unicodedata
from functools import cache

_LONGEST = 100  # letters; a moment needs 30
_LONGEST_PHRASE = 5  # words
_PIECE = re.compile(
    r"[\s,;]+|(?P<sign>[-+\u2212])|(?P<figure>\d+(?:[.:/,-]\d+)*\.?)"
    r"|(?P<word>[^\W\d_]+(?:[.'’][^\W\d_]+)*)\.?"
)

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "ereyesterday": "day before yesterday, the day before yesterday",
        "yesterday": "yesterday",
        "today": "today",
        "tomorrow": "tomorrow, tmr, tmrw",
        "overmorrow": "day after tomorrow, the day after tomorrow, overmorrow",
        "monday": "monday, mon, mo",
        "tuesday": "tuesday, tue, tues, tu",
        "wednesday": "wednesday, wed, we",
        "thursday": "thursday, thu, thur, thurs",
        "friday": "friday, fri, fr",
        "saturday": "saturday, sat, sa, weekend, the weekend",
        "sunday": "sunday, sun, su",
        "january": "january, jan",
        "february": "february, feb",
        "march": "march, mar",
        "april": "april, apr",
        "may": "may",
        "june": "june, jun",
        "july": "july, jul",
        "august": "august, aug",
        "september": "september, sep, sept",
        "october": "october, oct",
        "november": "november, nov",
        "december": "december, dec",
        "1": "a, an, one",
        "2": "two, a couple of",
        "3": "three",
        "4": "four",
        "5": "five",
        "6": "six",
        "7": "seven",
        "8": "eight",
        "9": "nine",
        "10": "ten",
        "11": "eleven",
        "12": "twelve",
        "min": "min, mins, minute, minutes",
        "h": "h",
        "hour": "hr, hrs, hour, hours",
        "day": "d, day, days",
        "week": "w, wk, wks, week, weeks",
        "month": "month, months",
        "year": "y, yr, yrs, year, years",
        "30 min": "half an hour, half hour, a half hour",
        "15 min": "quarter of an hour, a quarter of an hour, quarter hour",
        "morning": "morning, in the morning",
        "noon": "noon, midday",
        "afternoon": "afternoon, in the afternoon",
        "evening": "evening, in the evening, tonight",
        "next": "next",
        "last": "last, past",
        "end": "end of, end of the, the end of, the end of the, end",
        "end month": "month end, eom",
        "end year": "year end, eoy",
        "in": "in, within",
        "ago": "ago",
        "at": "at",
        "am": "am",
        "pm": "pm",
        "clock": "oclock",
        "nth": "st, nd, rd, th",
        "": "on, by, the, this, coming, until, till, of, and, t",
    },
    "de": {
        "ereyesterday": "vorgestern",
        "yesterday": "gestern",
        "today": "heute",
        "tomorrow": "morgen",
        "overmorrow": "übermorgen, uebermorgen",
        "monday": "montag, mo",
        "tuesday": "dienstag, die, di",
        "wednesday": "mittwoch, mi",
        "thursday": "donnerstag, do",
        "friday": "freitag, fr",
        "saturday": "samstag, sonnabend, sa, wochenende",
        "sunday": "sonntag, so",
        "january": "januar, jänner, jaenner, jan",
        "february": "februar, feber, feb",
        "march": "märz, maerz, mrz, mär",
        "april": "april, apr",
        "may": "mai",
        "june": "juni, juno, jun",
        "july": "juli, jul",
        "august": "august, aug",
        "september": "september, sept, sep",
        "october": "oktober, okt",
        "november": "november, nov",
        "december": "dezember, dez",
        "1": "ein, eine, einem, einer, einen, eins",
        "2": "zwei",
        "3": "drei",
        "4": "vier",
        "5": "fünf, fuenf",
        "6": "sechs",
        "7": "sieben",
        "8": "acht",
        "9": "neun",
        "10": "zehn",
        "11": "elf",
        "12": "zwölf, zwoelf",
        "min": "min, minute, minuten",
        "h": "h",
        "hour": "std, stunde, stunden",
        "day": "tag, tage, tagen, tages, tg",
        "week": "woche, wochen",
        "month": "monat, monate, monaten, monats",
        "year": "jahr, jahre, jahren, jahres",
        "30 min": "halbe stunde, halben stunde, eine halbe stunde, einer halben stunde",
        "15 min": "viertelstunde, eine viertelstunde, einer viertelstunde",
        "morning": "früh, frueh, in der früh, in der frueh, am morgen, morgens, "
        "vormittag, vormittags, am vormittag",
        "noon": "mittag, mittags, am mittag",
        "afternoon": "nachmittag, nachmittags, am nachmittag",
        "evening": "abend, abends, am abend",
        "next": "nächste, nächsten, nächster, nächstes, nächstem, "
        "naechste, naechsten, naechster, naechstes, naechstem",
        "last": "letzte, letzten, letzter, letztes, letztem, vorige, vorigen, voriger",
        "end": "ende, ende der, ende des, am ende der, am ende des",
        "end month": "monatsende",
        "end year": "jahresende",
        "in": "in, innerhalb von",
        "ago": "vor",
        "at": "um",
        "clock": "uhr",
        "": "am, an, den, dem, der, des, bis, zum, diese, diesen, dieser, "
        "kommende, kommenden, kommender, ab, gegen, und",
    },
}


def canonical(text: str, language: str) -> str | None:
    """A text in plain words and figures parted by spaces: "Fr., 14 Uhr" is "friday 14 clock".

    `language` is a BCP 47 language such as `de-AT`. None if a word or sign is none of a moment.
    """
    pieces = _pieces(text)
    if pieces is None:
        return None
    phrases = _phrases(re.split("[-_]", language)[0].lower())
    words: list[str] = []
    at = 0
    while at < len(pieces):
        ahead = pieces[at : at + _LONGEST_PHRASE]
        length = next((n for n in range(len(ahead), 0, -1) if ahead[:n] in phrases), 0)
        if length:
            words.append(phrases[ahead[:length]])
        elif ahead[0][0].isalpha():
            return None
        else:
            words.append(ahead[0])
        at += length or 1
    return " ".join(word for word in words if word)


def _pieces(text: str) -> tuple[str, ...] | None:
    """Signs, figures and words without their dots, or None if there is anything else."""
    if len(text) > _LONGEST:
        return None
    text = _plain(text)
    pieces: list[str] = []
    at = 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None:
            return None
        at = found.end()
        if found["word"]:
            pieces.append(re.sub("[.'’]", "", found["word"]))
        elif found["figure"]:
            pieces.append(found["figure"])
        elif found["sign"]:
            pieces.append("+" if found["sign"] == "+" else "-")
    return tuple(pieces)


def _plain(text: str) -> str:
    """A text without accents, capitals and special forms, with the digits 0 to 9."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(
        str(unicodedata.decimal(char, char))
        for char in decomposed
        if not unicodedata.combining(char)
    )


@cache
def _phrases(language: str) -> dict[tuple[str, ...], str]:
    """What each phrase, a tuple of plain words, is in canonical words; "" says nothing."""
    return {
        tuple(_plain(phrase).split()): meaning
        for table in (WORDS["en"], WORDS.get(language, {}))
        for meaning, phrases in table.items()
        for phrase in phrases.split(",")
        if phrase.strip()
    }
