"""The recovery code: 130 random bits in a form that a person can copy from paper without mistakes.

26 characters of Crockford's base 32 and two check characters, in seven groups of four. The check is
the number modulo 1021: a prime, and the powers of 32 differ for all 26 places, so that each single
wrong character and each swapped pair of neighbours is found for certain, all else in 1020 of 1021.
"""

import secrets
import unicodedata

from customerbook.model.errors import InvalidInputError
from customerbook.model.texts import _

BITS = 130
SECRET_BYTES = 17
GROUP = 4
ASKED_BACK = 2

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans("OIL", "011")
_LENGTH = BITS // 5
_PRIME = 1021


def new_recovery() -> bytes:
    """130 fresh random bits, as a number in 17 bytes."""
    return secrets.randbits(BITS).to_bytes(SECRET_BYTES, "big")


def format_recovery(secret: bytes) -> str:
    """The code as it is printed, such as `7K3M-…-Q2XD`."""
    number = int.from_bytes(secret, "big")
    text = _characters(number, _LENGTH) + _characters(number % _PRIME, 2)
    return "-".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def parse_recovery(text: str) -> bytes:
    """The secret of a code as typed: any case, any grouping, O for 0 and I or L for 1.

    Raises:
        InvalidInputError: no code, or one with a typing mistake; field `recovery`.
    """
    letters = _letters(text)
    if len(letters) != _LENGTH + 2:
        raise _mistake(
            _("A recovery code has {n} characters; {typed} were typed.").format(
                n=_LENGTH + 2, typed=len(letters)
            )
        )
    strange = sorted(set(letters) - set(_ALPHABET))
    if strange:
        raise _mistake(
            _("“{letter}” does not occur in recovery codes. Compare it with the sheet.").format(
                letter=strange[0]
            )
        )
    number, check = _number(letters[:_LENGTH]), _number(letters[_LENGTH:])
    if number % _PRIME != check:
        raise _mistake(
            _("The recovery code has a typing mistake. Compare it with the sheet, group by group.")
        )
    return number.to_bytes(SECRET_BYTES, "big")


def groups_to_ask(code: str) -> list[int]:
    """Places, counted from 0, of the groups of a code that are asked back from the paper."""
    return sorted(secrets.SystemRandom().sample(range(len(code.split("-"))), ASKED_BACK))


def is_group(typed: str, code: str, place: int) -> bool:
    """Whether a group as typed is the one at this place of the code, look-alikes included."""
    return _letters(typed) == _letters(code.split("-")[place])


def _letters(text: str) -> str:
    """Letters and digits alone, those that look alike as one."""
    folded = unicodedata.normalize("NFKC", text).upper().translate(_LOOK_ALIKE)
    return "".join(letter for letter in folded if letter.isalnum())


def _characters(number: int, length: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    return number


def _mistake(sentence: str) -> InvalidInputError:
    return InvalidInputError(sentence, field="recovery")
