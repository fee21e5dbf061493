"""How the window is laid out: rail, top bar, banners and page, at every width."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui.busy_line import BusyLine
from customerbook.gui.jobs import Jobs
from customerbook.gui.notices import Notices
from customerbook.gui.pages import PageKind
from customerbook.gui.stage import Stage
from customerbook.gui.topbar import TopBar
from customerbook.gui.widgets.rail import Rail
from customerbook.gui.widgets.toast import Toast
from customerbook.model.name import initials
from customerbook.model.person import Person, Role
from customerbook.model.texts import _

_NARROW = 1180
_WIDE, _CONTENT = 1600, 1400


class Desk(QWidget):
    """The parts of the window in their places; it knows nothing of what they do."""

    def __init__(self, shop: str, top: TopBar, stage: Stage, jobs: Jobs) -> None:
        super().__init__()
        self.rail = Rail(shop)
        self.top, self.stage = top, stage
        self.notices = Notices()
        self._right = QWidget()
        self._column = QVBoxLayout(self._right)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(top)
        self._column.addWidget(BusyLine(jobs))
        self._column.addWidget(self.notices)
        self._column.addWidget(stage, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self._right, 1)
        self.toasts = Toast(self._right)
        self._undoable = False

    def show_pages(self, pages: list[PageKind], person: Person) -> None:
        """Fill the rail with pages and with who is at the counter."""
        for kind in pages:
            add = self.rail.add_below if kind.below else self.rail.add_page
            add(kind.id, _(kind.title), kind.icon)
        role = _("Owner") if person.role is Role.OWNER else _("Staff")
        self.rail.show_person(person.name, initials(person.name), role)

    def say(
        self,
        text: str,
        *,
        undo: Callable[[], None] | None = None,
        action: str = "",
        keys: str = "Ctrl+Z",
        icon: str = "check",
        seconds: int = 6,
    ) -> None:
        """Say at the bottom what happened; `undo` is what the button and its key do."""
        self._undoable = undo is not None
        self.place_toast()
        self.toasts.say(text, undo=undo, action=action, keys=keys, icon=icon, seconds=seconds)

    def offers_undo(self) -> bool:
        """Whether a toast says that a key takes back what was just done."""
        return self._undoable and self.toasts.isVisible()

    def place_toast(self) -> None:
        """Let the toast stand in the first column of the page, above a bar that stands there."""
        page = self.stage.page()
        column = getattr(page, "first_column", None)
        foot = getattr(page, "foot_room", None)
        self.toasts.stand_in(
            column() if column is not None else None, above=foot() if foot is not None else 0
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the rail where there is little room, keep the matter together where much is."""
        super().resizeEvent(event)
        self.rail.set_narrow(narrow=self.width() < _NARROW)
        room = self.width() - self.rail.sizeHint().width()
        side = max(0, room - _CONTENT) // 2 if self.width() > _WIDE else 0
        self._column.setContentsMargins(side, 0, side, 0)
