"""Documents: what was handed over, kept with its number and its exact bytes."""

import hashlib
from dataclasses import replace
from datetime import datetime

from customerbook.book.noun import Noun
from customerbook.book.references import next_reference
from customerbook.model import clock
from customerbook.model.change import Change
from customerbook.model.document import Document
from customerbook.model.errors import DamagedError
from customerbook.model.rights import Right
from customerbook.model.texts import _


class Documents(Noun[Document]):
    """Operations on documents; one that was handed over cannot be undone."""

    kind = "document"

    def next_number(self, moment: datetime | None = None) -> str:
        """A number for a document that has no reference of its own, given once."""
        with self._book.operation("document.number", Right.LOG, undoable=False):
            return next_reference(self._book, moment or clock.now(), "D")

    def keep(self, document: Document) -> Change:
        """Keep a document as it was made."""
        with self._book.operation("document.keep", Right.LOG, undoable=False) as op:
            op.subject = document.number
            person = self._book.person
            op.add(
                replace(
                    document,
                    id=0,
                    made=document.made or clock.now(),
                    person_id=document.person_id or (person.id if person else None),
                    sha256=hashlib.sha256(document.content).hexdigest(),
                )
            )
        return op.change

    def get(self, record_id: int) -> Document:
        """A document; DamagedError if its bytes are not those that were kept."""
        document = super().get(record_id)
        if hashlib.sha256(document.content).hexdigest() != document.sha256:
            raise DamagedError(
                _("The document {number} is damaged. Make it anew from its interaction.").format(
                    number=document.number
                )
            )
        return document

    def of_customer(self, customer_id: int) -> list[Document]:
        """Documents of a customer, newest first."""
        sql = "SELECT id FROM document WHERE customer_id = ? ORDER BY id DESC"
        return self.several(self._ids(sql, customer_id))

    def of_interaction(self, interaction_id: int, kind: str) -> list[Document]:
        """Documents of one kind made of an interaction, newest first."""
        sql = "SELECT id FROM document WHERE interaction_id = ? AND kind = ? ORDER BY id DESC"
        return self.several(self._ids(sql, interaction_id, kind))
