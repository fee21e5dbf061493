"""Who does it: the people of the shop in a combo box, with their initials."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from customerbook.gui import theme
from customerbook.gui.session import Session
from customerbook.gui.theme import Role
from customerbook.gui.widgets.avatar import draw_avatar
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.painting import draw_icon, draw_text, mirrored, prepare, text_width
from customerbook.model.name import initials


class PersonChoice(Choice):
    """A combo box of the people who work here; the one signed in is chosen first."""

    def __init__(self, session: Session, *, label: str, parent: QWidget | None = None) -> None:
        people = session.book.people.all(active=True)
        self._me = session.book.person.id if session.book.person else None
        self._settled = False
        super().__init__(
            [Option(person.id, person.name) for person in people],
            self._me,
            label=label,
            parent=parent,
        )
        self.activated.connect(self.settle)

    def suggest(self, person_id: int | None) -> None:
        """Choose the responsible person, or who is signed in, until somebody was chosen by hand."""
        if not self._settled:
            self.choose(self._me if person_id is None else person_id)

    def settle(self) -> None:
        """What is chosen now is what a person wants."""
        self._settled = True

    def person_id(self) -> int | None:
        """Id of who is chosen."""
        value = self.value()
        return value if isinstance(value, int) else None

    def sizeHint(self) -> QSize:
        """Wide enough for the longest name with the initials before it."""
        px = theme.current().px
        names = (self.itemText(row) for row in range(self.count()))
        widest = max((text_width(name, "text") for name in names), default=0)
        return QSize(widest + 34 + px(24) + px(16), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field by the style sheet, then initials, name and chevron."""
        self._paint_frame()
        painter = QPainter(self)
        prepare(painter)
        px, body, direction = theme.current().px, self.rect(), self.layoutDirection()
        side, arrow = px(24), px(16)
        spot = QRect(9, (body.height() - side) // 2, side, side)
        spot = mirrored(spot, body, direction)
        draw_avatar(painter, spot, initials(self.currentText()), kind="staff")
        end = QRect(body.width() - 9 - arrow, 0, arrow, body.height())
        end = mirrored(end, body, direction)
        draw_icon(painter, end.toRectF().center(), "chevron-down", arrow, "ink2")
        room = mirrored(body.adjusted(9 + side + 8, 0, -(9 + arrow + 8), 0), body, direction)
        role: Role = "ink" if self.isEnabled() else "ink3"
        draw_text(painter, room, self.currentText(), "text", role, direction=direction)
