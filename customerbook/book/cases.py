"""Cases: matters that are open until solved."""

from dataclasses import replace

from customerbook.book.noun import Noun
from customerbook.book.references import next_reference
from customerbook.model import clock
from customerbook.model.case import Case, CaseStatus
from customerbook.model.change import Change
from customerbook.model.errors import InvalidInputError
from customerbook.model.rights import Right
from customerbook.model.texts import _


class Cases(Noun[Case]):
    """Operations on cases."""

    kind = "case"

    def open_of(self, customer_id: int) -> list[Case]:
        """Open cases of a customer, oldest first."""
        sql = 'SELECT id FROM "case" WHERE customer_id = ? AND status <> ? ORDER BY opened'
        return self.several(self._ids(sql, customer_id, CaseStatus.SOLVED.value))

    def add(self, case: Case) -> Change:
        """Open a case."""
        with self._book.operation("case.add", Right.LOG) as op:
            now = clock.now()
            number = next_reference(self._book, now, "C")
            op.subject = number
            op.add(replace(_checked(case), id=0, number=number, opened=case.opened or now))
        return op.change

    def save(self, case: Case) -> Change:
        """Write a case that was changed."""
        with self._book.operation("case.save", Right.LOG) as op:
            op.subject = case.number
            op.change_record(self.get(case.id), _checked(case))
        return op.change

    def solve(self, case_id: int, correction: str) -> Change:
        """Close a case with what was done about it."""
        with self._book.operation("case.solve", Right.LOG) as op:
            before = self.get(case_id)
            op.subject = before.number
            op.change_record(
                before,
                replace(
                    before, status=CaseStatus.SOLVED, solved=clock.now(), correction=correction
                ),
            )
        return op.change


def _checked(case: Case) -> Case:
    if not case.title.strip():
        raise InvalidInputError(_("Say in a few words what the matter is."), "title")
    return replace(case, title=case.title.strip())
