"""Reading JSON that only this program writes: whatever is not exactly so is a ValueError.

Strict on purpose: only the bytes that `keyfile.canonical` would write are taken, so that there is
one form to protect, and nothing in a forged file is ever interpreted in two ways.
"""

import re
from typing import Any

_LARGEST = 2**53 - 1  # whole in every JSON reader
_HEX = re.compile(r"[0-9a-f]*")


def claim(holds: bool) -> None:  # noqa: FBT001 - reads like assert
    """Raise ValueError unless it holds."""
    if not holds:
        raise ValueError("not what this program writes")


def members(value: object, names: str) -> dict[str, Any]:
    """An object with exactly these names, given with spaces between them."""
    if not isinstance(value, dict) or set(value) != set(names.split()):
        raise ValueError("not what this program writes")
    return value


def items(value: object, most: int) -> list[object]:
    """A list with at most so many items."""
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("not what this program writes")
    return value


def whole(value: object, lowest: int = 0) -> int:
    """A whole number."""
    # Not isinstance: true and false are ints to Python.
    if type(value) is not int or not lowest <= value <= _LARGEST:
        raise ValueError("not what this program writes")
    return value


def text(value: object, form: re.Pattern[str]) -> str:
    """A text of this form."""
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError("not what this program writes")
    return value


def hex_text(value: object, length: int) -> str:
    """So many bytes as hexadecimal digits."""
    found = text(value, _HEX)
    claim(len(found) == 2 * length)
    return found


def raw(value: object, length: int) -> bytes:
    """So many bytes."""
    return bytes.fromhex(hex_text(value, length))
