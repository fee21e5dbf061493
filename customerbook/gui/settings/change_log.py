"""The change log: who did what, and when; newest first, more while one scrolls."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.settings.rows import Rows
from customerbook.gui.settings.section import Section
from customerbook.gui.shell import Shell
from customerbook.gui.theme import Role
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.painting import draw_text, mirrored, prepare
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model import spoken
from customerbook.model.change import Change
from customerbook.model.change_words import change_words
from customerbook.model.errors import BookError
from customerbook.model.texts import _

_PORTION = 60


class ChangeRow(QWidget):
    """When, who, what, and what it concerned."""

    spoken_role = SpokenRole.ListItem

    def __init__(self, cells: tuple[str, str, str, str]) -> None:
        super().__init__()
        self.cells = cells
        self.setAccessibleName(", ".join(cell for cell in cells if cell))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """32 high at the text size in force."""
        return QSize(theme.current().px(400), theme.current().px(31))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells in their columns."""
        painter = QPainter(self)
        prepare(painter)
        px, direction = theme.current().px, self.layoutDirection()
        when, who, what, subject = self.cells
        columns: tuple[tuple[str, int, Role], ...] = (
            (when, px(168), "ink2"),
            (who, px(148), "ink"),
            (what, px(220), "ink"),
            (subject, 0, "ink2"),
        )
        x = 24
        for text, wide, role in columns:
            room = QRect(x, 0, (wide or self.width() - x - 24) - 12, self.height())
            place = mirrored(room, self.rect(), direction)
            draw_text(painter, place, text, "text", role, direction=direction, figures=x == 24)
            x += wide


class ChangeLogSection(Section):
    """Reads the log of the book in portions."""

    def __init__(self, shell: Shell) -> None:
        about = _("Everything that was written into the book, and who wrote it.")
        super().__init__(_("Change log"), about)
        self._shell = shell
        self._last: int | None = None
        self.rows = Rows()
        self.matter.addWidget(self.rows)
        self.more = Button(_("Older changes"), kind="quiet")
        self.more.clicked.connect(self.show_older)
        self.matter.addSpacing(8)
        self.matter.addWidget(self.more)

    def refresh(self, _change: Change | None) -> None:
        """Show the newest changes."""
        self._last = None
        self.rows.show_rows(self._read())

    def show_older(self) -> None:
        """Show what lies further back."""
        self.rows.add_rows(self._read())

    def _read(self) -> list[ChangeRow]:
        book = self._shell.session.book
        try:
            changes = book.changes.latest(_PORTION, self._last)
        except BookError as error:
            self._shell.say(error)
            return []
        self.more.setVisible(len(changes) == _PORTION)
        if changes:
            self._last = changes[-1].id
        names = {person.id: person.name for person in book.people.all()}
        return [self._row(change, names) for change in changes]

    def _row(self, change: Change, names: dict[int, str]) -> ChangeRow:
        now = self._shell.session.now()
        moment = change.moment.astimezone(now.tzinfo)
        day = spoken.short_date(moment.date(), now.date(), weekday=True)
        when = f"{day}, {spoken.clock(moment.time())}"
        who = names.get(change.person_id or 0, "")
        return ChangeRow((when, who, change_words(change), change.subject))
