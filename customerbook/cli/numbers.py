"""Numbers as they may stand on the command line."""

from argparse import ArgumentTypeError

from customerbook.model.texts import _

_LONGEST = 12


def count(text: str) -> int:
    """A number that counts something: 0 or more."""
    if not (text.isdecimal() and text.isascii() and len(text) <= _LONGEST):
        raise ArgumentTypeError(_("“{text}” is not a number").format(text=text))
    return int(text)
