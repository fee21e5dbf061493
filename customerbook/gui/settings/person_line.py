"""One person of the shop in the settings, and one row of what staff may do."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.avatar import Avatar, AvatarKind
from customerbook.gui.widgets.button import Button, IconButton
from customerbook.gui.widgets.chip import StateChip, Tone
from customerbook.gui.widgets.label import ElidedLabel, IconLabel, Label
from customerbook.gui.widgets.toggles import Switch
from customerbook.model.name import initials
from customerbook.model.person import Person, Role
from customerbook.model.texts import _

_EDGE = 24
_ROLE, _HERE = 80, 168
_LITTLE = 88
_COLUMN = 108
"""Widths of the columns at the ends of the rows, in pixels at the usual text size."""
_NARROW = 680


class PersonLine(QWidget):
    """Avatar, name, how many customers they look after, role, when they were here, what to do."""

    def __init__(self, person: Person, looks_after: str, here: str) -> None:
        super().__init__()
        self.person = person
        is_owner = person.role is Role.OWNER
        kind: AvatarKind = "me" if is_owner else "staff_soft"
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(person.name, "name", "ink" if person.active else "ink2"))
        words.addWidget(Label(looks_after, "meta", "ink2"))
        self._role = QWidget()
        role = QHBoxLayout(self._role)
        role.setContentsMargins(0, 0, 0, 0)
        role.addWidget(StateChip(*_role_words(person)))
        role.addStretch(1)
        self._here = Label(here, "text", "ink2", wrap=True)
        self.passphrase = Button(_("New passphrase"), kind="quiet", tone="ink2", height=32)
        self.passphrase.setAccessibleName(_("New passphrase for {name}").format(name=person.name))
        room = self.passphrase.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the columns stay below each other
        self.passphrase.setSizePolicy(room)
        if is_owner:
            self.passphrase.hide()
        more = _("More about {name}").format(name=person.name)
        self.more = IconButton("ellipsis", more)
        line = QHBoxLayout(self)
        line.setContentsMargins(_EDGE, 5, _EDGE, 5)
        line.setSpacing(12)
        line.addWidget(Avatar(person.name, initials(person.name), kind=kind, size=32))
        line.addLayout(words, 1)
        line.addWidget(self._role)
        line.addWidget(self._here)
        line.addWidget(self.passphrase)
        line.addWidget(self.more)
        self.restyle()

    def restyle(self) -> None:
        """Keep the columns of all rows below each other, at the text size in force."""
        px = theme.current().px
        self._role.setFixedWidth(max(px(_ROLE), self._role.sizeHint().width()))
        self._here.setFixedWidth(px(_LITTLE if self.width() < px(_NARROW) else _HERE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the moment less room where there is little."""
        super().resizeEvent(event)
        self.restyle()


def _role_words(person: Person) -> tuple[str, Tone]:
    if not person.active:
        return _("Switched off"), "amber"
    return (_("Owner"), "green") if person.role is Role.OWNER else (_("Staff"), "neutral")


class RightLine(QWidget):
    """What may be done, a switch for staff (or that they always may), and a tick for the owner."""

    def __init__(
        self,
        what: str,
        about: str = "",
        *,
        on: bool | None = None,
        turned: Callable[[bool], object] = lambda _on: None,
    ) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(what, "text", wrap=True))
        if about:
            words.addWidget(Label(about, "meta", "ink2", wrap=True))
        self.switch: Switch | None = None
        if on is None:
            always = Label(_("always"), "meta", "ink2")
            self._staff = _centred(IconLabel("check", "accent", 16), always)
        else:
            self.switch = Switch(_("Staff: {what}").format(what=what), checked=on)
            self.switch.clicked.connect(lambda on: turned(on))  # noqa: PLW0108 - Qt counts
            self._staff = _centred(self.switch)
        self._owner = _centred(IconLabel("check", "accent", 18, text=_("The owner may")))
        line = QHBoxLayout(self)
        line.setContentsMargins(_EDGE, 9, _EDGE, 9)
        line.setSpacing(0)
        line.addLayout(words, 1)
        line.addWidget(self._staff)
        line.addWidget(self._owner)
        self.restyle()

    def restyle(self) -> None:
        """Keep the columns below each other at the text size in force."""
        for column in (self._staff, self._owner):
            column.setFixedWidth(theme.current().px(_COLUMN))


def _centred(*matter: QWidget) -> QWidget:
    """A cell of a column with its matter in the middle."""
    cell = QWidget()
    line = QHBoxLayout(cell)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    line.addStretch(1)
    for widget in matter:
        line.addWidget(widget)
    line.addStretch(1)
    return cell


class RightsHead(QWidget):
    """The heading over the rows of rights, with the names of their columns."""

    def __init__(self) -> None:
        super().__init__()
        self._columns = [_centred(Label(words, "name")) for words in (_("Staff"), _("Owner"))]
        line = QHBoxLayout(self)
        line.setContentsMargins(_EDGE, 12, _EDGE, 8)
        line.setSpacing(0)
        line.addWidget(Label(_("What they may do"), "group"), 1)
        for column in self._columns:
            line.addWidget(column)
        self.restyle()

    def restyle(self) -> None:
        """Stand over the columns at the text size in force."""
        for column in self._columns:
            column.setFixedWidth(theme.current().px(_COLUMN))
