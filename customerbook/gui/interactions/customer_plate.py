"""Who was chosen, in the body of a field, with their warnings and a cross that takes them out."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.avatar import Avatar, AvatarKind
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.chip import Badge, state_width
from customerbook.gui.widgets.label import ElidedLabel
from customerbook.gui.widgets.painting import draw_box, prepare, text_width
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.customer import Customer, CustomerKind, CustomerLine
from customerbook.model.name import initials
from customerbook.model.texts import _

_LEAST, _NAME, _AROUND = 240, 120, 104
"""The narrowest plate; the room a name gets before warnings do; avatar, cross and what is between.
"""


def avatar_kind(kind: CustomerKind) -> AvatarKind:
    """The shape of a customer's avatar."""
    return "organisation" if kind is CustomerKind.ORGANISATION else "customer"


class CustomerPlate(QWidget):
    """Who was chosen, in the body of a field; the cross, Delete and Backspace take them out."""

    spoken_role = SpokenRole.Grouping

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar("", "", size=28)
        self._name = ElidedLabel("", "name")
        self._more = ElidedLabel("", "text", "ink2")
        self._badges = (Badge("", "red"), Badge("", "red"))
        self._warnings: list[tuple[str, str]] = []
        self._cross = PlateCross()
        self._cross.clicked.connect(self.cleared)
        self._cross.erased.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 0, 5, 0)
        row.setSpacing(8)
        row.addWidget(self._avatar)
        row.addWidget(self._name)
        row.addWidget(self._more, 1)
        # The name is cut only where nothing is left of what stands beside it.
        self._more.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for badge in self._badges:
            row.addWidget(badge)
        row.addWidget(self._cross)

    @property
    def focus_target(self) -> QWidget:
        """What takes the focus for the whole plate."""
        return self._cross

    def show_customer(self, line: CustomerLine) -> None:
        """Show a customer of the book with their warnings."""
        self._avatar.show_person(
            line.name, initials(line.name), kind=avatar_kind(line.kind), identity=str(line.id)
        )
        self._name.show_text(line.name)
        self._more.show_text(line.organisation or line.phone or line.email)
        warnings = []
        if line.do_not_call:
            warnings.append((_("do not call"), "phone-off"))
        if line.open_complaint:
            warnings.append((_("open complaint"), "message-square-warning"))
        self._show_warnings(warnings)
        self._speak([line.name, self._more.text(), *(words for words, _icon in warnings)])

    def show_newcomer(self, customer: Customer) -> None:
        """Show who will be put into the book."""
        self._avatar.show_person(customer.name, initials(customer.name), identity=customer.name)
        self._name.show_text(customer.name)
        self._more.show_text(_("new customer"))
        self._show_warnings([])
        self._speak([customer.name, self._more.text()])

    def minimumSizeHint(self) -> QSize:
        """Warnings show their icons alone where there is no room for their words."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.current().px(_LEAST)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let warnings have as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the body of a field."""
        painter = QPainter(self)
        prepare(painter)
        focused = self._cross.hasFocus()
        edge: Role = "accent" if focused else "ink2" if self.underMouse() else "field"
        draw_box(painter, self.rect(), 8, fill="card", edge=edge, width=2 if focused else 1)

    def _show_warnings(self, warnings: list[tuple[str, str]]) -> None:
        self._warnings = warnings
        for place, badge in enumerate(self._badges):
            badge.setVisible(place < len(warnings))
        self._fit()

    def _fit(self) -> None:
        wide = sum(state_width(text, icon=icon, style="badge") + 8 for text, icon in self._warnings)
        name = min(text_width(self._name.text(), "name"), theme.current().px(_NAME))
        words = self.width() >= wide + name + theme.current().px(_AROUND)
        for badge, (text, icon) in zip(self._badges, self._warnings, strict=False):
            badge.show_state(text if words else "", "red", icon)
            badge.setAccessibleName(text)
            badge.setToolTip("" if words else text)

    def _speak(self, parts: list[str]) -> None:
        self.setAccessibleName(", ".join(part for part in parts if part))
        self._cross.setAccessibleName(_("Customer: {who}").format(who=self.accessibleName()))


class PlateCross(IconButton):
    """The cross of a plate; Delete and Backspace press it as well."""

    erased = Signal()

    def __init__(self) -> None:
        super().__init__("x", _("Take out the customer"), icon_size=18)
        self.setAccessibleDescription(_("Press Delete to choose somebody else."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take out on Delete and Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.erased.emit()
        else:
            super().keyPressEvent(event)
