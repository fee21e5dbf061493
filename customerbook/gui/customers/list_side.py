"""The left half of the page: how many there are, in which order, and the list itself."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.commands import command
from customerbook.gui.customers.count_label import CountLabel
from customerbook.gui.customers.everyone import Everyone
from customerbook.gui.customers.list_delegate import ListDelegate
from customerbook.gui.customers.list_model import CustomersModel
from customerbook.gui.customers.order_link import OrderLink
from customerbook.gui.jobs import Jobs
from customerbook.gui.overlay_bar import OverlayBar
from customerbook.gui.session import Session
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.row_list import RowList
from customerbook.model.rights import Right, allowed
from customerbook.model.texts import _

WIDTH: Final = 328
_HEAD: Final = 64
_EDGE: Final = 8
"""How far the tab of the chosen customer reaches out over what stands above it."""


class ListSide(QWidget):
    """All customers, or whom a search finds; the chosen one is a tab of the card beside.

    `chosen(id)` follows the current row, `opened(id)` fires on Enter, `newcomer_wanted(text)` on
    the row that makes a new customer, `tab_moved` as `RowList` has it.
    """

    chosen = Signal(int)
    opened = Signal(int)
    newcomer_wanted = Signal(str)
    tab_moved = Signal(int, int)

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._quiet = False
        self._keep = 0
        self.by_hand = False
        """Whether a person chose who is current, not the list that begins with somebody."""
        self._everyone = Everyone(session, jobs, self)
        self._everyone.read.connect(self._show_everyone)
        self.count = CountLabel(session.book.shop().language)
        self.order = OrderLink()
        self.order.chosen.connect(self.sort)
        self.nobody = Label("", "text", "ink2", wrap=True)
        self.nobody.hide()
        self.model = CustomersModel(session.book, session.now)
        delegate = ListDelegate()
        self.list = RowList(delegate, label=_("Customers"))
        self.model.setParent(self.list)
        self.list.setModel(self.model)
        OverlayBar(self.list)
        delegate.main.connect(lambda index: self._open(QModelIndex(index)))
        self.list.clicked.connect(self._pressed)
        self.list.tab_moved.connect(self._tell_tab)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.model.rowsInserted.connect(self._say_count)
        self._lay_out()

    def show_all(self, *, keep: int = 0) -> None:
        """List everyone, as soon as that is read; `keep` stays chosen, else the first is."""
        self._keep = keep
        ids = self._everyone.ids(self.order.order)
        if ids is not None:
            self._list(ids)
        elif self.model.text or not self.model.ids():
            # The first of them are there at once, whatever it takes to read the others.
            hits = self._session.book.customers.find("", _HEAD)
            self._list([hit.line.id for hit in hits])

    def refresh(self) -> None:
        """Read anew who is in the book, and what stands in the rows."""
        self._everyone.forget()
        self.model.forget_lines()

    def search(self, text: str, *, keep: int = 0) -> None:
        """List whom a text finds; the best match is chosen, or `keep` if that was found too."""
        person = self._session.book.person
        may_add = person is not None and allowed(person, Right.CHANGE_CUSTOMERS)
        self._everyone.ids(self.order.order)
        self._quiet = True
        words = " ".join(text.split())
        self.model.search(
            text, offer=words if may_add else "", keys=command("new-customer").shortcut
        )
        self._quiet = False
        self._settle(keep)

    def sort(self, order: str) -> None:
        """List everyone in another order, from its top."""
        self.order.show_order(order, searching=bool(self.model.text))
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        above = QHBoxLayout()
        above.setContentsMargins(_EDGE, 0, 12, 0)
        above.addWidget(self.count)
        above.addStretch(1)
        above.addWidget(self.order)
        column.addLayout(above)
        told = QHBoxLayout()
        told.setContentsMargins(_EDGE, 0, 12, 0)
        told.addWidget(self.nobody)
        column.addLayout(told)
        column.addWidget(self.list, 1)
        self.restyle()

    def _list(self, ids: list[int]) -> None:
        self._quiet = True
        self.model.show_all(ids)
        self._quiet = False
        self._settle(self._keep)

    def _show_everyone(self) -> None:
        """All have been read: list them, unless something is searched for."""
        if self.model.text:
            self._say_count()
        else:
            self._list(self._everyone.ids(self.order.order) or [])

    def _settle(self, keep: int) -> None:
        """Choose a row after the rows have changed, and say what is listed."""
        searching = bool(self.model.text)
        self.order.show_order(self.order.order, searching=searching)
        self._say_count()
        nobody = searching and not self.model.ids()
        self.nobody.setVisible(nobody)
        if nobody:
            self.nobody.show_text(_("Nobody found for “{text}”.").format(text=self.model.text))
        self.tell_tab()
        if keep and self.choose(keep):
            return
        if self.model.ids():
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()
            self.by_hand = searching
        else:
            self.list.setCurrentIndex(QModelIndex())
            self.chosen.emit(0)

    def _say_count(self) -> None:
        model, total = self.model, self._everyone.total
        if model.text:
            self.count.say_found(len(model.ids()), total, more=not model.complete)
        else:
            self.count.say_all(total)

    def _follow(self, index: QModelIndex) -> None:
        customer_id = self.model.identity(index)
        if customer_id and not self._quiet:
            self._keep, self.by_hand = customer_id, True
            self.chosen.emit(customer_id)

    def _pressed(self, index: QModelIndex) -> None:
        if self.model.identity(index):
            self.by_hand = True
        else:
            self._open(index)

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
