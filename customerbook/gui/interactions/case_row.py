"""The open case of the customer that the contact may belong to."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui.session import Session
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.paragraph import Span, bold
from customerbook.gui.widgets.toggles import CheckBox
from customerbook.model import spoken
from customerbook.model.case import Case
from customerbook.model.texts import _


class CaseRow(QWidget):
    """A check box that names the open case; a choice beside it where there are several.

    `changed()` fires when a person chooses otherwise. Hidden while there is no open case.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cases: list[Case] = []
        self._box: CheckBox | None = None
        self._choice: Choice | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 4, 0, 0)
        self._row.setSpacing(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()

    def case_id(self) -> int | None:
        """Id of the case the contact belongs to."""
        if self._box is None or not self._box.isChecked():
            return None
        if self._choice is not None:
            value = self._choice.value()
            return value if isinstance(value, int) else None
        return self._cases[0].id

    def show_customer(self, customer_id: int | None) -> None:
        """Offer the open cases of a customer; the contact belongs to one alone at first."""
        cases = [] if customer_id is None else self._session.book.cases.open_of(customer_id)
        if cases == self._cases:
            return
        self._cases = cases
        self._take_away()
        self.setVisible(bool(cases))
        if not cases:
            return
        words, strong = self._words(cases)
        self._box = CheckBox(words, checked=len(cases) == 1, spans=_strong(words, strong))
        self._box.toggled.connect(lambda _on: self.changed.emit())
        self._row.addWidget(self._box)
        if len(cases) > 1:
            options = [Option(case.id, case.title) for case in reversed(cases)]
            self._choice = Choice(options, cases[-1].id, label=_("Open case"), height=32)
            self._choice.activated.connect(self._chosen)
            self._row.addWidget(self._choice)
        self._row.addStretch(1)

    def stops(self) -> list[QWidget]:
        """What Tab comes to."""
        return [part for part in (self._box, self._choice) if part is not None]

    def choose(self, case_id: int | None) -> None:
        """Choose a case, or none."""
        if self._box is None:
            return
        self._box.setChecked(case_id is not None)
        if self._choice is not None and case_id is not None:
            self._choice.choose(case_id)

    def _words(self, cases: list[Case]) -> tuple[str, str]:
        if len(cases) > 1:
            return _("Add to an open case:"), ""
        words = _("Add to the open case {case}, running for {time}")
        title = cases[0].title
        return words.format(case=title, time=_running(cases[0], self._session.now())), title

    def _chosen(self) -> None:
        if self._box is not None:
            self._box.setChecked(True)
        self.changed.emit()

    def _take_away(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._box = self._choice = None


def _strong(words: str, part: str) -> tuple[Span, ...]:
    return tuple(replace(span, role="ink") for span in bold(words, part))


def _running(case: Case, now: datetime) -> str:
    minutes = int((now - case.opened).total_seconds() // 60) if case.opened else 0
    return spoken.waiting_words(max(minutes, 0))
