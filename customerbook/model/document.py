"""A document: something printed or saved for a customer, kept with its exact bytes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class HandedOver(StrEnum):
    """How a document reached the customer."""

    PRINTED = "printed"
    SAVED = "saved"
    MAILED = "mailed"


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF as it was made; `kind` is a name from the documents registry."""

    id: int = 0
    number: str = ""
    kind: str = ""
    customer_id: int | None = None
    interaction_id: int | None = None
    person_id: int | None = None
    made: datetime | None = None
    language: str = ""
    handed_over: HandedOver = HandedOver.SAVED
    supersedes_id: int | None = None
    sha256: str = ""
    content: bytes = b""
