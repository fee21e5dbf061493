"""Several customers at once on the page: who is chosen, the bar below, and the commands."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from customerbook.gui.customers.list_side import ListSide
from customerbook.gui.customers.several_bar import SeveralBar
from customerbook.gui.customers.several_work import SeveralWork
from customerbook.gui.jobs import Progress
from customerbook.gui.shell import Shell
from customerbook.model.rights import Right

_BELOW_LIST = 24
"""So much of the room for the bar lies below the list anyway."""


class Together(QObject):
    """Binds list, bar and work; with nobody chosen, work concerns the customer of the card."""

    def __init__(
        self, shell: Shell, host: QWidget, side: ListSide, shown: Callable[[], int]
    ) -> None:
        super().__init__(host)
        self._shell, self._host, self._side, self._shown = shell, host, side, shown
        self.work = SeveralWork(shell, self.customers)
        self.bar = SeveralBar(host, self.work, shell.session.book.shop().language)
        self.bar.stand_in(side)
        self.bar.cleared.connect(self.clear)
        side.several.changed.connect(self.follow)

    def customers(self) -> list[int]:
        """Who is worked on, in the order of the list."""
        chosen = self._side.several.ids
        if not chosen:
            return [self._shown()] if self._shown() else []
        listed = [one for one in self._side.model.ids() if one in chosen]
        return listed if len(listed) == len(chosen) else [*listed, *chosen.difference(listed)]

    def choose_all(self) -> None:
        """Choose everybody who is listed, or is going to be when one scrolls on."""
        side, book = self._side, self._shell.session.book
        if side.is_complete():
            side.several.choose(side.model.ids())
            return
        asked = text, order, wanted = side.asked()

        def work(_progress: Progress) -> list[int]:
            if not text:
                return book.customers.ids(order, wanted)
            hits = book.customers.find(text, book.customers.count(), wanted)
            return [hit.line.id for hit in hits]

        def done(ids: list[int]) -> None:
            if side.asked() == asked:
                side.several.choose(ids)

        self._shell.jobs.start(work, done=done, owner=self)

    def clear(self) -> None:
        """Choose nobody; the list has the keyboard then, where it is shown."""
        self._side.several.clear()
        if not self._side.isHidden():
            self._side.focus_list()

    def follow(self) -> None:
        """Show the bar where the list is shown and somebody is chosen; the list leaves it room."""
        count = 0 if self._side.isHidden() else len(self._side.several.ids)
        self.bar.show_count(count)
        self.place_soon()
        self._side.leave_room(self.bar.room() - _BELOW_LIST if count else 0)

    def place_soon(self) -> None:
        """Let the bar find its place once the list has found its width."""
        QTimer.singleShot(0, self.bar, self.bar.place)

    def foot_room(self) -> int:
        """How high the bar reaches."""
        return self.bar.room() - _BELOW_LIST // 2 if self.bar.isVisible() else 0

    def commands(self) -> dict[str, Callable[[], object]]:
        """What can be done with the list just now."""
        narrowing, work = self._side.narrowing, self.work
        found: dict[str, Callable[[], object]] = {}
        listed = not self._side.isHidden()
        if listed and (self._side.model.ids() or narrowing.wanted):
            found["filter"] = narrowing.ask_more
            found["lists"] = narrowing.lists.open_menu
        if listed and self._side.model.ids():
            found["select-all"] = self.choose_all
        if narrowing.wanted:
            found["show-all"] = narrowing.show_everyone
        if listed and narrowing.lists.can_save():
            found["save-list"] = narrowing.lists.ask_name
        if not (self._side.several.ids or self._shown()):
            return found
        if work.may(Right.CHANGE_CUSTOMERS):
            found["tag"] = lambda: work.tag(self._anchor("tag"))
            found["responsible"] = lambda: work.give(self._anchor("responsible"))
        if work.may(Right.EXPORT):
            found["export"] = lambda: work.export(self._anchor("export"))
        if self._side.several.ids and work.may(Right.LOG):
            found["print"] = work.print
        return found

    def _anchor(self, action: str) -> QWidget:
        """What a popup stands beside: the button of the bar, or the last chip over the list."""
        button = self.bar.buttons.get(action)
        if button is not None and button.isVisible():
            return button
        chip = self._side.narrowing.chips.more
        return chip if chip.isVisible() else self._host
