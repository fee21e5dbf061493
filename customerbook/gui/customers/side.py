"""The left column of the card: to remember, how to reach somebody, people, details, notes."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui.customers.changing import Part
from customerbook.gui.customers.consent_row import ConsentRow
from customerbook.gui.customers.deeds import Deeds
from customerbook.gui.customers.editor_rows import editor_row, offers
from customerbook.gui.customers.matter import Matter
from customerbook.gui.customers.row_editor import RowEditor
from customerbook.gui.customers.side_item import Act, SideSectionItems
from customerbook.gui.customers.side_items import REMEMBER, SECTIONS, side_sections
from customerbook.gui.customers.side_layout import AROUND
from customerbook.gui.customers.side_row import SideRow
from customerbook.gui.customers.side_section import SideSection
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.widgets.focus_order import focus_mark, put_in_order
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.menu import Menu
from customerbook.model.texts import _


class Side(QWidget):
    """What is known of a customer, as rows below headings.

    Tab comes to one row, the one that was there last; the arrows go to the others and to the
    icons of a row. Pressing a row changes it in its place, for those who may.
    """

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        session = deeds.shell.session
        self._home = session.book.country
        self._month_first = reader_of(session).month_first
        self._matter: Matter | None = None
        self._all_people = False
        self._editor: RowEditor | None = None
        self._sections = {key: SideSection(amber=key == REMEMBER) for key in SECTIONS}
        self._shown: dict[str, SideSectionItems] = {}
        self._current: SideRow | None = None
        self._start = focus_mark(self)
        self.menu = Menu(self)
        self.add_link = Link(_("Add"), "caption", icon="plus", tone="accent")
        self.add_link.setAccessibleDescription(_("A phone number, a day, something to remember …"))
        self.add_link.clicked.connect(self.offer_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in self._sections.values():
            section.made.connect(self._adopt)
            column.addWidget(section)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 14, 0, 0)
        foot.addSpacing(AROUND)
        foot.addWidget(self.add_link)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)

    def show_matter(self, matter: Matter) -> None:
        """Show a customer; an editor of another one closes with what was typed into it."""
        before = self._matter
        if before is None or before.customer.id != matter.customer.id:
            self._all_people, self._current = False, None
            self._close_editor()
        self._matter = matter
        may_change = self._deeds.may_change()
        self.add_link.setVisible(may_change)
        sections = side_sections(
            matter.customer,
            matter.people,
            self._deeds.shell.session.now().date(),
            home=self._home,
            month_first=self._month_first,
            all_people=self._all_people,
        )
        first = True
        for section in sections:
            if self._shown.get(section.key) != section:
                self._shown[section.key] = section
                self._sections[section.key].show_items(section, may_change=may_change)
            self._sections[section.key].set_first(first=first)
            first = first and not section.items
        self._choose_stop()

    def rows(self) -> list[SideRow]:
        """The rows from the top."""
        return [row for section in self._sections.values() for row in section.rows()]

    def editor(self) -> RowEditor | None:
        """The editor that is open, if any."""
        return self._editor

    def finish_editing(self) -> None:
        """Save what is being typed, where it can be saved."""
        if self._editor is not None:
            self._editor.finish()

    def edit(self, row: SideRow, *, turned: bool = False) -> None:
        """Open the editor of a row; `turned` with the other answer to a consent."""
        item = row.item
        if item.part is None or not self._deeds.may_change() or not self._free():
            return
        section = next(one for one in self._sections.values() if row in one.rows())
        editor = self._open_editor(section, row, item.part, item.place, item.record)
        if turned and isinstance(editor.row, ConsentRow):
            editor.row.turn()

    def add(self, key: str, part: Part, seed: object) -> None:
        """Open an editor for something new below a section."""
        if self._deeds.may_change() and self._free():
            self._open_editor(self._sections[key], None, part, -1, seed)

    def offer_more(self) -> None:
        """Offer what can be added, below the link."""
        self.menu.clear()
        for words, icon, key, part, seed in offers(self._deeds.shell.session):
            self.menu.add(words, partial(self.add, key, part, seed), icon=icon)
        self.menu.popup(self.add_link.mapToGlobal(QPoint(0, self.add_link.height() + 4)))

    def fill(self, menu: Menu, row: SideRow) -> None:
        """Put what can be done with a row into a menu."""
        menu.clear()
        for act in row.item.acts:
            menu.add(act.text, partial(self._act, row, act), icon=act.icon)
        if row.item.customer_id:
            opened = partial(self._press, row)
            menu.add(_("Open the customer"), opened, icon="arrow-up-right")
        elif row.presses() and row.item.part is not None:
            menu.add(_("Change"), partial(self.edit, row), icon="pencil")
            menu.add(_("Take out"), partial(self._take_out, row), icon="trash", danger=True)

    def _open_editor(
        self, section: SideSection, row: SideRow | None, part: Part, place: int, record: object
    ) -> RowEditor:
        was = record if row is not None else None
        fields = editor_row(record, self._deeds.shell.session)
        amber = section is self._sections[REMEMBER]
        save = partial(self._save, part, place, was)
        what = row.accessibleName() if row is not None else section.accessibleName()
        editor = RowEditor(fields, save, what=what, removable=row is not None, band=amber)
        self._editor = editor
        editor.closed.connect(lambda back: self._closed(part, place, back=back))
        section.place_editor(editor, row)
        put_in_order(row if row is not None else self._last_stop(section), editor.stops())
        return editor

    def _save(self, part: Part, place: int, was: object | None, record: Any) -> str:
        return self._deeds.change(part, place, was, record)

    def _closed(self, part: Part, place: int, *, back: bool) -> None:
        for section in self._sections.values():
            section.show_row()
        if back:
            self._focus(part, place)
        self._close_editor()

    def _close_editor(self) -> None:
        self._editor = None
        for section in self._sections.values():
            section.take_editor()

    def _free(self) -> bool:
        """Whether no other editor is open; one with wrong input stays, and has the keyboard."""
        if self._editor is not None and not self._editor.finish():
            self._editor.begin()
            return False
        return True

    def _take_out(self, row: SideRow) -> None:
        item = row.item
        if item.part is not None:
            words = self._deeds.change(item.part, item.place, item.record, None)
            if words:
                self._deeds.shell.toast(words)
            self._focus(item.part, item.place)

    def _act(self, row: SideRow, act: Act) -> None:
        if act.deed == "copy":
            self._deeds.copy(act.target)
        elif act.deed == "open":
            QDesktopServices.openUrl(QUrl(act.target))
        else:
            self.edit(row, turned=True)

    def _press(self, row: SideRow) -> None:
        if row.item.customer_id:
            self._deeds.shell.open_customer(row.item.customer_id)
        elif row.item.more and self._matter is not None:
            self._all_people = True
            self.show_matter(self._matter)
        elif row.presses():
            self.edit(row)

    def _offer(self, row: SideRow, place: QPoint) -> None:
        self.fill(self.menu, row)
        if self.menu.actions():
            self.menu.popup(place)

    def _adopt(self, row: SideRow) -> None:
        """Listen to a new row."""
        row.wanted.connect(lambda: self._press(row))
        row.menu_wanted.connect(lambda place: self._offer(row, place))
        row.acted.connect(lambda act: self._act(row, act))
        row.stepped.connect(lambda step: self._step(row, step))
        row.reached.connect(lambda: self._stop_at(row))

    def _useful(self) -> list[SideRow]:
        return [row for row in self.rows() if row.useful() and not row.isHidden()]

    def _step(self, row: SideRow, step: int) -> None:
        rows = self._useful()
        place = max(0, min(len(rows) - 1, rows.index(row) + step)) if row in rows else 0
        if rows:
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_stop(self) -> None:
        """Let Tab come to the row it came to last, or to the first."""
        rows = self._useful()
        self._stop_at(self._current if self._current in rows else next(iter(rows), None))
        put_in_order(self._start, [*rows, self.add_link])

    def _stop_at(self, row: SideRow | None) -> None:
        for other in self._useful():
            other.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if row is not None:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._current = row

    def _last_stop(self, section: SideSection) -> QWidget:
        rows = section.rows()
        return rows[-1] if rows else self._start

    def _focus(self, part: Part, place: int) -> None:
        """Give the keyboard to the row of a record, to its neighbour, or to the link below."""
        rows = [row for row in self._useful() if row.item.part == part]
        wanted = [row for row in rows if row.item.place == place]
        if place < 0 and rows:
            wanted = [max(rows, key=lambda row: row.item.place)]
        near: list[QWidget] = [*wanted, *rows[-1:], *self._useful()[:1], self.add_link]
        found = near[0]
        found.setFocus(Qt.FocusReason.TabFocusReason)
