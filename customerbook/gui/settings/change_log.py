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
from customerbook.gui.widgets.painting import draw_text, mirrored, prepare, text_width
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model import spoken
from customerbook.model.change import Change
from customerbook.model.change_words import change_words
from customerbook.model.errors import BookError
from customerbook.model.texts import _

_PORTION = 60
_EDGE = 24
_LIKED = (168, 148, 220)
"""Columns of when, who and what in pixels, where the row is wide enough."""
_CONCERNED = 160


class ChangeRow(QWidget):
    """When, who, what, and what it concerned."""

    spoken_role = SpokenRole.ListItem

    def __init__(self, cells: tuple[str, str, str, str]) -> None:
        super().__init__()
        self.cells = cells
        self.columns = [0, 0, 0]
        self.setAccessibleName(", ".join(cell for cell in cells if cell))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """32 high at the text size in force."""
        return QSize(theme.current().px(400), theme.current().px(31))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells in their columns."""
        painter = QPainter(self)
        prepare(painter)
        direction = self.layoutDirection()
        roles: tuple[Role, ...] = ("ink2", "ink", "ink", "ink2")
        x = _EDGE
        columns = self._columns_here()
        for place, (text, role) in enumerate(zip(self.cells, roles, strict=True)):
            left = self.width() - x - _EDGE
            wide = columns[place] if place < len(columns) else left
            room = QRect(x, 0, max(0, min(wide - 12, left)), self.height())
            spot = mirrored(room, self.rect(), direction)
            draw_text(painter, spot, text, "text", role, direction=direction, figures=not place)
            x += wide

    def _columns_here(self) -> list[int]:
        """As wide as one likes to have them, if there is room for what it concerned then."""
        px = theme.current().px
        spare = self.width() - 2 * _EDGE - sum(self.columns) - px(_CONCERNED)
        found = []
        for needed, liked in zip(self.columns, _LIKED, strict=True):
            more = max(0, min(px(liked) - needed, spare))
            spare -= more
            found.append(needed + more)
        return found


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
        self.restyle()

    def show_older(self) -> None:
        """Show what lies further back."""
        self.rows.add_rows(self._read())
        self.restyle()

    def restyle(self) -> None:
        """Make the columns wide enough for what stands in them; the last one is cut first."""
        rows = [row for row in self.rows.rows() if isinstance(row, ChangeRow)]
        columns = []
        for place in range(len(_LIKED)):
            cells = [row.cells[place] for row in rows]
            widths = [text_width(cell, "text", figures=not place) for cell in cells]
            columns.append(max(widths, default=0) + 12)
        for row in rows:
            row.columns = columns
            row.update()

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
