"""Who it is, on top of the card: avatar, name, tags, work, who is responsible, language."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.customers.matter import Matter
from customerbook.gui.customers.views import letters_of
from customerbook.gui.customers.words import language_spoken, work_words
from customerbook.gui.widgets.avatar import Avatar
from customerbook.gui.widgets.chip import StateChip
from customerbook.gui.widgets.flow import FlowLayout
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import ElidedLabel, Label
from customerbook.model.customer import Customer, CustomerKind
from customerbook.model.name import initials
from customerbook.model.texts import _


class Who(QWidget):
    """The head of a card; `organisation_wanted(id)` fires when its organisation is pressed."""

    organisation_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar("", "", size=56)
        self.name = ElidedLabel("", "title")
        self._titled = Titled(self.name)
        self._role = ElidedLabel("", "text", "ink2")
        self.organisation = Link("", "text")
        self.organisation.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._place = ElidedLabel("", "text", "ink2")
        self._organisation_id = 0
        self.organisation.clicked.connect(
            lambda: self.organisation_wanted.emit(self._organisation_id)
        )
        self._responsible = Label(_("Responsible"), "meta", "ink2")
        self._staff = Avatar("", "", kind="staff", size=24)
        self._language = Label("", "meta", "ink2")
        self._lay_out()

    def show_matter(self, matter: Matter) -> None:
        """Show a customer."""
        customer = matter.customer
        organisation = customer.kind is CustomerKind.ORGANISATION
        self._avatar.show_person(
            customer.name,
            letters_of(customer.name),
            kind="organisation" if organisation else "customer",
            identity=str(customer.id),
        )
        self._avatar.setToolTip("")
        self._titled.show_words(customer.name, _second_name(customer), customer.tags)
        self._show_work(customer)
        for widget in (self._responsible, self._staff):
            widget.setVisible(bool(matter.responsible))
        if matter.responsible:
            self._staff.show_person(matter.responsible, initials(matter.responsible), kind="staff")
        self._language.setVisible(bool(customer.language))
        self._language.show_text(language_spoken(customer.language) if customer.language else "")

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

    def _lay_out(self) -> None:
        work = QHBoxLayout()
        work.setSpacing(4)
        for widget in (self._role, self.organisation, self._place):
            work.addWidget(widget)
        work.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._titled)
        middle.addLayout(work)
        middle.addStretch(1)
        staff = QHBoxLayout()
        staff.setSpacing(8)
        staff.addStretch(1)
        staff.addWidget(self._responsible)
        staff.addWidget(self._staff)
        end = QVBoxLayout()
        end.setContentsMargins(0, 6, 0, 0)
        end.setSpacing(4)
        end.addLayout(staff)
        end.addWidget(self._language, 0, Qt.AlignmentFlag.AlignRight)
        end.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(middle, 1)
        row.addLayout(end)


class Titled(QWidget):
    """A name with a second spelling and tags behind it; what does not fit goes below."""

    def __init__(self, name: ElidedLabel) -> None:
        super().__init__()
        self._name = name
        self._flow = FlowLayout(self, gap=8)
        self._flow.addWidget(name)
        self._behind: list[Level] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, name: str, second: str, tags: tuple[str, ...]) -> None:
        """Show another name with what stands behind it."""
        for widget in self._behind:
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._name.show_text(name)
        behind: list[QWidget] = [Label(second, "text", "ink2")] if second else []
        behind += [StateChip(tag) for tag in tags]
        self._behind = [Level(widget, first=not place) for place, widget in enumerate(behind)]
        for holder in self._behind:
            self._flow.addWidget(holder)
        self.updateGeometry()


class Level(QWidget):
    """Holds a small widget as high as a title, so that it stands level with it."""

    def __init__(self, widget: QWidget, *, first: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(4 if first else 0, 2, 0, 0)
        row.addWidget(widget)
        self.restyle()

    def restyle(self) -> None:
        """As high as a title at the text size in force."""
        self.setMinimumHeight(theme.current().line("title"))


def _second_name(customer: Customer) -> str:
    return customer.nickname if customer.nickname != customer.name else ""
