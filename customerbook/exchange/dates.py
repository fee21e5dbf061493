"""Days of a year as other programs write them, with or without the year."""

import re
from collections.abc import Iterable
from enum import StrEnum

from customerbook.exchange.words import fold, table
from customerbook.model import clock

Day = tuple[int | None, int, int]
"""Year if it is known, month, day."""

NO_YEAR = 1604
"""The year that Apple's programs write for a birthday without one."""

_OUTLOOK_NEVER = 4501


class DateOrder(StrEnum):
    """What comes first in a date such as 03/04/1985."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


_MONTH_FIRST = {"US", "PR", "GU", "PH", "FM", "PW", "MH", "AS", "VI"}
_MONTHS = table(
    {
        "1": "jan,january,januar,jänner,janvier,janv,enero,ene,gennaio,gen,januari,stycznia,"
        "styczeń,sty,janeiro",
        "2": "feb,february,februar,feber,février,févr,febrero,febbraio,februari,lutego,luty,lut,"
        "fevereiro,fev",
        "3": "mar,march,märz,mrz,mars,marzo,maart,mrt,marca,marzec,março",
        "4": "apr,april,avril,avr,abril,abr,aprile,kwietnia,kwiecień,kwi",
        "5": "may,mai,mayo,maggio,mag,mei,maja,maj,maio",
        "6": "jun,june,juni,juin,junio,giugno,giu,czerwca,czerwiec,cze,junho",
        "7": "jul,july,juli,juillet,juil,julio,luglio,lug,lipca,lipiec,lip,julho",
        "8": "aug,august,août,agosto,ago,augustus,sierpnia,sierpień,sie,augusti",
        "9": "sep,sept,september,septembre,septiembre,settembre,set,września,wrzesień,wrz,setembro",
        "10": "oct,okt,october,oktober,octobre,octubre,ottobre,ott,października,październik,paź,"
        "outubro,out",
        "11": "nov,november,novembre,noviembre,listopada,listopad,lis,novembro",
        "12": "dec,dez,december,dezember,décembre,déc,diciembre,dic,dicembre,grudnia,grudzień,"
        "gru,dezembro",
    }
)
_TIME = re.compile(r"(?<=\d)(?:[T ]\s*\d{1,2}:\d\d.*|T\d{0,6}[\d.Z+:-]*)$")
_YEAR_FIRST = re.compile(r"(\d{4})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})\.?")
_COMPACT = re.compile(r"(\d{4}|--)-?(\d\d)-?(\d\d)")
_THREE = re.compile(r"(\d{1,2})\s?([-./ ])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)\.?")
_TWO = re.compile(r"(\d{1,2})\s?([-./])\s?(\d{1,2})\.?")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ENOUGH = 50
_PLAIN = 500


def usual_order(country: str) -> DateOrder:
    """The order of day and month in a country (ISO 3166)."""
    return DateOrder.MONTH_FIRST if country.upper() in _MONTH_FIRST else DateOrder.DAY_FIRST


def decide_order(values: Iterable[str], usual: DateOrder) -> DateOrder:
    """The order in a whole column: what cannot be a month tells; without that, the usual one.

    Stops reading `values` when enough of them have told the same, or are in no need of an order.
    """
    day_first = month_first = plain = 0
    for value in values:
        match = _THREE.fullmatch(_bare(value)) if len(value) < 60 else None
        if not match or match[2] == ".":
            plain += 1
            if plain >= _PLAIN and not day_first and not month_first:
                break
            continue
        first, second = int(match[1]), int(match[3])
        day_first += first > 12 >= second > 0
        month_first += second > 12 >= first > 0
        if abs(day_first - month_first) >= _ENOUGH:
            break
    if day_first == month_first:
        return usual
    return DateOrder.DAY_FIRST if day_first > month_first else DateOrder.MONTH_FIRST


def is_empty_date(text: str) -> bool:
    """Whether a program wrote "no date" in figures: `0/0/00`, `0000-00-00`."""
    return not text.strip("0/.-: T") or str(_OUTLOOK_NEVER) in text


def read_day(text: str, order: DateOrder) -> Day | None:
    """Read a date or a birthday without a year; None if it is neither.

    Understands ISO 8601, `yyyymmdd`, `--mmdd`, `m/d/yyyy`, `d.m.yyyy` and months as words. A time
    of day is left away.
    """
    if len(text) > 60:
        return None
    bare = _bare(text)
    if match := _COMPACT.fullmatch(bare):
        year = None if match[1] == "--" else int(match[1])
        return _day(year, int(match[2]), int(match[3]))
    if match := _YEAR_FIRST.fullmatch(bare):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _THREE.fullmatch(bare):
        return _three(match, order)
    if match := _TWO.fullmatch(bare):
        first, second = int(match[1]), int(match[3])
        # `03-22` is how programs write a day without a year; people write `22.3.` or by order.
        swapped = match[2] == "." or (match[2] == "/" and order is DateOrder.DAY_FIRST)
        month, day = (second, first) if swapped else (first, second)
        return _day(None, month, day) or _day(None, day, month)
    return _in_words(bare)


def _bare(text: str) -> str:
    bare = text.strip()
    return _TIME.sub("", bare).strip() if len(bare) > 8 else bare


def _three(match: re.Match[str], order: DateOrder) -> Day | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        year += 1900 if year > clock.now().year % 100 else 2000
    day_first = match[2] == "." or order is DateOrder.DAY_FIRST
    day, month = (first, second) if day_first else (second, first)
    # One row that breaks the order of its column is still a date.
    return _day(year, month, day) or (_day(year, day, month) if month > 12 else None)


def _in_words(text: str) -> Day | None:
    words = fold(text).split()
    months = [int(_MONTHS[word]) for word in words if word in _MONTHS]
    figures = [re.sub(r"(?<=\d)(st|nd|rd|th|er)$", "", word) for word in words]
    numbers = [int(figure) for figure in figures if figure.isdecimal()]
    if len(months) != 1 or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 1:
        return _day(None, months[0], numbers[0])
    day, year = sorted(numbers) if max(numbers) > 31 else numbers
    if year < 100:
        year += 1900 if year > clock.now().year % 100 else 2000
    return _day(year, months[0], day)


def _day(year: int | None, month: int, day: int) -> Day | None:
    if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
        return None
    if year is not None and (year == NO_YEAR or year < 1000):
        year = None
    if month == 2 and day == 29 and year and (year % 4 or (year % 100 == 0 and year % 400)):
        return None
    return year, month, day
