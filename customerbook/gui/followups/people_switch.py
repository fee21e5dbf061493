"""Whose follow-ups are shown: everyone's or one person's."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui.interactions.names import first_name
from customerbook.gui.session import Session
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.model.person import Person
from customerbook.model.texts import _

_EVERYONE = ""


class PeopleSwitch(QWidget):
    """A segmented row of first names, which becomes a combo box where they are many.

    `chosen()` fires when somebody else is chosen.
    """

    chosen = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._people: list[Person] = []
        self._value = _EVERYONE
        self._switch: Segmented | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._look()

    def person_id(self) -> int | None:
        """Id of the person; None for everyone."""
        return int(self._value) if self._value else None

    def choose(self, person_id: int | None) -> None:
        """Show a person's, or everyone's."""
        value = str(person_id) if person_id else _EVERYONE
        if value != self._value and (not value or value in {str(p.id) for p in self._people}):
            self._value = value
            if self._switch is not None:
                self._switch.choose(value)
            self.chosen.emit()

    def refresh(self) -> None:
        """Offer the people who work here now; nothing to choose from where it is one."""
        self._look()
        self.setVisible(len(self._people) > 1)

    def _look(self) -> None:
        people = self._session.book.people.all(active=True)
        if people != self._people:
            self._people = people
            if self._value not in {str(person.id) for person in people}:
                self._value = _EVERYONE
            self._build()

    def _build(self) -> None:
        if self._switch is not None:
            self._switch.hide()
            self._switch.deleteLater()
        named = [Part(str(person.id), first_name(person.name)) for person in self._people]
        parts = [Part(_EVERYONE, _("Everyone")), *named]
        self._switch = Segmented(parts, self._value, label=_("Whose"))
        self._switch.chosen.connect(self._chosen)
        self._row.addWidget(self._switch)

    def _chosen(self, value: str) -> None:
        self._value = value
        self.chosen.emit()
