"""What is no part of a text is left out before a text is written into a file."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")


def clean(text: str) -> str:
    """A text without control characters and space around it, its lines parted by line feeds."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
