"""PINs: six digits or more, and none of those that are tried first."""

import unicodedata
from datetime import date

from customerbook.model.errors import WeakPinError
from customerbook.model.texts import _

SHORTEST, LONGEST = 6, 32
FIELD = "pin"

_ROWS = ("0123456789", "9876543210", "1234567890", "0987654321")
_KEYPAD = frozenset(
    (
        *("147258", "147369", "159357", "159753", "258369", "258456", "369258", "456852"),
        *("741852", "789456", "951753", "963852", "147852", "852147", "357159", "753951"),
        *("102030", "010203", "112358", "314159", "271828", "142857", "246810", "135790"),
        *("147258369", "123698745", "3141592", "31415926", "27182818"),
    )
)
"""Ways a finger takes on the keys, and numbers that everybody knows."""
_YEARS = range(1900, 2100)


def digits_of(typed: str) -> bytes:
    """The digits of a PIN as typed on any keyboard, as ASCII; blanks and dashes do not count.

    Raises:
        WeakPinError: something else than digits.
    """
    kept = [letter for letter in typed if not letter.isspace() and letter != "-"]
    values = [unicodedata.decimal(letter, -1) for letter in kept]
    if -1 in values:
        raise WeakPinError(_("A PIN has only digits."), FIELD)
    return "".join(map(str, values)).encode("ascii")


def refuse_simple(digits: bytes) -> None:
    """Let pass only a PIN that nobody tries first.

    Raises:
        WeakPinError: too short, too long, one digit again and again, digits in a row, a way on the
            keys, or something that reads like a day or a year of birth.
    """
    pin = digits.decode("ascii")
    if len(pin) < SHORTEST:
        raise WeakPinError(
            _("A PIN needs at least {n} digits.").format(n=SHORTEST),
            FIELD,
        )
    if len(pin) > LONGEST:
        raise WeakPinError(_("A PIN has at most {n} digits.").format(n=LONGEST), FIELD)
    if _repeats(pin) or any(pin in row for row in _ROWS) or _doubled_row(pin) or pin in _KEYPAD:
        raise WeakPinError(
            _("This PIN is one of those that are tried first. Take digits without a pattern."),
            FIELD,
        )
    if _like_a_birthday(pin):
        raise WeakPinError(
            _("This PIN reads like a day or a year of birth, which others can find out."), FIELD
        )


def _repeats(pin: str) -> bool:
    """Whether it is one piece again and again, or has fewer than three different digits."""
    return len(set(pin)) < 3 or any(
        pin == (pin[:size] * len(pin))[: len(pin)] for size in range(1, len(pin) // 2 + 1)
    )


def _doubled_row(pin: str) -> bool:
    """Whether it is like 112233 or 123321: a row, each digit twice, or there and back."""
    half = len(pin) // 2
    there_and_back = len(pin) == 2 * half and pin[half:] == pin[:half][::-1]
    return any(
        (pin[::2] == pin[1::2] and pin[::2] in row) or (there_and_back and pin[:half] in row)
        for row in _ROWS
    )


def _like_a_birthday(pin: str) -> bool:
    if any(int(part) in _YEARS for part in (pin[:4], pin[-4:])):
        return True
    # Two digits of a year: at the end or at the start; the day before or behind the month.
    pairs = [int(pin[at : at + 2]) for at in (0, 2, 4)] if len(pin) == SHORTEST else []
    if not pairs:
        return False
    one, two, three = pairs
    return any(_is_day(month, day) for month, day in ((one, two), (two, one), (two, three)))


def _is_day(month: int, day: int) -> bool:
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True
