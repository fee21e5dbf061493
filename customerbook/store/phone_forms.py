"""What a phone number is, whichever way it is written: its country's numbering plan is asked.

Most numbers of a book are written plainly and need a few facts of the plan only: they are read
here, ten times faster than by `phonenumbers`. Whatever is not plain is left to it, and a test
holds that both agree.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from customerbook.model.phone import digits, split_extension

if TYPE_CHECKING:
    from phonenumbers import PhoneMetadata

_PLAIN = re.compile(r"[0-9 ()+./-]*")
_NO_DIGITS = re.compile(r"[^0-9]+")
_BEGINS_WITH_PLUS = re.compile(r"[^\d+\uff0b]*[+\uff0b]")
_LETTERS_WITHIN = re.compile(r"\d.*[^\W\d_].*\d", re.DOTALL)
_LONGEST = 20  # digits, exit code and "(0)" included
_LONGEST_CODE = 3
_EXIT_CODE = "00"  # of most countries


@dataclass(frozen=True, slots=True)
class PhoneForms:
    """The forms of a number; what it was typed as is kept elsewhere.

    `e164` ("+49711123") and `national` ("0711123", digits as dialled in its own country) are
    empty if it is no number of a known country. `digits` are those typed, `extension` apart.
    """

    e164: str
    national: str
    digits: str
    extension: str


def phone_forms(value: str, country: str) -> PhoneForms:
    """The forms of a number as typed in a country, an ISO 3166 code or "" if that is unknown.

    Never fails: of what cannot be read the digits are kept.
    """
    if _PLAIN.fullmatch(value):
        extension, typed = "", _NO_DIGITS.sub("", value)
        international = "+" in value and value.lstrip(" (.-/)").startswith("+")
        is_one_number = True
    else:
        number, extension = split_extension(value)
        typed = digits(number)
        international = _BEGINS_WITH_PLUS.match(number) is not None
        is_one_number = not _LETTERS_WITHIN.search(number)
    found = None
    if is_one_number and len(typed) <= _LONGEST:
        found = _read(typed, country.upper(), international=international)
    if found is None:
        return PhoneForms("", "", typed, extension)
    plan, significant = found
    return PhoneForms(plan.code + significant, plan.trunk + significant, typed, extension)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a plain number of a country is read with."""

    code: str
    """With its plus."""
    lengths: frozenset[int]
    """Of the significant part; none is a number if there is none."""
    prefix: re.Pattern[str] | None
    """What may stand before a number within the country."""
    is_prefix_plain: bool
    significant: re.Pattern[str]
    trunk: str
    exit_code: str
    """A pattern for what leads out of the country."""

    def read(self, number: str) -> str | None:
        """The significant part of a number without country code, or None if it is not plain."""
        prefix = self.prefix.match(number) if self.prefix else None
        if prefix is None:
            return number if len(number) in self.lengths else None
        rest = number[prefix.end() :]
        if len(rest) not in self.lengths or not self.is_prefix_plain:
            return None
        # What looks like a prefix may be the number's own.
        if self.significant.fullmatch(number) and not self.significant.fullmatch(rest):
            return None
        return rest


_Reading = tuple[_Plan, str]
"""The plan of the number's country and the significant part."""


def _read(typed: str, country: str, *, international: bool) -> _Reading | None:
    # No country code begins with 0: such a plus was typed by mistake.
    if international and not typed.startswith("0"):
        return _read_international(typed) or _read_by_library(f"+{typed}", country)
    home = _plan_of_country(country)
    if _begins_with_exit_code(typed, home):
        return _read_international(typed[2:]) or _read_by_library(f"+{typed[2:]}", country)
    return _read_at_home(typed, home) or _read_by_library(typed, country)


def _begins_with_exit_code(typed: str, home: _Plan | None) -> bool:
    """Whether a number begins with 00, in a country where that means nothing more special."""
    if not typed.startswith(_EXIT_CODE):
        return False
    return home is None or home.exit_code == _EXIT_CODE or not re.match(home.exit_code, typed)


def _read_international(number: str) -> _Reading | None:
    """Read a plain number that begins with a country code."""
    plan = _plan_at_start(number[:_LONGEST_CODE])
    if plan is None:
        return None
    significant = plan.read(number[len(plan.code) - 1 :])
    return None if significant is None else (plan, significant)


def _read_at_home(typed: str, home: _Plan | None) -> _Reading | None:
    """Read a plain number as dialled within its country, trunk prefix included."""
    if home is None or not typed.startswith(home.trunk) or typed.startswith(home.code[1:]):
        return None
    if re.match(home.exit_code, typed):
        return None
    significant = home.read(typed)
    main = _plan_at_start(home.code[1:])
    if significant is None or main is None or len(significant) not in main.lengths:
        return None
    return main, significant


def _read_by_library(typed: str, country: str) -> _Reading | None:
    import phonenumbers as library  # noqa: PLC0415 - see _plan_of_country

    try:
        number = library.parse(typed, country or None, keep_raw_input=True)
    except library.NumberParseException:
        return None
    plan, significant = (
        _plan_at_start(str(number.country_code)),
        library.national_significant_number(number),
    )
    possible = library.is_possible_number_with_reason(number)
    if plan is None or possible != library.ValidationResult.IS_POSSIBLE:
        return None
    explicit = typed.startswith(("+", plan.trunk)) or (
        number.country_code_source == library.CountryCodeSource.FROM_NUMBER_WITH_IDD
    )
    # Without its trunk prefix it may be a number of the same town; with two it is a slip.
    is_clear = explicit and not (plan.trunk == "0" and significant.startswith("0"))
    return (plan, significant) if is_clear or library.is_valid_number(number) else None


@cache
def _plan_of_country(country: str) -> _Plan | None:
    # 100 ms, which a start that meets no number need not spend.
    import phonenumbers as library  # noqa: PLC0415

    metadata = library.PhoneMetadata.metadata_for_region(country, None)
    return None if metadata is None else _plan(metadata)


@cache
def _plan_at_start(number: str) -> _Plan | None:
    """The plan of the country code a number begins with, of the main one if countries share it."""
    import phonenumbers as library  # noqa: PLC0415 - see _plan_of_country

    for length in range(1, len(number) + 1):
        code = int(number[:length])
        region = library.region_code_for_country_code(code)
        metadata = library.PhoneMetadata.metadata_for_region_or_calling_code(code, region)
        if metadata is not None:
            return _plan(metadata)
    return None


def _plan(metadata: "PhoneMetadata") -> _Plan:
    prefix, trunk = metadata.national_prefix_for_parsing or "", metadata.national_prefix or ""
    general = metadata.general_desc
    return _Plan(
        code=f"+{metadata.country_code}",
        lengths=frozenset(general.possible_length if general else ()),
        prefix=re.compile(prefix) if prefix else None,
        is_prefix_plain="(" not in prefix and not metadata.national_prefix_transform_rule,
        significant=re.compile((general and general.national_number_pattern) or ""),
        trunk="" if trunk == "1" else trunk,  # North America may leave its 1 out, and does
        exit_code=metadata.international_prefix or _EXIT_CODE,
    )
