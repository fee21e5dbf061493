"""People and rights: who works with the book, how they come in, and what staff may do."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout

from customerbook.gui.confirming import confirmed
from customerbook.gui.jobs import Progress
from customerbook.gui.languages import counted
from customerbook.gui.settings.person_line import PersonLine, RightLine, RightsHead
from customerbook.gui.settings.person_sheets import PersonSheet, RemoveSheet
from customerbook.gui.settings.rows import Rows
from customerbook.gui.settings.section import Section
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.working import Working
from customerbook.model import spoken
from customerbook.model.backup import Why
from customerbook.model.change import Change
from customerbook.model.errors import BookError
from customerbook.model.person import Person, Role
from customerbook.model.rights import SWITCHED, Right
from customerbook.model.texts import _

_EDGE = 24
_DONE = 100


class PeopleSection(Section):
    """The people as rows, and the table of rights below them."""

    def __init__(self, shell: Shell) -> None:
        self.add = Button(_("Add a person"), icon="user-plus")
        about = _(
            "Each signs in with a passphrase of their own. The change log shows who did what."
        )
        super().__init__(_("People and rights"), about, self.add)
        self._shell = shell
        self.people, self.rights = Rows(), Rows()
        self.matter.addWidget(self.people)
        self.matter.addSpacing(12)
        self.matter.addWidget(RightsHead())
        self.matter.addWidget(self.rights)
        note = QHBoxLayout()
        note.setContentsMargins(_EDGE, 12, _EDGE, 8)
        note.setSpacing(8)
        words = _(
            "People, security, backups, privacy, templates and the change log stay with the owner."
        )
        note.addWidget(IconLabel("lock", "ink2", 16), alignment=Qt.AlignmentFlag.AlignTop)
        note.addWidget(Label(words, "text", "ink2", wrap=True), 1)
        self.matter.addLayout(note)
        self.add.clicked.connect(lambda: self._ask_for(None))

    def refresh(self, change: Change | None) -> None:
        """Show people and rights as the book has them."""
        if change is None or change.touches("person", "customer"):
            counts = self._shell.session.book.people.responsible_for()
            everyone = self._shell.session.book.people.all()
            self.people.show_rows([self._line(p, counts.get(p.id, 0)) for p in everyone])
        if change is None or change.touches("staff-rights"):
            self.rights.show_rows(self._right_lines())

    def focus_first(self) -> None:
        """Begin with a new one."""
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, person: Person, count: int) -> PersonLine:
        book, now = self._shell.session.book, self._shell.session.now()
        me = book.person is not None and book.person.id == person.id
        language = book.shop().language
        if me:
            here = _("signed in now")
        elif person.last_here is None:
            here = _("not here yet")
        else:
            moment = person.last_here.astimezone(now.tzinfo)
            here = _("{day}, {time}").format(
                day=spoken.near_day(moment.date(), now.date()), time=spoken.clock(moment.time())
            )
        words = _("responsible for {n}").format(n=counted(count, language))
        line = PersonLine(person, words, here)
        line.passphrase.clicked.connect(lambda: self._ask_for(person))
        line.more.clicked.connect(lambda: self._show_more(line))
        return line

    def _show_more(self, line: PersonLine) -> None:
        menu = self.menu(line.person, line)
        menu.popup(line.more.mapToGlobal(QPoint(0, line.more.height())))
        menu.setActiveAction(menu.actions()[0])

    def menu(self, person: Person, parent: PersonLine) -> Menu:
        """What can be done about a person."""
        menu = Menu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.add(_("Rename"), lambda: self._rename(person), icon="pencil")
        if person.role is Role.OWNER:
            return menu
        menu.add(_("New passphrase"), lambda: self._ask_for(person), icon="key-round")
        menu.addSeparator()
        if person.active:
            menu.add(_("Switch off"), lambda: self._switch_off(person), icon="user-x")
        menu.add(_("Remove"), lambda: self._remove(person), icon="trash", danger=True)
        return menu

    def _ask_for(self, person: Person | None) -> None:
        """Ask for a passphrase, and for the name of somebody new."""
        if person is None:
            title = _("Add a person")
        else:
            title = _("New passphrase for {name}").format(name=person.name)
        confirmed(
            self._shell,
            title,
            lambda: self._shell.show_sheet(PersonSheet(self._shell, title, person)),
        )

    def _rename(self, person: Person) -> None:
        title = _("Rename {name}").format(name=person.name)
        shell = self._shell
        confirmed(
            shell, title, lambda: shell.show_sheet(PersonSheet(shell, title, person, rename=True))
        )

    def _switch_off(self, person: Person) -> None:
        title = _("Switch {name} off").format(name=person.name)
        confirmed(self._shell, title, lambda: self._switched_off(person))

    def _switched_off(self, person: Person) -> None:
        session = self._shell.session
        try:
            session.do(session.book.people.switch_off, person)
        except BookError as error:
            self._shell.say(error)
            return
        words = _("{name} can no longer sign in. A new passphrase lets them in again.")
        self._shell.toast(words.format(name=person.name))

    def _remove(self, person: Person) -> None:
        title = _("Remove {name}").format(name=person.name)
        shell = self._shell
        confirmed(
            shell,
            title,
            lambda: shell.show_sheet(RemoveSheet(shell, person, lambda: self._removed(person))),
        )

    def _removed(self, person: Person) -> None:
        book = self._shell.session.book

        def work(progress: Progress) -> Change:
            return book.people.remove(
                person,
                before=lambda: book.backups.before(Why.NEW_KEY),
                progress=lambda part: progress(round(part * _DONE)),
            )

        Working(
            self._shell,
            _("The book is being locked anew"),
            _DONE,
            work,
            done=lambda change: self._tell_removed(person, change),
        )

    def _tell_removed(self, person: Person, change: Change) -> None:
        self._shell.session.changed.emit(change)
        words = _("{name} is removed, and the book has a new key.")
        self._shell.toast(words.format(name=person.name))

    def _right_lines(self) -> list[RightLine]:
        staff = self._shell.session.book.staff.rights()
        lines = [RightLine(_("Find and see customers, log, follow up, print"))]
        for right, (what, about) in _switch_words().items():
            turned = partial(self._allow, right)
            lines.append(RightLine(what, about, on=getattr(staff, SWITCHED[right]), turned=turned))
        return lines

    def _allow(self, right: Right, on: bool) -> None:  # noqa: FBT001 - as a signal tells it
        confirmed(self._shell, _("Rights of staff"), lambda: self._allowed(right, on=on))
        if not self._shell.session.book.confirmation.fresh:
            self.rights.show_rows(self._right_lines())  # as it is until the passphrase is given

    def _allowed(self, right: Right, *, on: bool) -> None:
        session = self._shell.session
        wanted = replace(session.book.staff.rights(), **{SWITCHED[right]: on})
        try:
            session.do(session.book.staff.allow, wanted)
        except BookError as error:
            self._shell.say(error)
            self.rights.show_rows(self._right_lines())
            return
        self._shell.toast(
            _("Staff may do this now") if on else _("Staff may not do this now"), undo=True
        )


def _switch_words() -> dict[Right, tuple[str, str]]:
    """What each right that can be switched lets staff do, and what to know about it."""
    return {
        Right.CHANGE_CUSTOMERS: (_("Add and change customers"), ""),
        Right.DELETE: (_("Delete customers and other people’s interactions"), ""),
        Right.IMPORT: (_("Import"), ""),
        Right.EXPORT: (_("Export"), _("Anyone who can export can take the whole book along")),
    }
