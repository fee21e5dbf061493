"""One record of a customer's card in place of another: what editing in a row comes down to."""

from dataclasses import replace
from typing import Any, Literal

from customerbook.model.customer import Customer
from customerbook.model.errors import ConflictError
from customerbook.model.texts import _

Part = Literal["methods", "addresses", "dates", "notes", "fields", "consents"]
"""Records of a customer of which there may be several, by the name they have there."""


def with_record(
    customer: Customer, part: Part, place: int, was: object | None, now: object | None
) -> Customer:
    """The customer with `now` where `was` stood; a new record has no `was`, a removed one no `now`.

    `place` tells records apart that are the same. ConflictError if `was` is not there any more.
    """
    records: list[Any] = list(getattr(customer, part))
    if was is None:
        records.append(now)
    else:
        if not (0 <= place < len(records) and records[place] == was):
            place = _place_of(records, was)
        records[place : place + 1] = [] if now is None else [now]
    changes: dict[str, Any] = {part: tuple(records)}
    return replace(customer, **changes)


def _place_of(records: list[Any], was: object) -> int:
    if was not in records:
        raise ConflictError(
            _("This was changed in the meantime. Look at it again, then change it.")
        )
    return records.index(was)
