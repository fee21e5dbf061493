"""The card of a customer: who, warnings, actions, facts, what is known, what is open, timeline."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from customerbook.gui import theme
from customerbook.gui.customers.card_actions import CardActions
from customerbook.gui.customers.card_commands import card_commands
from customerbook.gui.customers.card_warnings import CardWarning, card_warnings
from customerbook.gui.customers.deeds import Deeds
from customerbook.gui.customers.facts_line import FactsLine
from customerbook.gui.customers.matter import Matter
from customerbook.gui.customers.open_list import OpenList
from customerbook.gui.customers.side import Side
from customerbook.gui.customers.side_layout import AFTER
from customerbook.gui.customers.timeline import Timeline
from customerbook.gui.customers.timeline_row import AROUND
from customerbook.gui.customers.who import Who
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.banner import Warnings
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card, RuleLine
from customerbook.gui.widgets.empty_state import EmptyState, StepRow
from customerbook.gui.widgets.focus_order import put_in_order
from customerbook.gui.widgets.focus_ring import show_ring
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.indent import indented, set_sides
from customerbook.gui.widgets.scroll_area import ScrollArea
from customerbook.gui.widgets.width import keep_width
from customerbook.model.rights import Right
from customerbook.model.texts import _

_EDGE: Final = 24
_SIDE: Final = 208
_NARROW: Final = 520
"""Width of the matter under which the columns stand below each other."""
_AHEAD: Final = 800
"""Pixels before the end at which more of the timeline is read."""


class CustomerCard(Card):
    """One customer at a time; `back` fires where the card covers the list."""

    back = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__(edge="line2")
        self._shell = shell
        self._reader = reader_of(shell.session)
        self.deeds = Deeds(shell)
        self._steps: list[Button] = []
        self.matter: Matter | None = None
        self.back_button = Link(_("All customers"), icon="arrow-left", tone="accent")
        self.back_button.clicked.connect(self.back)
        self._above = QWidget()
        self._above.hide()
        self.who = Who(self.deeds)
        self.who.organisation_wanted.connect(shell.open_customer)
        self.warnings = Warnings()
        self._warned: tuple[CardWarning, ...] = ()
        self.actions_ = CardActions(self.deeds)
        self.facts = FactsLine(shell.session.book.shop().language)
        self.side = Side(self.deeds)
        self.open = OpenList(self.deeds)
        self.timeline = Timeline(shell)
        self._rule = RuleLine("line", upright=True)
        self._stack = QStackedWidget()
        self._instead: QWidget | None = None
        self._scroll = self._make_scroll()
        self._stack.addWidget(self._scroll)
        self.add(self._stack, 1)
        self.timeline.reached.connect(self._show_entry)
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._look_ahead)
        bar.rangeChanged.connect(self._range_changed)

    def show_matter(self, matter: Matter) -> None:
        """Show a customer; the same one keeps its place."""
        same = self.matter is not None and self.matter.customer.id == matter.customer.id
        self.matter = matter
        self.deeds.customer = matter.customer
        now = self._shell.session.now()
        month_first = self._reader.month_first
        self.who.show_matter(matter)
        self._warn(card_warnings(matter, now, month_first=month_first))
        self.actions_.show_customer(matter.customer)
        self.facts.show_facts(matter.facts, now)
        self.side.show_matter(matter)
        self.open.show_lines(matter.followups)
        self.timeline.show_matter(matter)
        self._stack.setCurrentWidget(self._scroll)
        self.setAccessibleName(matter.customer.name)
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def show_followups(self, matter: Matter) -> None:
        """Show what is open anew, and leave everything else as it is."""
        self.matter = matter
        self.open.show_lines(matter.followups)

    def show_nobody(self, heading: str, sentence: str = "", button: Button | None = None) -> None:
        """Show that nobody is chosen, and why; `button` is the one next step."""
        self.matter = None
        self._steps = [button] if button is not None else []
        self._put(_on_top(EmptyState(heading, sentence, button=button)))

    def show_empty_book(self) -> None:
        """Show the first steps: bring customers in, or add one."""
        self.matter = None
        self._steps = []
        steps = Card(edge=None)
        if self.deeds.may(Right.IMPORT):
            bring = Button(_("Bring in"), kind="primary", icon="download")
            bring.clicked.connect(lambda _on: self._shell.bring_in())
            sentence = _("From a phone, a mail program or a table: vCard, CSV")
            steps.add_row(StepRow("download", _("Bring in your customers"), sentence, bring))
            self._steps.append(bring)
        if self.deeds.may(Right.CHANGE_CUSTOMERS):
            new = Button(_("New customer"), keys="Ctrl+N")
            new.clicked.connect(lambda _on: self._shell.new_customer())
            sentence = _("A name or a number is enough")
            steps.add_row(StepRow("user-plus", _("Add your first customer"), sentence, new))
            self._steps.append(new)
        words = _("Bring in the customers you have, or add the next one who comes in.")
        self._put(_on_top(EmptyState(_("Nobody is in the book yet."), words), steps))

    def show_case(self, case_id: int) -> None:
        """Show what was said and done in a case only, with the keyboard in it."""
        assert self.matter is not None
        self.timeline.show_case(next(c for c in self.matter.complaints if c.id == case_id))

    def finish_editing(self) -> None:
        """Save what is being typed in a row, where it can be saved."""
        self.who.finish_editing()
        self.side.finish_editing()

    def offer_back(self, *, wanted: bool) -> None:
        """Offer the way back to the list, where the card covers it."""
        self._above.setVisible(wanted)

    def focus_first(self) -> None:
        """Move the keyboard to the primary button, or to the next step while nobody is shown."""
        steps = self._steps
        button = self.actions_.first() if self.matter is not None else next(iter(steps), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            show_ring(button, Qt.FocusReason.ShortcutFocusReason)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What can be done with who is shown, and with the entry that has the keyboard."""
        if self.matter is None:
            return {}
        return card_commands(self._shell, self.deeds, self.timeline, self.open, self.actions_)

    def scrolled(self) -> int:
        """How far the card is scrolled, in pixels."""
        return self._scroll.verticalScrollBar().value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() - 2 * _EDGE < theme.current().px(_NARROW)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._rule.setVisible(not narrow)
        self.restyle()

    def restyle(self) -> None:
        """Keep the width of the left column at the text size in force."""
        narrow = self._rule.isHidden()
        wide = theme.current().px(_SIDE) + AROUND + AFTER
        set_sides(self._right, self, start=AROUND if narrow else 0, end=0)
        keep_width(self.side, None if narrow else wide)

    def _warn(self, warnings: tuple[CardWarning, ...]) -> None:
        if warnings != self._warned:
            self._warned = warnings
            lines = [one.line(self.show_case) for one in warnings]
            self.warnings.show_lines(*lines)
            put_in_order(self.who.organisation, [line.action for line in lines])

    def _make_scroll(self) -> ScrollArea:
        self._matter = matter = QWidget()
        column = QVBoxLayout(matter)
        self._matter_column = column
        column.setContentsMargins(_EDGE - AROUND, 20, _EDGE - AROUND, 0)
        column.setSpacing(0)
        back = QHBoxLayout(self._above)
        back.setContentsMargins(0, 0, 0, 12)
        back.addSpacing(AROUND)
        back.addWidget(self.back_button)
        back.addStretch(1)
        column.addWidget(self._above)
        upper = QVBoxLayout()
        upper.setContentsMargins(AROUND, 0, AROUND, 0)
        upper.setSpacing(0)
        upper.addWidget(self.who)
        upper.addSpacing(16)
        upper.addWidget(self.warnings)
        upper.addSpacing(12)
        upper.addWidget(self.actions_)
        upper.addSpacing(16)
        upper.addWidget(self.facts)
        column.addLayout(upper)
        column.addLayout(self._lay_columns(), 1)
        return ScrollArea(matter)

    def _lay_columns(self) -> QBoxLayout:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setContentsMargins(0, 15, 0, 16)
        left.addWidget(self.side)
        left.addStretch(1)
        self._right = right
        right.setContentsMargins(0, 27, 0, 16)
        right.setSpacing(10)
        right.addLayout(indented(self.open, end=AROUND))
        right.addWidget(self.timeline)
        right.addStretch(1)
        columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addLayout(left)
        columns.addSpacing(_EDGE - AFTER)
        rule = QVBoxLayout()
        rule.addSpacing(15)
        rule.addWidget(self._rule)
        columns.addLayout(rule)
        columns.addSpacing(_EDGE - 4)
        columns.addLayout(right, 1)
        self._columns = columns
        return columns

    def _put(self, widget: QWidget) -> None:
        """Show a widget in place of the matter."""
        if self._instead is not None:
            self._stack.removeWidget(self._instead)
            self._instead.deleteLater()
        self._instead = widget
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self.setAccessibleName("")

    def _range_changed(self, _least: int, most: int) -> None:
        """Let the matter end where it does without a scroll bar, and read on."""
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if most > 0 else 0
        edge = _EDGE - AROUND
        set_sides(self._matter_column, self, start=edge, end=edge - taken)
        self._look_ahead(bar.value())

    def _look_ahead(self, value: int) -> None:
        """Read more of the timeline before its end is reached."""
        if value > self._scroll.verticalScrollBar().maximum() - _AHEAD and self.matter is not None:
            self.timeline.load_more()

    def _show_entry(self, top: int, height: int) -> None:
        """Scroll to an entry of the timeline that the keyboard has reached."""
        place = self.timeline.list.mapTo(self._matter, QPoint(0, top))
        half = min(height, self._scroll.viewport().height()) // 2
        self._scroll.ensureVisible(0, place.y() + half, 0, half + 8)


def _on_top(*widgets: QWidget) -> QWidget:
    """Widgets below each other, at the top of the room there is."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return whole
