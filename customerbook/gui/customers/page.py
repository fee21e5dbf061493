"""The Customers page: the list on the left, the card on the right, joined by the chosen tab."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.customers.card import CustomerCard
from customerbook.gui.customers.list_side import WIDTH, ListSide
from customerbook.gui.customers.matter import read_matter
from customerbook.gui.customers.nobody import show_nobody
from customerbook.gui.customers.together import Together
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.customer_row import CustomerRowDelegate
from customerbook.gui.widgets.width import keep_width
from customerbook.model.change import Change
from customerbook.model.errors import BookError

_NARROW: Final = 836
"""Width of the page, beside a narrow rail in a window of 900, under which one half is shown."""
_TYPING_MS: Final = 120
"""After so long without a key the card of the best match is read; the list answers each key."""

_OF_ONE: Final = ("edit", "remove")
"""Commands for what is chosen that rest while several are: they would mean the card alone."""


class CustomersPage(QWidget):
    """Answers the search field of the top bar, and shows whoever is chosen."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._shown = 0
        self._text = ""
        self._narrow = False
        self._empty = False
        self._wait = 0
        self.side = ListSide(shell)
        self.card = CustomerCard(shell)
        self.together = Together(shell, self, self.side, lambda: self._shown)
        self._searching = self._timer(0, self._search_now)
        self._reading = self._timer(0, self._read_card)
        self.side.chosen.connect(self._choose)
        self.side.opened.connect(self._show_card_of)
        self.side.pressed.connect(self._press)
        self.side.newcomer_wanted.connect(shell.new_customer)
        self.side.tab_moved.connect(self._join)
        self.side.narrowed.connect(lambda: self._list(keep=self._shown))
        self.card.back.connect(self._go_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 24, 16)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.card, 1)
        self._arrange()

    def refresh(self, change: Change | None) -> None:
        """Look again at what a change touches; None means at everything."""
        if change is None or change.touches(*self._listed_by()):
            self.side.refresh()
            self._list(keep=self._shown, stay=True)
        if change is None or change.touches(
            "customer", "interaction", "case", "purchase", "document", "person", "topic"
        ):
            self._read_card()
        elif change.touches("followup"):
            self._read_card(only_open=True)

    def focus_first(self) -> None:
        """Move the keyboard into the list, or into the card where only that has something."""
        covered = self._narrow and not self.card.isHidden() and self.card.matter is not None
        if covered or self._empty:
            self.card.focus_first()
        else:
            self._go_back()

    def open_first(self) -> None:
        """Open the best match of a search."""
        if self._searching.isActive():
            self._searching.stop()
            self._search_now()
        self.side.open_first()

    def open_customer(self, customer_id: int) -> None:
        """Show a card, also of somebody who is not among those that were found."""
        self.side.by_hand = True
        if not self.side.choose(customer_id):
            if self._text:
                self._shell.search("")
                self._text = ""
                self._list(keep=customer_id)
            else:
                self.side.select_nothing()
        self._show_card_of(customer_id)

    def show_newest(self) -> None:
        """List everyone, those who came last first, with the keyboard on the first of them."""
        if self._text:
            self._shell.search("")
            self._text = ""
        self.side.narrowing.show_everyone()
        self.side.sort("newest")
        self._go_back()

    def keep_draft(self) -> None:
        """Save what is being typed in a row of the card before the book is locked or closed."""
        self.card.finish_editing()

    def search(self, text: str) -> None:
        """Show whom a text finds, all for none; of several at once only the newest."""
        self._text = text.strip()
        if self._reading.isActive():
            self._reading.start(_TYPING_MS)  # one goes on typing: the list comes first
        self._searching.start()

    def first_column(self) -> QWidget:
        """Where a toast stands."""
        return self.side if not self.side.isHidden() else self.card

    def foot_room(self) -> int:
        """How high the bar of several reaches where a toast stands."""
        return self.together.foot_room()

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the page answers just now."""
        found = self.card.commands()
        if self.side.several.ids:
            for one in _OF_ONE:
                found.pop(one, None)
        return {**found, **self.together.commands()}

    def customer_id(self) -> int | None:
        """Whose card is shown because a person chose or found them; None for the list's first.

        A search is finished first.
        """
        if self._searching.isActive():
            self._searching.stop()
            self._search_now()
        shown = self.card.matter is not None and self.side.by_hand
        return self._shown if shown else None

    def state(self) -> dict[str, Any]:
        """Who is shown, and what is listed in which order."""
        return {
            **self.side.narrowing.state(),
            "customer": self._shown,
            "by_hand": self.side.by_hand,
            "order": self.side.order.order,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Show what was listed and who was shown before a lock."""
        self.side.narrowing.restore(state)
        self.side.sort(str(state.get("order", "name")))
        customer_id = int(state.get("customer", 0))
        if customer_id:
            self._shown = customer_id
            self.side.by_hand = bool(state.get("by_hand"))
            self.side.choose(customer_id)
            self._read_card()
        if not self._shown and self.side.current():
            self._choose(self.side.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape chooses nobody any more, where it is seen who is, and leaves the card."""
        escape = event.key() == Qt.Key.Key_Escape
        if escape and self.side.several.ids and not self.side.isHidden():
            self.together.clear()
        elif escape and self.card.matter is not None and not self.side.list.hasFocus():
            self._go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one half where there is no room for both."""
        super().resizeEvent(event)
        self.together.place_soon()
        narrow = self.width() < theme.current().px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def restyle(self) -> None:
        """Keep the widths at the text size in force."""
        self._arrange()

    def _timer(self, wait: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(act)
        return timer

    def _listed_by(self) -> tuple[str, ...]:
        """Kinds of record the list depends on."""
        kinds = ("customer", "interaction", "case", "purchase", "saved-list", "person")
        return (*kinds, "followup") if self.side.narrowing.wanted.open_followup else kinds

    def _search_now(self) -> None:
        keep = 0 if self._text else self._shown
        self._list(keep=keep, wait=_TYPING_MS if self._text else 0)
        self._show_half(card=False)

    def _list(self, *, keep: int, wait: int = 0, stay: bool = False) -> None:
        """List anew, and read the card of whoever is chosen then."""
        self._wait = wait
        try:
            if self._text:
                self.side.search(self._text, keep=keep)
            else:
                self.side.show_all(keep=keep, stay=stay)
        except BookError as error:
            self._shell.say(error)
        self._wait = 0

    def _choose(self, customer_id: int) -> None:
        if customer_id == self._shown and self.card.matter is not None:
            return
        self._shown = customer_id
        self._reading.start(self._wait)

    def _show_card_of(self, customer_id: int) -> None:
        """Show a card with the keyboard in it, or the list if there is no such customer."""
        self._shown = customer_id
        self._reading.stop()
        self._read_card()
        if self.card.matter is None:
            self.focus_first()
        else:
            self._show_half(card=True)
            self.card.focus_first()

    def _press(self, customer_id: int) -> None:
        """Open a row that was clicked where the card has no room beside it."""
        if self._narrow:
            self._show_card_of(customer_id)

    def _read_card(self, *, only_open: bool = False) -> None:
        matter = None
        try:
            if self._shown:
                matter = read_matter(self._shell.session.book, self._shown)
        except BookError as error:
            self._shell.say(error)
        if matter is not None and self._empty:
            self._empty = False
            self.card.offer_back(wanted=self._narrow)
        if matter is None:
            self._show_nobody()
        elif only_open and self.card.matter is not None:
            self.card.show_followups(matter)
        else:
            self.card.show_matter(matter)

    def _show_nobody(self) -> None:
        self._shown = 0
        self._empty = not self._text and self._shell.session.book.customers.count() == 0
        if self._empty:
            self.card.show_empty_book()
            self.card.offer_back(wanted=False)
            self._show_half(card=True)  # where one half has room, this one says how to begin
        else:
            show_nobody(self.card, self.side, self._shell, self._text)

    def _join(self, top: int, height: int) -> None:
        shift = self.side.y() - self.card.y()
        self.card.join(top + shift, height if not self._narrow else 0)

    def _go_back(self) -> None:
        self._show_half(card=False)
        self.side.focus_list()

    def _show_half(self, *, card: bool) -> None:
        """Where only one half has room, show this one; the keyboard goes over with it."""
        if not self._narrow:
            return
        keyboard = self.window().focusWidget()
        goes = keyboard is not None and (self.side if card else self.card).isAncestorOf(keyboard)
        self.side.setVisible(not card)
        self.card.setVisible(card)
        self.together.follow()
        if goes and card:
            self.card.focus_first()
        elif goes:
            self.side.focus_list()

    def _arrange(self) -> None:
        """Both halves beside each other, or one of them."""
        keep_width(self.side, None if self._narrow else theme.current().px(WIDTH))
        self.card.offer_back(wanted=self._narrow and not self._empty)
        rows = self.side.list.itemDelegate()
        assert isinstance(rows, CustomerRowDelegate)
        rows.joins = not self._narrow
        if self._narrow:
            # In another look the half stays that was shown.
            shown = bool(self._shown) and not self.card.isHidden()
            self._show_half(card=shown or self._empty)
        else:
            self.side.show()
            self.card.show()
            self.together.follow()
        self.side.tell_tab()
