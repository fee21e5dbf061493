"""Who it is, on top of the card: avatar, name, tags, work, who is responsible, language."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.customers.deeds import Deeds
from customerbook.gui.customers.matter import Matter
from customerbook.gui.customers.row_editor import RowEditor
from customerbook.gui.customers.tag_editor import TagsRow
from customerbook.gui.customers.titled import Titled
from customerbook.gui.customers.views import letters_of
from customerbook.gui.customers.words import language_spoken, work_words
from customerbook.gui.widgets.avatar import Avatar
from customerbook.gui.widgets.focus_order import put_in_order
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import ElidedLabel, Label
from customerbook.model.customer import Customer, CustomerKind
from customerbook.model.name import initials
from customerbook.model.texts import _


class Who(QWidget):
    """The head of a card; `organisation_wanted(id)` fires when its organisation is pressed.

    The tags are changed below the name, by the button behind them or by pressing one.
    """

    organisation_wanted = Signal(int)

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self._avatar = Avatar("", "", size=56)
        self.name = ElidedLabel("", "title")
        self.titled = Titled(self.name)
        self.titled.tags_wanted.connect(self.edit_tags)
        self._editor: RowEditor | None = None
        self._role = ElidedLabel("", "text", "ink2")
        self.organisation = Link("", "text")
        self.organisation.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._place = ElidedLabel("", "text", "ink2")
        self._customer_id = self._organisation_id = 0
        self.organisation.clicked.connect(
            lambda: self.organisation_wanted.emit(self._organisation_id)
        )
        self._responsible = Label(_("Responsible"), "meta", "ink2")
        self._staff = Avatar("", "", kind="staff", size=24)
        self._language = Label("", "meta", "ink2")
        self._middle, self._end = QVBoxLayout(), QVBoxLayout()
        self._lay_out()

    def show_matter(self, matter: Matter) -> None:
        """Show a customer."""
        customer = matter.customer
        if self._customer_id != customer.id:
            self._close_editor(back=False)
        self._customer_id = customer.id
        organisation = customer.kind is CustomerKind.ORGANISATION
        self._avatar.show_person(
            customer.name,
            letters_of(customer.name),
            kind="organisation" if organisation else "customer",
            identity=str(customer.id),
        )
        self._avatar.setToolTip("")
        may_change = self._deeds.may_change()
        second = _second_name(customer)
        self.titled.show_words(customer.name, second, customer.tags, may_change=may_change)
        self._show_work(customer)
        self._settle(alone=not any(work_words(customer)), several=bool(matter.responsible))
        for widget in (self._responsible, self._staff):
            widget.setVisible(bool(matter.responsible))
        if matter.responsible:
            self._staff.show_person(matter.responsible, initials(matter.responsible), kind="staff")
        self._language.setVisible(bool(customer.language))
        self._language.show_text(language_spoken(customer.language) if customer.language else "")

    def editor(self) -> RowEditor | None:
        """The editor of the tags while it is open."""
        return self._editor

    def edit_tags(self) -> None:
        """Change the tags below the name."""
        if self._editor is not None or not self._deeds.may_change():
            return
        row = TagsRow(self._deeds.shell.session, self._deeds.customer.tags)
        self._editor = editor = RowEditor(row, self._save_tags, what=_("Tags"), removable=False)
        row.done.connect(lambda: editor.finish(back=True))
        editor.closed.connect(lambda back: self._close_editor(back=back))
        self._middle.insertWidget(2, editor)
        put_in_order(self.titled.change, editor.stops())
        editor.show()
        editor.begin()  # before the button is hidden, which would send the keyboard elsewhere
        self.titled.show_tags(shown=False)

    def finish_editing(self) -> None:
        """Save what is being typed."""
        if self._editor is not None:
            self._editor.finish()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show how the tags are changed."""
        super().enterEvent(event)
        self.titled.change.wake(awake=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Put it away again."""
        super().leaveEvent(event)
        self.titled.change.wake(awake=False)

    def _save_tags(self, tags: tuple[str, ...] | None) -> str:
        return self._deeds.save(lambda customer: replace(customer, tags=tags or ()))

    def _close_editor(self, *, back: bool) -> None:
        if self._editor is None:
            return
        editor, self._editor = self._editor, None
        editor.give_up()
        self.titled.show_tags(shown=True)
        if back:
            self.titled.change.setFocus(Qt.FocusReason.TabFocusReason)
        self._middle.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _show_work(self, customer: Customer) -> None:
        role, organisation = work_words(customer)
        known = customer.organisation_id
        self._organisation_id = known or 0
        self._role.setVisible(bool(role))
        self._role.show_text(role)
        self.organisation.setVisible(bool(organisation and known))
        self.organisation.setText(organisation if known else "")
        self._place.setVisible(bool(organisation and not known))
        self._place.show_text("" if known else organisation)

    def _settle(self, *, alone: bool, several: bool) -> None:
        """A name without a line below stands level with the avatar; its facts go with it."""
        for column in (self._middle, self._end):
            column.setStretch(0, int(alone))
        above = 0 if alone else 6 if several else 10
        self._end.setContentsMargins(0, theme.current().px(above), 0, 0)

    def _lay_out(self) -> None:
        work = QHBoxLayout()
        work.setSpacing(4)
        for widget in (self._role, self.organisation, self._place):
            work.addWidget(widget)
        work.addStretch(1)
        middle = self._middle
        middle.setSpacing(0)
        middle.addStretch(0)
        middle.addWidget(self.titled)
        middle.addLayout(work)
        middle.addStretch(1)
        staff = QHBoxLayout()
        staff.setSpacing(8)
        staff.addStretch(1)
        staff.addWidget(self._responsible)
        staff.addWidget(self._staff)
        end = self._end
        end.setSpacing(4)
        end.addStretch(0)
        end.addLayout(staff)
        end.addWidget(self._language, 0, Qt.AlignmentFlag.AlignRight)
        end.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(middle, 1)
        row.addLayout(end)


def _second_name(customer: Customer) -> str:
    return customer.nickname if customer.nickname != customer.name else ""
