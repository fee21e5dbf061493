"""The first start: make a book, open one, or look around in a sample."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from customerbook.gui.jobs import Jobs
from customerbook.gui.signin.choice_grid import ChoiceGrid
from customerbook.gui.signin.entrance import Entrance
from customerbook.gui.signin.known_books import KnownBooks
from customerbook.gui.signin.new_book import NewBookForm
from customerbook.gui.signin.unlocking import created
from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.choice_card import ChoiceCard
from customerbook.gui.widgets.cover import Cover
from customerbook.gui.widgets.empty_state import EmptyState
from customerbook.gui.widgets.label import Label
from customerbook.model.errors import BookError, WeakPassphraseError
from customerbook.model.texts import _
from customerbook.store.passphrase import Cost


class FirstRunPage(Entrance):
    """Three ways to begin. `made` carries a new Book and its recovery code.

    `chosen` carries the folder of a book to open, `sample_wanted` asks for the sample.
    """

    made = Signal(object, str)
    chosen = Signal(Path)
    sample_wanted = Signal()

    def __init__(self, jobs: Jobs, books: Mapping[Path, str], *, cost: Cost | None = None) -> None:
        line = _("One PC, no account, no internet.\nThe book is yours, a file you can take along.")
        super().__init__(Cover(foot=line), width=768, start=56, cover_width=400)
        self._jobs, self._cost = jobs, cost
        self.add(Label(_("Start a customer book"), "title"))
        about = _(
            "Two minutes. Everything can be changed later, "
            "except a lost passphrase without its recovery code."
        )
        self.add(Label(about, "text", "ink2", wrap=True), gap=4)
        self._error = Banner("", "red", icon="circle-alert")
        self._error.hide()
        self.add(self._error, gap=12)
        self.new = ChoiceCard("notebook-pen", _("New book"), _("an empty one for your shop"))
        self.open = ChoiceCard("book-open", _("Open a book"), _("from this PC or a stick"))
        sample = _("a sample book, nothing is kept")
        self.sample = ChoiceCard("binoculars", _("Look around"), sample)
        self._choices = ChoiceGrid((self.new, self.open, self.sample))
        self.new.setChecked(True)
        self.add(self._choices, gap=8)
        self.form = NewBookForm(jobs)
        self.known = KnownBooks(books)
        first = _("Next: write down the recovery code.")
        rest = _("It opens the book if the passphrase is lost. Nothing else can.")
        self._next = Banner(f"{first} {rest}", "amber", icon="key-round", strong=first)
        self._about = _about_sample()
        below = ((self.form, 18), (self.known, 0), (self._about, 0), (self._next, 16))
        for widget, gap in below:
            self.add(widget, gap=gap)
        self.button = Button("", kind="primary", height=44)
        self._wait = Label("", "meta", "ink2")
        self.foot.addWidget(self._wait)
        self.foot.addStretch(1)
        self.foot.addWidget(self.button)
        self._choices.chosen.connect(self.show_way)
        self.button.clicked.connect(self.go_on)
        self.form.shop_typed.connect(self.cover.show_shop)
        self.form.confirmed.connect(self.go_on)
        self.known.found.connect(self.chosen)
        self.show_way()

    def focus_first(self) -> None:
        """Give the focus to what one begins with."""
        if self.new.isChecked():
            self.form.focus_first()
        else:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_way(self) -> None:
        """Show what belongs to the way that is chosen."""
        new, known = self.new.isChecked(), self.open.isChecked()
        self.form.setVisible(new)
        self._next.setVisible(new)
        self.known.setVisible(known)
        self._about.setVisible(self.sample.isChecked())
        self._error.hide()
        words = _("Create the book") if new else _("Open") if known else _("Look around")
        if known and self.known.chosen() is None:
            words = _("Choose the folder")
        self.known.other.setVisible(self.known.chosen() is not None)
        self.button.setText(words)
        self.cover.show_shop(self.form.shop.text().strip() if new else "")

    def say(self, sentence: str) -> None:
        """Say what went wrong."""
        self._error.say(sentence)
        self._error.setVisible(bool(sentence))

    def be_busy(self, word: str) -> None:
        """Wait, and say for what; an empty word ends it."""
        self._wait.show_text(word)
        for widget in (self.form, self.known, self.button, self.new, self.open, self.sample):
            widget.setEnabled(not word)

    def go_on(self) -> None:
        """Make the book, open the chosen one, or ask for the sample."""
        if self.new.isChecked():
            self._create()
        elif self.sample.isChecked():
            self.be_busy(_("Making the sample book…"))
            self.sample_wanted.emit()
        elif (book := self.known.chosen()) is not None:
            self.chosen.emit(book)
        else:
            self.known.choose_folder()

    def _create(self) -> None:
        if not self.form.complete():
            return
        self.say("")
        wanted = self.form.new_book()
        self.be_busy(_("Making the book and its keys…"))
        self._jobs.start(
            lambda _progress: created(
                wanted.path, wanted.shop, wanted.owner, wanted.passphrase, cost=self._cost
            ),
            done=lambda made: self.made.emit(*made),
            failed=self._refuse,
            owner=self,
        )

    def _refuse(self, error: Exception) -> None:
        self.be_busy("")
        if isinstance(error, WeakPassphraseError):
            self.form.new.refuse(str(error))
        elif isinstance(error, BookError):
            self.say(str(error))


def _about_sample() -> Card:
    """What there is to look at."""
    card = Card(edge="line2")
    sentence = _(
        "Search, log a visit, promise something, print a confirmation. "
        "All of it is invented, and gone when you close the window."
    )
    card.add(EmptyState(_("A bicycle workshop with 400 customers"), sentence))
    return card
