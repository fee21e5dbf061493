"""Signing in, at the start and after a lock: who is here, and one field."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from customerbook.gui.jobs import Jobs
from customerbook.gui.signin.entrance import Entrance
from customerbook.gui.signin.passphrase_field import PassphraseField
from customerbook.gui.signin.person_row import PersonRow
from customerbook.gui.signin.unlocking import people_of, unlocked
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.cover import Cover
from customerbook.gui.widgets.flow import Flow
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.margin_form import FieldError
from customerbook.model import clock, spoken
from customerbook.model.errors import BookError
from customerbook.model.texts import _
from customerbook.store.folder import Hold
from customerbook.store.keyfile import KeyFile

if TYPE_CHECKING:
    from customerbook.book.book import Book


class SignInPage(Entrance):
    """The people of a book and one field; `opened` carries the Book, with its person at it.

    `hold` keeps others out while the page is shown. `word` is said above the people, as that the
    window is locked.
    """

    opened = Signal(object)
    forgotten = Signal()
    another_wanted = Signal()

    def __init__(self, hold: Hold, key_file: KeyFile, shop: str, jobs: Jobs) -> None:
        line = _("Encrypted on this PC. Nothing leaves it.")
        super().__init__(Cover(shop, foot=line, icon="lock"), width=400, top=132)
        self._hold, self._jobs = hold, jobs
        self._group = QButtonGroup(self)
        now = clock.now().astimezone()
        self.add(Label(spoken.greeting(now), "title"))
        self._question = Label(_question(now), "text", "ink2", wrap=True)
        self.add(self._question, gap=4)
        self.notice = Label("", "label", "amber", wrap=True)
        self.notice.hide()
        self.add(self.notice, gap=8)
        self.add(self._people(key_file), gap=12)
        self._whose = Label("", "caption", "ink2")
        self.add(self._whose, gap=20)
        self.field = PassphraseField(height=44)
        self.open_button = Button(_("Open"), kind="primary", height=44)
        self._error = FieldError()
        self._wait = Label(_("Opening the book…"), "meta", "ink2")
        self._wait.hide()
        self.add(self._line(), gap=6)
        self.add(self._error, gap=6)
        self.add(self._wait)
        self._add_foot()
        self._name_field()

    def focus_first(self) -> None:
        """Let one type the passphrase at once."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, person: str) -> None:
        """Ask for the passphrase of this person; of the owner if there is no such one."""
        for row in self._group.buttons():
            if row.property("person") == person:
                row.setChecked(True)
                self._name_field()

    def fill_in(self, passphrase: str, *, open_now: bool = False) -> None:
        """Put a passphrase into the field, and open the book with it if that is wanted."""
        self.field.setText(passphrase)
        if open_now:
            self.unlock()

    def say(self, sentence: str) -> None:
        """Say something above the people."""
        self.notice.show_text(sentence)
        self.notice.setVisible(bool(sentence))

    def unlock(self) -> None:
        """Open the book with what is typed; the window stays alive meanwhile."""
        passphrase = self.field.text()
        if not passphrase:
            self._refuse(BookError(_("Type the passphrase first.")))
            return
        self._show_error("")
        self._be_busy(busy=True)
        row = self._group.checkedButton()
        person = str(row.property("person")) if row is not None else ""
        self._jobs.start(
            lambda progress: unlocked(self._hold, person, passphrase, progress),
            done=self._take,
            failed=self._refuse,
            owner=self,
        )

    def _take(self, book: "Book") -> None:
        self.field.clear()
        self.opened.emit(book)

    def _refuse(self, error: Exception) -> None:
        self._be_busy(busy=False)
        self._show_error(str(error) if isinstance(error, BookError) else "")
        self.field.selectAll()
        self.focus_first()

    def _show_error(self, sentence: str) -> None:
        self.field.show_error(sentence)
        self._error.say(sentence)

    def _be_busy(self, *, busy: bool) -> None:
        self._wait.setVisible(busy)
        for widget in (self.field, self.open_button, self._forgot, self._another):
            widget.setEnabled(not busy)

    def _people(self, key_file: KeyFile) -> Card:
        card = Card(edge="line2")
        for place, (person, name) in enumerate(people_of(key_file)):
            row = PersonRow(name, _("Owner") if place == 0 else _("Staff"))
            row.setProperty("person", person)
            self._group.addButton(row)
            row.clicked.connect(self._name_field)
            card.add_row(row)
        rows = [row for row in self._group.buttons() if isinstance(row, PersonRow)]
        rows[0].first = rows[-1].last = True
        rows[0].setChecked(True)
        return card

    def _line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.open_button)
        self.field.returnPressed.connect(self.unlock)
        for key, step in (("Up", -1), ("Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self.field)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._step, step))
        self.field.textEdited.connect(lambda: self._show_error(""))
        self.open_button.clicked.connect(self.unlock)
        return line

    def _add_foot(self) -> None:
        self._forgot = Link(_("Forgot the passphrase"))
        self._another = Link(_("Another book"))
        self._forgot.clicked.connect(self.forgotten)
        self._another.clicked.connect(self.another_wanted)
        self.foot.addWidget(Flow(self._forgot, self._another, gap=24), 1)

    def _step(self, step: int) -> None:
        """Choose the person above or below, while the keyboard stays in the field."""
        rows = self._group.buttons()
        place = next(i for i, row in enumerate(rows) if row.isChecked()) + step
        if 0 <= place < len(rows):
            rows[place].setChecked(True)
            self._name_field()

    def _name_field(self) -> None:
        row = self._group.checkedButton()
        name = row.text() if row is not None else ""
        self._whose.show_text(_("Passphrase of {name}").format(name=name))
        self.field.setAccessibleName(self._whose.text())
        self.field.selectAll()
        self.focus_first()


def _question(now: datetime) -> str:
    day = spoken.long_date(now.date(), year=False)
    return _("{day}. Who is at the counter?").format(day=day)
