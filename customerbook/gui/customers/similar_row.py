"""Warns while one types that the customer may be in the book already."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.session import Session
from customerbook.gui.widgets.banner import Banner
from customerbook.model.customer import Customer, CustomerLine, MethodKind
from customerbook.model.phone import digits
from customerbook.model.texts import _
from customerbook.store.normal import folded_variants, words

_WAIT_MS: Final = 200
_MOST: Final = 2
_DIGITS: Final = 7
"""Digits from which a number is worth asking for."""


class SimilarRow(QWidget):
    """A banner for each who may be the same; `wanted(id)` fires to open that one instead."""

    wanted = Signal(int)
    resized = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._customer = Customer()
        self._found: list[int] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(_WAIT_MS)
        self._time.timeout.connect(self._look)
        self.hide()

    def follow(self, customer: Customer) -> None:
        """Look for this customer as soon as the hands rest."""
        self._customer = customer
        self._time.start()

    def found(self) -> list[int]:
        """Ids of those who are warned of."""
        return self._found

    def _look(self) -> None:
        lines = similar_lines(self._session, self._customer)[:_MOST]
        found = [line.id for line in lines]
        if found == self._found:
            return
        self._found = found
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(self._banner(line))
        self.setVisible(bool(lines))
        self.resized.emit()

    def _banner(self, line: CustomerLine) -> Banner:
        facts = [line.phone or line.email, line.town]
        said = _("In the book already? {name}").format(name=line.name)
        rest = " · ".join(fact for fact in facts if fact)
        banner = Banner(
            f"{said}, {rest}" if rest else said,
            "amber",
            icon="users",
            strong=line.name,
            action=_("Open that one"),
        )
        banner.action.clicked.connect(lambda: self.wanted.emit(line.id))
        return banner


def similar_lines(session: Session, customer: Customer) -> list[CustomerLine]:
    """Who has the same number or email, then who has the same name."""
    customers = session.book.customers
    methods = tuple(m for m in customer.methods if _tells(m.kind, m.value))
    found: dict[int, CustomerLine] = {}
    if methods:
        reached = Customer(id=customer.id, methods=methods)
        for hit in customers.similar(reached):
            if not hit.similar:
                found[hit.line.id] = hit.line
    nameless = replace(customer, methods=())
    if len(nameless.name) > 3:
        for hit in customers.similar(nameless):
            if _spellings(hit.line.name) & _spellings(nameless.name):
                found.setdefault(hit.line.id, hit.line)
    return list(found.values())


def _spellings(name: str) -> set[tuple[str, ...]]:
    """The words of a name in any order, in all spellings that one may type."""
    return {tuple(sorted(words(variant))) for variant in folded_variants(name)}


def _tells(kind: MethodKind, value: str) -> bool:
    """Whether a contact method is complete enough to tell one customer from another."""
    if kind is MethodKind.PHONE:
        return len(digits(value)) >= _DIGITS
    return kind is MethodKind.EMAIL and "@" in value and "." in value.rpartition("@")[2]
