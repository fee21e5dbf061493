"""Saved lists: filters of customers, kept under a name."""

from dataclasses import replace

from customerbook.book.noun import Noun
from customerbook.model.change import Change
from customerbook.model.errors import InvalidInputError
from customerbook.model.rights import Right
from customerbook.model.saved_list import SavedList
from customerbook.model.texts import _
from customerbook.store.normal import folded


class Lists(Noun[SavedList]):
    """Operations on saved lists; everyone in the shop sees the same ones."""

    kind = "saved-list"

    def all(self) -> list[SavedList]:
        """Saved lists in the order of their names."""
        found = self.several(self._ids("SELECT id FROM saved_list"))
        return sorted(found, key=lambda one: (folded(one.name), one.id))

    def named(self, text: str) -> SavedList | None:
        """The list of this name, however it is written; None if there is none."""
        return next((one for one in self.all() if folded(one.name) == folded(text)), None)

    def add(self, saved: SavedList) -> Change:
        """Keep a list under a name that no other one has."""
        with self._book.operation("list.add", Right.CHANGE_CUSTOMERS) as op:
            op.subject = saved.name
            op.add(self._checked(replace(saved, id=0)))
        return op.change

    def save(self, saved: SavedList) -> Change:
        """Write a list that was changed or renamed."""
        with self._book.operation("list.save", Right.CHANGE_CUSTOMERS) as op:
            op.subject = saved.name
            op.change_record(self.get(saved.id), self._checked(saved))
        return op.change

    def remove(self, list_id: int) -> Change:
        """Take a list out of the book; its customers stay."""
        with self._book.operation("list.remove", Right.CHANGE_CUSTOMERS) as op:
            before = self.get(list_id)
            op.subject = before.name
            op.remove(before)
        return op.change

    def _checked(self, saved: SavedList) -> SavedList:
        name = " ".join(saved.name.split())
        if not name:
            raise InvalidInputError(_("A list needs a name."), "name")
        same = self.named(name)
        if same is not None and same.id != saved.id:
            raise InvalidInputError(
                _("There is a list “{name}” already. Choose another name.").format(name=same.name),
                "name",
            )
        return replace(saved, name=name)
