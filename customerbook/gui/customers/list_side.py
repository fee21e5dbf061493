"""The left half of the page: which customers, how many, in which order, and the list itself."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.commands import command
from customerbook.gui.customers.customer_list import CustomerList
from customerbook.gui.customers.everyone import Everyone
from customerbook.gui.customers.list_head import ListHead
from customerbook.gui.customers.list_model import CustomersModel
from customerbook.gui.customers.narrowing import Narrowing
from customerbook.gui.customers.several import Several
from customerbook.gui.shell import Shell
from customerbook.model.errors import BookError
from customerbook.model.filter import Filter
from customerbook.model.rights import Right

WIDTH: Final = 328
_HEAD: Final = 64
_COUNT_MS: Final = 250
"""Without a key, until more is found than there is room for."""


class ListSide(QWidget):
    """All customers, or whom a search finds; the chosen one is a tab of the card beside.

    `chosen(id)` follows the current row, `opened(id)` fires on Enter, `pressed(id)` on a click
    where nobody is chosen together, `newcomer_wanted(text)` on the row that makes a new customer,
    `tab_moved` as `RowList` has it; `narrowed` when a filter or a list was chosen, and others are
    to be listed.
    """

    chosen = Signal(int)
    opened = Signal(int)
    newcomer_wanted = Signal(str)
    pressed = Signal(int)
    tab_moved = Signal(int, int)
    narrowed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._session = session = shell.session
        self._quiet = False
        self._keep = 0
        self._stay = False
        self.by_hand = False
        """Whether a person chose who is current, not the list that begins with somebody."""
        self._everyone = Everyone(session, shell.jobs, self)
        self._everyone.read.connect(self._show_everyone)
        self.narrowing = Narrowing(shell, self)
        self.head = ListHead(self.narrowing.chips, session.book.shop().language)
        self.count, self.order, self.nobody = self.head.count, self.head.order, self.head.nobody
        self.order.chosen.connect(self.sort)
        self.head.all_wanted.connect(self.narrowing.show_everyone)
        self.several = Several(self)
        self.model = CustomersModel(session.book, session.now)
        self.list = CustomerList(self.model, self.several, lambda: self.by_hand)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._pressed)
        self.list.tab_moved.connect(self._tell_tab)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.model.rowsInserted.connect(self._say_count)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self._count_more)
        self.narrowing.order_wanted.connect(self._take_order)
        self.narrowing.changed.connect(self._narrow)
        self._lay_out()

    def show_all(self, *, keep: int = 0, stay: bool = False) -> None:
        """List everyone, as soon as that is read; `keep` stays chosen, else the first is.

        With `stay` nobody else is chosen in the place of one whom the filter does not let through.
        """
        self._keep, self._stay = keep, stay
        wanted = self.narrowing.wanted
        ids = self._everyone.ids(self.order.order, wanted)
        if ids is not None:
            self._list(ids)
        elif self.model.text or not self.model.ids():
            # The first of them are there at once, whatever it takes to read the others.
            hits = self._session.book.customers.find("", _HEAD, wanted)
            self._list([hit.line.id for hit in hits])

    def refresh(self) -> None:
        """Read anew who is in the book, and what stands in the rows."""
        self._everyone.forget()
        self.narrowing.refresh()
        self.model.forget_lines()

    def search(self, text: str, *, keep: int = 0) -> None:
        """List whom a text finds; the best match is chosen, or `keep` if that was found too."""
        self._everyone.ids(self.order.order, self.narrowing.wanted)
        if text != self.model.text:
            self.several.clear()
            # Left at the end of a shorter list, the view would ask for more of it at once.
            self.list.scrollToTop()
        self._quiet = True
        words = " ".join(text.split())
        self.model.search(
            text,
            self.narrowing.wanted,
            offer=words if self._session.may(Right.CHANGE_CUSTOMERS) else "",
            keys=command("new-customer").shortcut,
            first=self.list.rows_in_sight() + 1,
        )
        self._counting.start()
        self._quiet = False
        self._settle(keep)

    def sort(self, order: str) -> None:
        """List everyone in another order, from its top."""
        self._take_order(order)
        if not self.model.text:
            self.show_all()

    def choose(self, customer_id: int) -> bool:
        """Make a customer the current row; False if they are not in the list (yet)."""
        self._keep = customer_id
        row = self.model.row_of(customer_id)
        if row < 0:
            return False
        index, by_hand = self.model.index(row), self.by_hand
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self.by_hand = by_hand
        return True

    def current(self) -> int:
        """Id of the customer in the current row; 0 for none."""
        index = self.list.currentIndex()
        return self.model.identity(index) if index.isValid() else 0

    def asked(self) -> tuple[str, str, Filter]:
        """What is listed: the text that was searched for, the order, the filter."""
        return self.model.text, self.order.order, self.narrowing.wanted

    def is_complete(self) -> bool:
        """Whether all of it is in the list already."""
        return self.model.complete and (bool(self.model.text) or not self._everyone.is_reading())

    def leave_room(self, height: int) -> None:
        """Leave so much room below the list."""
        self._column.setContentsMargins(0, 0, 0, height)

    def focus_list(self) -> None:
        """Move the keyboard into the list."""
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_first(self) -> None:
        """Open the best match, or make the new customer if nobody was found."""
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
            self._open(self.model.index(0))

    def tell_tab(self) -> None:
        """Say again where the current row is, once it has found its place."""
        QTimer.singleShot(0, self, self._find_tab)

    def restyle(self) -> None:
        """Keep the width at the text size in force."""
        self.setMinimumWidth(theme.current().px(WIDTH))
        self.tell_tab()

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self.restyle()

    def _list(self, ids: list[int]) -> None:
        if self.model.text:
            self.several.clear()
        self._quiet = True
        self.model.show_all(ids)
        self._quiet = False
        if not self._everyone.is_reading():
            self.several.keep(ids)
        self._settle(self._keep)

    def _show_everyone(self) -> None:
        """All have been read: list them, unless something is searched for."""
        if self.model.text:
            self._say_count()
        else:
            self._list(self._everyone.ids(self.order.order, self.narrowing.wanted) or [])

    def _settle(self, keep: int) -> None:
        """Choose a row after the rows have changed, and say what is listed."""
        searching = bool(self.model.text)
        self.order.show_order(self.order.order, searching=searching)
        self._say_count()
        filtered = bool(self.narrowing.wanted)
        none = not self.model.ids() and (searching or filtered)
        self.head.say_nobody(self.model.text, filtered=filtered, shown=none)
        self.tell_tab()
        if keep and self.choose(keep):
            return
        if keep and self._stay and filtered and not searching:
            self.select_nothing()
            return
        if self.model.ids():
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()
            self.by_hand = searching
        else:
            self.list.setCurrentIndex(QModelIndex())
            self.chosen.emit(0)

    def _count_more(self) -> None:
        """Find some more than are in sight, when one has typed: so most searches can be counted."""
        try:
            if self.model.text and self.model.canFetchMore(QModelIndex()):
                self.model.fetchMore(QModelIndex())
        except BookError as error:
            self._shell.say(error)

    def _say_count(self) -> None:
        model, total = self.model, self._everyone.total
        if model.text:
            self.count.say_found(len(model.ids()), total, more=not model.complete)
        elif not self.narrowing.wanted:
            self.count.say_all(total)
        elif not self._everyone.is_reading():
            self.count.say_found(len(model.ids()), total, more=False)

    def _narrow(self) -> None:
        """List others: whom the filter lets through."""
        self.several.clear()
        self.narrowed.emit()

    def _take_order(self, order: str) -> None:
        self.order.show_order(order, searching=bool(self.model.text))
        self.narrowing.follow_order(order)

    def _follow(self, index: QModelIndex) -> None:
        customer_id = self.model.identity(index)
        if customer_id and not self._quiet:
            self._keep, self.by_hand = customer_id, True
            self.chosen.emit(customer_id)

    def _pressed(self, index: QModelIndex) -> None:
        customer_id = self.model.identity(index)
        if not customer_id:
            self._open(index)
            return
        self.by_hand = True
        if not self.several.ids:
            self.pressed.emit(customer_id)

    def _open(self, index: QModelIndex) -> None:
        customer_id = self.model.identity(index)
        if customer_id:
            self.by_hand = True
            self.opened.emit(customer_id)
        elif self.model.text:
            self.newcomer_wanted.emit(" ".join(self.model.text.split()))

    def _find_tab(self) -> None:
        rect = self.list.visualRect(self.list.currentIndex())
        inside = rect.intersected(self.list.viewport().rect())
        self._tell_tab(inside.top(), inside.height())

    def _tell_tab(self, top: int, height: int) -> None:
        if not self.model.identity(self.list.currentIndex()):
            height = 0  # the row of a new customer is no tab
        self.tab_moved.emit(top + self.list.y(), height)

    def select_nothing(self) -> None:
        """Take the choice back, as where a card is shown of somebody who is not in the list."""
        self.list.selectionModel().setCurrentIndex(
            QModelIndex(), QItemSelectionModel.SelectionFlag.Clear
        )
