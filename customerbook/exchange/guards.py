"""The apostrophes and formulas with which values are protected against spreadsheets.

A text that a spreadsheet would take for a formula gets an apostrophe in front. So does one that
looks as if it had been given one, so that reading takes back exactly what writing has put there.
"""

import re

_APOSTROPHE = re.compile(r"'(?='*[+=\-@])")
_APOSTROPHE_OF_FIGURES = re.compile(r"'(?='*(?:[+=\-@]|\d))")
_FORMULA = re.compile(r'="([^"]*)"')
_DANGEROUS = re.compile(r"'*[+=\-@]")
_LOOKS_GUARDED = re.compile(r"'+\d")
_PHONE = re.compile(r"[+\-]?[\d\s()/.\-]*\d[\d\s()/.\-]*(?:(?:x|ext\.?)\s?\d+)?")


def unguarded(cell: str) -> str:
    """A number, code or fact without the apostrophe or formula around it; `cell` is not empty."""
    if match := _FORMULA.fullmatch(cell):
        return match[1].strip()
    return cell[1:] if cell[0] == "'" and _APOSTROPHE_OF_FIGURES.match(cell) else cell


def unguarded_words(cell: str) -> str:
    """A name or text without such an apostrophe; `'t Hooft` keeps its own."""
    return cell[1:] if cell[0] == "'" and _APOSTROPHE.match(cell) else cell


def guarded(value: str) -> str:
    """A number, code or fact that no spreadsheet calculates with, for `unguarded`."""
    return f"'{value}" if _DANGEROUS.match(value) or _LOOKS_GUARDED.match(value) else value


def guarded_phone(number: str) -> str:
    """A telephone number as it was typed, so that any program finds it; what is none, guarded."""
    return number if _PHONE.fullmatch(number) else guarded(number)


def guarded_words(text: str) -> str:
    """A name or text that no spreadsheet calculates with, for `unguarded_words`."""
    return f"'{text}" if _DANGEROUS.match(text) else text
