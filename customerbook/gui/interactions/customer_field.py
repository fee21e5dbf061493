"""Who it was: find a customer while typing, take the new one that was typed, or leave it empty."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.interactions.suggestions import (
    CustomerOfferDelegate,
    Suggestion,
    WordView,
)
from customerbook.gui.interactions.type_ahead import TypeAhead
from customerbook.gui.session import Session
from customerbook.gui.theme import Role
from customerbook.gui.widgets.avatar import Avatar, AvatarKind
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.chip import Badge
from customerbook.gui.widgets.label import ElidedLabel
from customerbook.gui.widgets.painting import draw_box, prepare
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

    `changed` fires when somebody is chosen or taken out, `chosen` only when a person chose.
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


def avatar_kind(kind: CustomerKind) -> AvatarKind:
    """The shape of a customer's avatar."""
    return "organisation" if kind is CustomerKind.ORGANISATION else "customer"


class CustomerPlate(QWidget):
    """Who was chosen, in the body of a field; the cross, Delete and Backspace take them out."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar("", "", size=28)
        self._name = ElidedLabel("", "name")
        self._more = ElidedLabel("", "text", "ink2")
        self._badges = (Badge("", "red"), Badge("", "red"))
        self._cross = PlateCross()
        self._cross.clicked.connect(self.cleared)
        self._cross.erased.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 0, 5, 0)
        row.setSpacing(8)
        row.addWidget(self._avatar)
        row.addWidget(self._name)
        row.addWidget(self._more, 1)
        # The name is cut only where nothing is left of what stands beside it.
        self._more.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for badge in self._badges:
            row.addWidget(badge)
        row.addWidget(self._cross)

    @property
    def focus_target(self) -> QWidget:
        """What takes the focus for the whole plate."""
        return self._cross

    def show_customer(self, line: CustomerLine) -> None:
        """Show a customer of the book with their warnings."""
        self._avatar.show_person(
            line.name, initials(line.name), kind=avatar_kind(line.kind), identity=str(line.id)
        )
        self._name.show_text(line.name)
        self._more.show_text(line.organisation or line.phone or line.email)
        warnings = []
        if line.do_not_call:
            warnings.append((_("do not call"), "phone-off"))
        if line.open_complaint:
            warnings.append((_("open complaint"), "message-square-warning"))
        for badge, warning in zip(self._badges, [*warnings, None, None], strict=False):
            badge.setVisible(warning is not None)
            if warning is not None:
                badge.show_state(warning[0], "red", warning[1])
        self._speak([line.name, self._more.text(), *(words for words, _icon in warnings)])

    def show_newcomer(self, customer: Customer) -> None:
        """Show who will be put into the book."""
        self._avatar.show_person(customer.name, initials(customer.name), identity=customer.name)
        self._name.show_text(customer.name)
        self._more.show_text(_("new customer"))
        for badge in self._badges:
            badge.hide()
        self._speak([customer.name, self._more.text()])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the body of a field."""
        painter = QPainter(self)
        prepare(painter)
        focused = self._cross.hasFocus()
        edge: Role = "accent" if focused else "ink2" if self.underMouse() else "field"
        draw_box(painter, self.rect(), 8, fill="card", edge=edge, width=2 if focused else 1)

    def _speak(self, parts: list[str]) -> None:
        self.setAccessibleName(", ".join(part for part in parts if part))
        self._cross.setAccessibleName(_("Customer: {who}").format(who=self.accessibleName()))


class PlateCross(IconButton):
    """The cross of a plate; Delete and Backspace press it as well."""

    erased = Signal()

    def __init__(self) -> None:
        super().__init__("x", _("Take out the customer"), icon_size=18)
        self.setAccessibleDescription(_("Press Delete to choose somebody else."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take out on Delete and Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.erased.emit()
        else:
            super().keyPressEvent(event)
