"""Facts that only our own tables have a column for, in words that people can read as well.

`Do not contact` holds `call since 2026-10-01 (write instead); email`, `Consents` holds
`Newsletter: yes 2026-10-01; Photos: no`. The words are the same in every language, because a file
may be read in another one than it was written in.
"""

import re
from collections.abc import Iterable
from datetime import date

from customerbook.model.channel import Channel
from customerbook.model.customer import Consent, Forbidden

_BETWEEN = re.compile(r"\s*;\s*")
_DAY = r"(\d{4}-\d\d-\d\d)"
_FORBIDDEN = re.compile(rf"(\w+)(?: since {_DAY})?(?: \((.*)\))?")
_CONSENT = re.compile(rf"(.+): (yes|no)(?: {_DAY})?")


def forbidden_words(forbidden: Iterable[Forbidden]) -> str:
    """How a customer does not want to be reached, since when, and what to do instead."""
    return "; ".join(
        channel.channel.value
        + (f" since {channel.since.isoformat()}" if channel.since else "")
        + (f" ({_plain(channel.advice)})" if channel.advice else "")
        for channel in forbidden
    )


def read_forbidden(text: str) -> list[Forbidden]:
    """What `forbidden_words` wrote; ValueError for anything else."""
    found = []
    for part in _BETWEEN.split(text):
        match = _FORBIDDEN.fullmatch(part)
        if not match:
            raise ValueError("not a channel")
        found.append(Forbidden(Channel(match[1]), _day(match[2]), match[3] or ""))
    return found


def consent_words(consents: Iterable[Consent]) -> str:
    """What a customer allowed or refused, and when; the wording is not part of a table."""
    return "; ".join(
        f"{_plain(consent.purpose)}: {'yes' if consent.given else 'no'}"
        + (f" {consent.day.isoformat()}" if consent.day else "")
        for consent in consents
    )


def read_consents(text: str) -> list[Consent]:
    """What `consent_words` wrote; ValueError for anything else."""
    found = []
    for part in _BETWEEN.split(text):
        match = _CONSENT.fullmatch(part)
        if not match:
            raise ValueError("not a consent")
        found.append(Consent(match[1], match[2] == "yes", _day(match[3])))
    return found


def _plain(text: str) -> str:
    return " ".join(text.replace(";", ",").split())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
