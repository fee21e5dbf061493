"""When the passphrase is lost: the recovery code opens the book, then a new passphrase is set."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from customerbook.gui.jobs import Jobs
from customerbook.gui.signin.entrance import Entrance
from customerbook.gui.signin.new_passphrase import NewPassphrase
from customerbook.gui.signin.unlocking import recovered, set_passphrase
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.cover import Cover
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.errors import BookError
from customerbook.model.texts import _
from customerbook.store.folder import Hold
from customerbook.store.passphrase import Cost

if TYPE_CHECKING:
    from customerbook.book.book import Book


class ForgottenPage(Entrance):
    """Asks for the code, then for a new passphrase; `opened` carries the Book, `left` goes back.

    Once the code was right the book is open, so that leaving closes it again.
    """

    opened = Signal(object)
    left = Signal()

    def __init__(self, hold: Hold, shop: str, jobs: Jobs, *, cost: Cost | None = None) -> None:
        line = _("Encrypted on this PC. Nothing leaves it.")
        cover = Cover(shop, foot=line, icon="lock")
        super().__init__(cover, width=768, start=56, cover_width=400)
        self._hold, self._jobs, self._cost, self._shop = hold, jobs, cost, shop
        self._book: Book | None = None
        self.add(Label(_("The passphrase is lost"), "title"))
        self._words = Label(
            _("Type the recovery code from your paper. Case and dashes do not matter."),
            "text",
            "ink2",
            wrap=True,
        )
        self.add(self._words, gap=4)
        self._card = Card(edge="line2")
        self._form = MarginForm(margin=136)
        self._form.set_spacing(top=16, bottom=16)
        self._card.add(self._form)
        self.code = TextField(placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX", height=44)
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # one code, in any language
        self.code_row = self._form.add_row(_("Recovery code"), self.code)
        self.code.returnPressed.connect(self.go_on)
        self.code.textEdited.connect(lambda: self.code_row.show_error(""))
        self.add(self._card, gap=20)
        self.new: NewPassphrase | None = None
        self._back = Link(_("Back"))
        self._back.clicked.connect(self.leave)
        self.button = Button(_("Go on"), kind="primary", height=44)
        self.button.clicked.connect(self.go_on)
        self.foot.addWidget(self._back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.button)

    def focus_first(self) -> None:
        """Give the focus to the field that is asked."""
        first: QWidget = self.code if self.new is None else self.new.first
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Open the book with the code, or set the passphrase when it is open."""
        if self.new is None:
            self._recover()
        elif self.new.complete():
            self._set()

    def leave(self) -> None:
        """Close what was opened and go back to sign-in."""
        if self._book is not None:
            self._book.close(keep_hold=True)
            self._book = None
        self.left.emit()

    def _recover(self) -> None:
        code = self.code.text()
        self._be_busy(busy=True)
        self._jobs.start(
            lambda progress: recovered(self._hold, code, progress),
            done=self._ask_passphrase,
            failed=self._refuse_code,
            owner=self,
        )

    def _refuse_code(self, error: Exception) -> None:
        self._be_busy(busy=False)
        self.code_row.show_error(str(error) if isinstance(error, BookError) else "")
        self.focus_first()

    def _ask_passphrase(self, book: "Book") -> None:
        self._book = book
        self._be_busy(busy=False)
        self.code.clear()
        self.code_row.hide()
        self._words.show_text(_("The book is open. Choose a new passphrase for it."))
        self.new = NewPassphrase(self._form, self._jobs, (self._shop,))
        self.new.confirmed.connect(self.go_on)
        self.button.setText(_("Open the book"))
        self.focus_first()

    def _set(self) -> None:
        book, new = self._book, self.new
        assert book is not None
        assert new is not None
        passphrase = new.passphrase()
        self._be_busy(busy=True)
        self._jobs.start(
            lambda _progress: set_passphrase(book, passphrase, cost=self._cost),
            done=lambda _nothing: self._give(book),
            failed=self._refuse_passphrase,
            owner=self,
        )

    def _give(self, book: "Book") -> None:
        self._book = None
        self.opened.emit(book)

    def _refuse_passphrase(self, error: Exception) -> None:
        self._be_busy(busy=False)
        if self.new is not None and isinstance(error, BookError):
            self.new.refuse(str(error))

    def _be_busy(self, *, busy: bool) -> None:
        for widget in (self._form, self.button, self._back):
            widget.setEnabled(not busy)
