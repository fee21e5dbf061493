"""Who it was: find a customer while typing, take the new one that was typed, or leave it empty."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.interactions.customer_plate import CustomerPlate
from customerbook.gui.interactions.suggestions import (
    CustomerOfferDelegate,
    Suggestion,
    WordView,
)
from customerbook.gui.interactions.type_ahead import TypeAhead
from customerbook.gui.session import Session
from customerbook.gui.widgets.row_view import CustomerRowView
from customerbook.model.customer import Customer, CustomerKind, CustomerLine, Hit
from customerbook.model.name import initials
from customerbook.model.texts import _

_MOST_HITS = 7


@dataclass(frozen=True)
class Newcomer:
    """A customer made from what was typed, who is not in the book yet."""

    text: str


class CustomerField(QWidget):
    """Type-ahead while nobody is chosen, then who it is with their warnings and a cross.

    `changed` fires when somebody is chosen or taken out, `chosen` when a person chose, or pressed
    Enter to go on without a name.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(
        self,
        session: Session,
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._line: CustomerLine | None = None
        self._new: Customer | None = None
        self._new_text = ""
        self.field = TypeAhead(
            self._offers,
            label=_("Customer"),
            placeholder=placeholder or _("Name, number, email; leave empty for a walk-in"),
            delegate=CustomerOfferDelegate,
        )
        self.field.taken.connect(self._take)
        self.field.returnPressed.connect(self.chosen)  # with no list open: a walk-in
        self.field.textChanged.connect(self.changed)
        self._plate = CustomerPlate()
        self._plate.cleared.connect(self.clear)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.field)
        self._stack.addWidget(self._plate)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)

    @property
    def customer_id(self) -> int | None:
        """Id of who was chosen; none for a new customer or nobody."""
        return self._line.id if self._line else None

    @property
    def new_customer(self) -> Customer | None:
        """The customer that is to be put into the book, made from what was typed."""
        return self._new

    @property
    def new_text(self) -> str:
        """What the new customer was made from."""
        return self._new_text

    @property
    def typed(self) -> str:
        """What stands in the field while nobody is chosen: what is known of a walk-in."""
        return "" if self._line or self._new else self.field.text().strip()

    @property
    def name(self) -> str:
        """What who was chosen is called."""
        return self._line.name if self._line else self._new.name if self._new else ""

    def last_stop(self) -> QWidget:
        """Where Tab leaves the field while somebody is chosen."""
        return self._plate.focus_target

    def show_customer(self, customer_id: int) -> None:
        """Choose a customer of the book; one who is gone leaves the field empty."""
        lines = self._session.book.customers.lines([customer_id])
        if lines:
            self._show(lines[0])

    def show_new(self, text: str) -> None:
        """Choose the new customer that this text makes."""
        self._new_text = text
        self._new = self._session.book.customers.from_text(text)
        self._line = None
        self._plate.show_newcomer(self._new)
        self._swap(self._plate)

    def show_typed(self, text: str) -> None:
        """Put a text back into the field, with nobody chosen."""
        self.field.setText(text)

    def clear(self) -> None:
        """Take out who was chosen and type anew."""
        self._line, self._new, self._new_text = None, None, ""
        self.field.clear()
        self._swap(self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, sentence: str) -> None:
        """Mark the field as wrong; empty takes the mark away."""
        self.field.show_error(sentence)

    def sizeHint(self) -> QSize:
        """One field high."""
        return QSize(theme.current().px(320), theme.current().px(40))

    def _show(self, line: CustomerLine) -> None:
        self._line, self._new, self._new_text = line, None, ""
        self._plate.show_customer(line)
        self._swap(self._plate)

    def _swap(self, shown: QWidget) -> None:
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(self._plate.focus_target if shown is self._plate else self.field)
        self.changed.emit()

    def _take(self, value: int | Newcomer) -> None:
        if isinstance(value, Newcomer):
            self.show_new(value.text)
        else:
            self.show_customer(value)
        self.chosen.emit()

    def _offers(self, text: str) -> list[Suggestion]:
        hits = self._session.book.customers.find(text, _MOST_HITS)
        words = _("New customer “{text}”").format(text=text.strip())
        newcomer = Suggestion(Newcomer(text.strip()), WordView(words, "user-plus"))
        return [*(suggestion(hit) for hit in hits), newcomer]


def suggestion(hit: Hit) -> Suggestion:
    """A found customer as an offer, with what matched."""
    line = hit.line
    view = CustomerRowView(
        name=line.name,
        second=hit.detail,
        name_places=tuple((start, end - start) for start, end in hit.name_spans),
        second_places=tuple((start, end - start) for start, end in hit.detail_spans),
        initials=initials(line.name),
        identity=str(line.id),
        organisation=line.kind is CustomerKind.ORGANISATION,
        alert="phone-off" if line.do_not_call else "",
        alert_text=_("do not call") if line.do_not_call else "",
    )
    return Suggestion(line.id, view)
