"""A person who works in the shop and can sign in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What someone may do in general; details are in `rights`."""

    OWNER = "owner"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who signs in; people who left are switched off, their names stay."""

    id: int = 0
    name: str = ""
    role: Role = Role.STAFF
    active: bool = True
    last_here: datetime | None = None
