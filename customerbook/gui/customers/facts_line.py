"""The line of figures on the card, between two hairlines."""

from datetime import datetime

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui.customers.words import money
from customerbook.gui.languages import counted
from customerbook.gui.widgets.flow import FlowLayout
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.painting import draw_line
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model import spoken
from customerbook.model.customer import CustomerFacts
from customerbook.model.texts import _

_WIDEST = 72
_NARROWEST = 16


class Fact(QWidget):
    """What is counted, over how many."""

    spoken_role = SpokenRole.Grouping

    def __init__(self) -> None:
        super().__init__()
        self._what = Label("", "meta", "ink2")
        self._value = Label("", "name", figures=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._what)
        column.addWidget(self._value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_fact(self, what: str, value: str) -> None:
        """Show another fact."""
        self._what.show_text(what)
        self._value.show_text(value)
        self.setAccessibleName(f"{what}: {value}")


class SpreadLayout(FlowLayout):
    """A flow that spreads over the line while everything fits on it."""

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        shown = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        if len(shown) > 1:
            room = (rect.width() - sum(shown)) // (len(shown) - 1)
            self._gap = max(_NARROWEST, min(room, _WIDEST))
        height = super()._lay_out(rect, move=move)
        if move:
            self._spread(rect.width() - sum(shown) - self._gap * (len(shown) - 1))
        return height

    def _spread(self, left: int) -> None:
        """Give the gaps the pixels they could not share, so that the last fact ends the line."""
        shown = [item for item in self._items if not item.isEmpty()]
        step = 1 if self._direction() == Qt.LayoutDirection.LeftToRight else -1
        if 0 < left < len(shown):
            for place, item in enumerate(shown):
                item.setGeometry(item.geometry().translated(step * min(place, left), 0))


class FactsLine(QWidget):
    """The facts that are known, spread over the width."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._facts = [Fact() for _place in range(6)]
        self._flow = SpreadLayout(self, gap=_NARROWEST)
        self._flow.setContentsMargins(0, 9, 0, 9)
        for fact in self._facts:
            self._flow.addWidget(fact)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: CustomerFacts, now: datetime) -> None:
        """Show the figures of a customer."""
        known = [(what, value) for what, value in self._words(facts, now) if value]
        for place, fact in enumerate(self._facts):
            fact.setVisible(place < len(known))
            if place < len(known):
                fact.show_fact(*known[place])
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairlines."""
        painter = QPainter(self)
        draw_line(painter, self.rect().topLeft(), self.rect().topRight(), "line")
        draw_line(painter, self.rect().bottomLeft(), self.rect().bottomRight(), "line")

    def _words(self, facts: CustomerFacts, now: datetime) -> list[tuple[str, str]]:
        rating = ""
        if facts.rating is not None:
            rating = _("{rating} of 5 ({n})").format(rating=f"{facts.rating:.1f}", n=facts.ratings)
        last = spoken.ago_words(facts.last_contact, now) if facts.last_contact else ""
        interval = facts.usual_interval_days
        bought = " + ".join(
            money(amount, currency, self._language) for currency, amount in facts.purchases[:2]
        )
        return [
            (_("Customer since"), spoken.month_and_year(facts.since) if facts.since else ""),
            (_("Contacts"), counted(facts.contacts, self._language)),
            (_("Last contact"), last),
            (_("Usual interval"), spoken.interval_words(interval) if interval else ""),
            (_("Rating"), rating),
            (_("Purchases"), bought),
        ]
