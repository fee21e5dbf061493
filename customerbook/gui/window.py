"""The window of an open book, as pages and forms see it: it is the `Shell`."""

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.book.book import Book
from customerbook.gui import opening
from customerbook.gui.actions import Actions, Offer
from customerbook.gui.answers import answers
from customerbook.gui.commands import command
from customerbook.gui.counts import Counts
from customerbook.gui.desk import Desk
from customerbook.gui.device import Device
from customerbook.gui.focus_trap import FocusTrap
from customerbook.gui.interactions.spare_form import SpareForm
from customerbook.gui.jobs import Jobs
from customerbook.gui.menu_bar import menu_bar
from customerbook.gui.pages import PAGES, CustomersLike, Page, PageKind, page_kind
from customerbook.gui.searching import Searching
from customerbook.gui.session import Session
from customerbook.gui.stage import Stage
from customerbook.gui.switching import others, show_people
from customerbook.gui.taking_back import TakingBack
from customerbook.gui.topbar import TopBar
from customerbook.gui.undo_keys import UndoKeys
from customerbook.gui.warming import LATER, Warming
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.change import Change
from customerbook.model.change_words import change_words
from customerbook.model.channel import Channel, Direction
from customerbook.model.errors import BookError, DiskError
from customerbook.model.person import Person
from customerbook.model.texts import _

_WITH_SHEET = frozenset({"lock", "switch", "quit"})
"""Commands whose keys work while a sheet is open."""
_PAINTED_MS, _BETWEEN_MS = 700, 100


class Window(QWidget):
    """Made at sign-in for one Book, gone at the lock."""

    lock_wanted = Signal()
    switch_wanted = Signal(str)
    another_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, book: Book, device: Device) -> None:
        super().__init__()
        assert book.person is not None
        self.person: Person = book.person
        self.device = device
        self.session = Session(book, self)
        self.jobs = Jobs(self)
        self.sheets: list[QWidget] = []
        self.stage = Stage(self)
        self.top = TopBar(_kind(device.log_kind))
        self._searching = Searching(self.top, self.stage)
        self.desk = Desk(book.shop().name, self.top, self.stage, self.jobs)
        self.notices = self.desk.notices
        self.actions_ = Actions(self, self.session.may, lambda: answers(self), self.say)
        self._taking_back = TakingBack(self.session, self.jobs)
        self.counts = Counts(self.session, self.person, self.jobs, self)
        self._menu_bar = menu_bar(self.actions_)
        self._trap = FocusTrap(self, self.sheets, self.stage.page)
        self._undo_keys = UndoKeys(self, self.desk.offers_undo)
        self._menu = Menu(self)
        self._spare = SpareForm(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self.desk.show_pages(self.pages(), self.person)
        self._connect()

    def pages(self) -> list[PageKind]:
        """The pages that the person may see."""
        return [k for k in PAGES if k.right is None or self.session.may(k.right)]

    def go(self, page_id: str) -> None:
        """Show a page of `PAGES`, with the focus on what one works with first."""
        self._searching.end(page_id)
        cast("Page", self.stage.show_page(page_id)).focus_first()

    def open_customer(self, customer_id: int) -> None:
        """Show the Customers page with this card."""
        cast("CustomersLike", self.stage.show_page("customers")).open_customer(customer_id)

    def show_newest(self) -> None:
        """Show the Customers page with those who came last at the top of the list."""
        cast("CustomersLike", self.stage.show_page("customers")).show_newest()

    def in_hand(self) -> int | None:
        """The customer that was looked up or chosen and is shown, for whom a key logs a contact.

        None for one who is shown only because a list shows its first.
        """
        shown = getattr(self.stage.page(), "customer_id", None)
        customer_id: int | None = shown() if shown is not None else None
        return customer_id

    def log(
        self,
        channel: Channel,
        *,
        customer_id: int | None = None,
        completes: int | None = None,
        direction: Direction | None = None,
    ) -> None:
        """Open the log form."""
        self.device.log_kind = channel.value
        self.top.show_kind(channel)
        self.notices.settle("draft")
        form = opening.log_form(self._spare, channel, customer_id, completes, direction)
        self.show_sheet(form)

    def new_customer(self, text: str = "") -> None:
        """Open the form of a new customer, filled from what was typed."""
        self.show_sheet(opening.new_customer_form(self, text))

    def edit_customer(self, customer_id: int) -> None:
        """Open the form of a customer."""
        self.show_sheet(opening.customer_form(self, customer_id))

    def new_followup(self, *, customer_id: int | None = None) -> None:
        """Open the form of a new follow-up."""
        self.show_sheet(opening.followup_form(self, customer_id))

    def preview(self, kind: str, subject_id: int) -> None:
        """Show a document before it is printed."""
        self.show_sheet(opening.preview(self, kind, subject_id))

    def print_now(self, kind: str, subject_id: int) -> None:
        """Keep a document and print it; without a printer show the preview and say so."""
        opening.print_now(self, kind, subject_id)

    def bring_in(self, path: Path | None = None) -> None:
        """Take over customers from a file."""
        self.show_sheet(opening.wizard(self, path))

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Say at the bottom what happened."""
        self.desk.say(text, undo=self._undo if undo else None)

    def say(self, error: BookError) -> None:
        """Tell a known error in its own words; one of the disk stays until it is put away."""
        if isinstance(error, DiskError):
            self.notices.tell("disk", str(error), "red", icon="circle-alert")
        else:
            self.desk.say(str(error), icon="circle-alert", seconds=10)

    def show_sheet(self, sheet: QWidget) -> None:
        """Open a sheet over the page; keys of the page rest meanwhile."""
        opened = cast("Sheet", sheet)
        self.sheets.append(sheet)
        self.actions_.enable(kept=_WITH_SHEET)
        opened.closed.connect(lambda: self._sheet_closed(sheet))
        opened.open()

    def sheet_host(self) -> QWidget:
        """What a sheet is made over."""
        return self

    def search_text(self) -> str:
        """What stands in the search field."""
        return self.top.field.text()

    def search(self, text: str) -> None:
        """Put a text into the search field and search for it."""
        self.top.field.setText(text)

    def start(self, state: dict[str, Any] | None = None) -> None:
        """Show the first page, or what was there before a lock."""
        state = state or {}
        self.stage.restore(state.get("pages", {}))
        page = state.get("page", "")
        self.go(page if page in {kind.id for kind in self.pages()} else "today")
        if state.get("search"):
            self.top.field.setText(state["search"])
        self.counts.count_soon()
        QTimer.singleShot(_PAINTED_MS, self, self._warm)

    def state(self) -> dict[str, Any]:
        """What brings the window back after a lock."""
        pages = self.stage.states()
        return {"page": self.stage.page_id(), "pages": pages, "search": self.search_text()}

    def keep_drafts(self) -> None:
        """Let open forms, and the page, keep what was typed into them."""
        for part in (*self.sheets, self.stage.page()):
            keep = getattr(part, "keep_draft", None)
            if keep is not None:
                keep()

    def undo(self) -> None:
        """Take back the last change of the book."""
        self._taking_back.undo(self._undone)

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self._taking_back.redo(self._redone)

    def offers(self) -> list[Offer]:
        """All that can be done just now."""
        return self.actions_.offers()

    def switch_person(self) -> None:
        """Ask who comes to the book next; where nobody else can, lock."""
        book, button = self.session.book, self.desk.rail.person_button
        if others(book):
            show_people(book, button, self.switch_wanted.emit, self.lock_wanted.emit)
        else:
            self.lock_wanted.emit()

    def show_palette(self) -> None:
        """Open the list of all commands."""
        title = _(page_kind(self.stage.page_id()).title)
        self.show_sheet(opening.palette(self, self.offers(), title))

    def show_keys(self) -> None:
        """Open the sheet of all keys."""
        self.show_sheet(opening.keys_sheet(self, self.offers()))

    def _connect(self) -> None:
        rail = self.desk.rail
        rail.chosen.connect(self.go)
        rail.menu_wanted.connect(self._show_menu)
        rail.switch_wanted.connect(self.switch_person)
        rail.lock_wanted.connect(self.lock_wanted)
        self.stage.shown.connect(rail.choose)
        self.stage.shown.connect(lambda _page: self.desk.place_toast())
        self.top.log_wanted.connect(lambda kind: self.log(kind, customer_id=self.in_hand()))
        self.jobs.refused.connect(self.say)
        self.session.changed.connect(self._follow)
        self.counts.counted.connect(self._show_counts)

    def _warm(self) -> None:
        """Load what is wanted next, then make ahead what is wanted at once."""
        Warming(LATER, self, _BETWEEN_MS).finished.connect(self._spare.make_ahead)

    def _undone(self, change: Change) -> None:
        keys = command("redo").shortcut
        words = change_words(change)
        self.desk.say(words, undo=self._redo, action=_("Redo"), keys=keys, icon="undo-2")

    def _redone(self, change: Change) -> None:
        self.desk.say(change_words(change), undo=self._undo, icon="redo-2")

    def _undo(self) -> None:
        self.actions_.run("undo")

    def _redo(self) -> None:
        self.actions_.run("redo")

    def _follow(self, change: Change) -> None:
        self.stage.refresh(change)
        if change.touches("shop"):
            self.desk.rail.show_shop(self.session.book.shop().name)

    def _show_menu(self) -> None:
        button = self.desk.rail.menu_button
        below = button.mapTo(self, QPoint(0, button.height() + 4))
        self.actions_.fill(self._menu, self.height() - below.y())
        size = self._menu.sizeHint()
        below.setY(max(0, min(below.y(), self.height() - size.height())))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            below.setX(below.x() + button.width() - size.width())
        self._menu.popup(self.mapToGlobal(below))

    def _show_counts(self, counts: dict[str, int]) -> None:
        for page_id, count in counts.items():
            page = self.stage.built(page_id)
            own = getattr(page, "count", None)
            self.desk.rail.show_count(page_id, own() if own is not None else count)

    def _sheet_closed(self, sheet: QWidget) -> None:
        if sheet in self.sheets:
            self.sheets.remove(sheet)
        if not self.sheets:
            self.actions_.enable()
        self._trap.settle(leaving=sheet)


def _kind(kept: str) -> Channel:
    """The kind that was logged last."""
    return Channel(kept) if kept in set(Channel) else Channel.VISIT
