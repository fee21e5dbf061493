"""The apostrophes and formulas with which values are protected against spreadsheets."""

import re

_APOSTROPHE = re.compile(r"'(?=[+=\-@])")
_APOSTROPHE_OF_FIGURES = re.compile(r"'(?=[+=\-@]|\d)")
_FORMULA = re.compile(r'="([^"]*)"')


def unguarded(cell: str) -> str:
    """A number, code or fact without the apostrophe or formula around it; `cell` is not empty."""
    if match := _FORMULA.fullmatch(cell):
        return match[1].strip()
    return cell[1:] if cell[0] == "'" and _APOSTROPHE_OF_FIGURES.match(cell) else cell


def unguarded_words(cell: str) -> str:
    """A name or text without such an apostrophe; `'t Hooft` keeps its own."""
    return cell[1:] if cell[0] == "'" and _APOSTROPHE.match(cell) else cell
