"""Which customers are listed: the saved list, the filter, and the chips and menus to choose by."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from customerbook.gui.customers.filter_chips import FilterChips
from customerbook.gui.customers.filter_offers import FilterOffers
from customerbook.gui.customers.list_menu import ListMenu
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.picker import Picker
from customerbook.model.errors import BookError
from customerbook.model.filter import Filter, filter_text, read_filter
from customerbook.model.saved_list import SavedList
from customerbook.model.texts import _


class Narrowing(QObject):
    """`changed()` fires when others are to be listed, `order_wanted` with the order of a list."""

    changed = Signal()
    order_wanted = Signal(str)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._order = "name"
        self.wanted = Filter()
        self.chips = FilterChips()
        self.lists = ListMenu(shell, self.chips.list)
        self.chips.changed.connect(self.filter_by)
        self.chips.lists_wanted.connect(self.lists.open_menu)
        self.chips.more_wanted.connect(self.ask_more)
        self.lists.chosen.connect(self._show_saved)
        self.lists.renamed.connect(self._say)

    def filter_by(self, wanted: Filter) -> None:
        """List whom this filter lets through; for none everybody."""
        if wanted == self.wanted:
            return
        self.wanted = wanted
        if not wanted:
            self.lists.forget()
        self._say()
        self.changed.emit()

    def follow_order(self, order: str) -> None:
        """Know in which order a list would be saved."""
        self._order = order
        self.lists.follow(self.wanted, order)

    def show_everyone(self) -> None:
        """List everybody."""
        self.filter_by(Filter())

    def ask_more(self) -> None:
        """Open the popup that offers what else to filter by."""
        try:
            offers = FilterOffers(self._shell.session.book, self.wanted)
        except BookError as error:
            self._shell.say(error)
            return
        picker = Picker(
            self._shell.sheet_host(),
            self.chips.more,
            offers.offers,
            label=_("Filter the list"),
            placeholder=_("Tag, person, town …"),
            nothing=_("Nothing is called so."),
        )
        picker.chosen.connect(self.filter_by)
        self._shell.show_sheet(picker)

    def refresh(self) -> None:
        """Look again at names of lists and people."""
        self.lists.refresh()
        self._say()

    def state(self) -> dict[str, Any]:
        """What brings list and filter back."""
        return {"list": self.lists.shown.id, "filter": filter_text(self.wanted)}

    def restore(self, state: dict[str, Any]) -> None:
        """Come back as it was."""
        self.lists.keep_place(int(state.get("list", 0)))
        self.wanted, _rest = read_filter(str(state.get("filter", "")))
        self._say()

    def _show_saved(self, saved: SavedList) -> None:
        if saved.id:
            self.order_wanted.emit(saved.order)
        self.wanted = saved.wanted
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.lists.follow(self.wanted, self._order)
        people = {one.id: one.name for one in self._shell.session.book.people.all()}
        self.chips.show_filter(self.wanted, people)
        self.chips.show_list(self.lists.words(), saved=bool(self.lists.shown.id))
