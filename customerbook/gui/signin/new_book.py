"""The form of a new book: shop, owner, passphrase, country, and where it will lie."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.jobs import Jobs
from customerbook.gui.signin import computer, regions
from customerbook.gui.signin.new_passphrase import NewPassphrase
from customerbook.gui.signin.places import book_path, books_folder
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.choice import Choice
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import ElidedLabel, Label
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.shop import Shop
from customerbook.model.texts import _
from customerbook.store.place import advice, place_of


@dataclass(frozen=True)
class NewBook:
    """What the form holds when it is complete."""

    path: Path
    shop: Shop
    owner: str
    passphrase: str


class NewBookForm(Card):
    """The card of first run; `shop_typed` tells the name as it is typed."""

    shop_typed = Signal(str)
    confirmed = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(edge="line2")
        self._folder = books_folder()
        form = MarginForm(margin=136, edge=20)
        form.set_spacing(top=16, bottom=16)
        self.add(form)
        self.shop = TextField(placeholder=_("what stands over the door"))
        self.owner = TextField(hint=_("the owner may do everything"))
        self.shop_row = form.add_row(_("Shop"), self.shop)
        self.owner_row = form.add_row(_("Your name"), self.owner)
        self.new = NewPassphrase(form, jobs)
        self.language = Choice(regions.languages(), computer.system_language(), label=_("Language"))
        self.country = Choice(
            regions.countries(),
            computer.system_country() or "DE",
            label=_("Country"),
        )
        form.add_row(_("Language"), self._languages())
        self._place = ElidedLabel("", "text", "ink2")
        self._advice = Label("", "meta", "amber", wrap=True)
        self._advice.hide()
        form.add_row(_("Lies in"), self._place_line(), self._advice)
        self.shop.textChanged.connect(self._name_book)
        self.owner.textChanged.connect(lambda _text: self._hint())
        self.shop.returnPressed.connect(lambda: _focus(self.owner))
        self.owner.returnPressed.connect(lambda: _focus(self.new.first))
        self.new.confirmed.connect(self.confirmed)
        self._name_book()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what the country is for where the words have room beside its name."""
        super().resizeEvent(event)
        room = self.width() >= theme.current().px(640)
        self.country.show_hint(_("dates, numbers, phones") if room else "")

    def focus_first(self) -> None:
        """Begin with the shop."""
        _focus(self.shop)

    def complete(self) -> bool:
        """Whether everything is there; else the rows say what is missing."""
        missing = _("The book needs it, for the letterhead and the change log.")
        self.shop_row.show_error("" if self.shop.text().strip() else missing)
        self.owner_row.show_error("" if self.owner.text().strip() else missing)
        for field in (self.shop, self.owner):
            if not field.text().strip():
                _focus(field)
                return False
        return self.new.complete()

    def new_book(self) -> NewBook:
        """What was typed and chosen."""
        country = str(self.country.value())
        shop, owner = self.shop.text().strip(), self.owner.text().strip()
        made = Shop(
            name=shop,
            owner=owner,
            country=country,
            language=str(self.language.value()),
            zone=regions.zone_of(country),
            currency=regions.currency_of(country),
            paper=regions.paper_of(country),
        )
        return NewBook(book_path(self._folder, shop), made, owner, self.new.passphrase())

    def put_into(self, folder: Path) -> None:
        """Let the book lie in another folder."""
        self._folder = folder
        self._name_book()

    def _languages(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.language, 4)
        row.addWidget(self.country, 5)
        return line

    def _place_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        change = Link(_("Change"))
        change.clicked.connect(self._choose_folder)
        row.addWidget(self._place, 1)
        row.addWidget(change)
        return line

    def _choose_folder(self) -> None:
        title = _("Where the book lies")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if chosen:
            self.put_into(Path(chosen))

    def _name_book(self) -> None:
        shop = self.shop.text().strip()
        self._place.show_text(str(book_path(self._folder, shop)))
        warning = advice(place_of(self._folder))
        self._advice.show_text(warning)
        self._advice.setVisible(bool(warning))
        self.shop_row.show_error("")
        self._hint()
        self.shop_typed.emit(shop)

    def _hint(self) -> None:
        self.owner_row.show_error("")
        self.new.hint(self.shop.text().strip(), self.owner.text().strip())


def _focus(field: QWidget) -> None:
    field.setFocus(Qt.FocusReason.OtherFocusReason)
