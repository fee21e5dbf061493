"""What a scene plays in: the shop's window, an empty book's, or a page before sign-in."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.device import Device
from customerbook.gui.followups.page import FollowUpsPage
from customerbook.gui.jobs import Jobs
from customerbook.gui.settings.page import SettingsPage
from customerbook.gui.signin.entrance import Entrance
from customerbook.gui.today.page import TodayPage
from customerbook.gui.window import Window
from tests.gallery import shop
from tests.gallery.stand import gone, popups, settle

_BOOKS = {"shop": shop.sample, "empty": shop.first_day, "calm": shop.calm_day}
_SHEET = QSize(1280, 800)
"""What a sheet of components needs at 100 %."""

Scene = Callable[["Setting"], QWidget | None]
"""Brings something up; answers with what shall have the keyboard, None to leave it where it is."""


class Setting:
    """One page of the size of a stand; windows are built when a scene first wants them.

    They stay for the scenes that follow, so that a whole stand is drawn with one of each. What a
    scene opens is put away by `clear`; what it changed beside that it takes back with `after`.
    """

    def __init__(self, app: QApplication, size: QSize) -> None:
        shop.set_moment()
        self.app = app
        self.page = QWidget()
        self.page.setFixedSize(size)  # as the real one, it never grows with what is in it
        self._column = QVBoxLayout(self.page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._windows: dict[str, Window] = {}
        self._passing: QWidget | None = None
        self._after: list[Callable[[], object]] = []
        self.jobs = Jobs()

    def shop(self) -> Window:
        """The window of the shop, with its Today page or whichever was shown last."""
        return self._window("shop")

    def empty(self) -> Window:
        """The window of a book on its first day."""
        return self._window("empty")

    def calm(self) -> Window:
        """The window of a book in which all that was due is done."""
        return self._window("calm")

    def today(self) -> TodayPage:
        """The Today page of the shop."""
        self.shop().go("today")
        return cast("TodayPage", self.shop().stage.page())

    def followups(self) -> FollowUpsPage:
        """The Follow-ups page of the shop."""
        self.shop().go("followups")
        return cast("FollowUpsPage", self.shop().stage.page())

    def customers(self) -> CustomersPage:
        """The Customers page of the shop, with everyone listed."""
        window = self.shop()
        window.go("customers")
        page = cast("CustomersPage", window.stage.page())
        self.wait(lambda: page.side.model.rowCount() > shop.FEW and page.card.matter is not None)
        return page

    def settings(self, section: str) -> SettingsPage:
        """A section of the settings of the shop."""
        self.shop().go("settings")
        page = cast("SettingsPage", self.shop().stage.page())
        page.show_section(section)
        return page

    def entrance(self, page: Entrance) -> Entrance:
        """A page before sign-in, gone after this scene."""
        self._show(page)
        self._passing = page
        page.focus_first()
        return page

    def sheet(self, page: Callable[[QWidget], None]) -> None:
        """A sheet of components in all the room it needs, gone after this scene."""
        size, look = self.page.size(), theme.current()
        self.after(lambda: self.page.setFixedSize(size))
        self.page.setFixedSize(size.expandedTo(_SHEET * (look.px(100) / 100)))
        holder = QWidget()
        holder.resize(self.page.size())
        self._show(holder)
        self._passing = holder
        page(holder)

    def shown(self) -> QWidget:
        """What stands on the page just now."""
        stands = [one for one in self._contents() if not one.isHidden()]
        return stands[0] if stands else self.page

    def after(self, act: Callable[[], object]) -> None:
        """Do this when the scene is over."""
        self._after.append(act)

    def wait(self, ready: Callable[[], object]) -> None:
        """Let workers tell what they have found, until it is so; 20 seconds at most."""
        for _turn in range(2_000):
            if ready():
                return
            shop.rest(10)
        raise TimeoutError

    def play(self, scene: Scene) -> None:
        """Bring a scene up, with the keyboard where it belongs."""
        if not self.page.isVisible():
            self.page.show()
            self.page.activateWindow()
            settle(self.app)
        focus = scene(self)
        settle(self.app)
        if focus is not None:
            focus.setFocus()
        settle(self.app)

    def clear(self) -> None:
        """Put away what a scene has opened."""
        for act in reversed(self._after):
            act()
        self._after = []
        for popup in popups():
            popup.close()
        for window in self._windows.values():
            for sheet in reversed(window.sheets[:]):
                _put_away(sheet)
            window.desk.toasts.hide()
            for matter in list(window.notices.matters()):
                window.notices.settle(matter)
            if window.search_text():
                window.search("")
        if self._passing is not None:
            gone(self.app, self._passing)
            self._passing = None
        settle(self.app)

    def end(self) -> None:
        """Take all of it away."""
        self.clear()
        for window in self._windows.values():
            window.counts.stop()
            window.jobs.stop_all()
        self.jobs.stop_all()
        gone(self.app, self.page)

    def _window(self, name: str) -> Window:
        if name not in self._windows:
            book = _BOOKS[name]()
            window = Window(book, Device(book.folder.parent / "window.ini"))
            self._windows[name] = window
            self._show(window)
            window.start()
            counted: list[object] = []
            window.counts.counted.connect(counted.append)
            window.counts.count()
            self.wait(lambda: counted)
        self._show(self._windows[name])
        return self._windows[name]

    def _contents(self) -> list[QWidget]:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return list(self.page.findChildren(QWidget, options=direct))

    def _show(self, content: QWidget) -> None:
        for other in self._contents():
            other.setVisible(other is content)
        if self._column.indexOf(content) < 0:
            self._column.addWidget(content)
        content.show()
        settle(self.app)


def _put_away(sheet: QWidget) -> None:
    """Close a sheet; what was typed into it is thrown away."""
    if hasattr(sheet, "throw_away"):
        sheet.throw_away()
        if sheet.isVisible():  # it asks once
            sheet.throw_away()
    elif hasattr(sheet, "dismiss"):
        sheet.dismiss()
