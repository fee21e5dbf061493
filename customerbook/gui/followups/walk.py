"""Several lists walked as one: up and down go on in the next section, one row is the current."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QApplication

from customerbook.gui.followups.due_list import DueList
from customerbook.gui.followups.page_scroll import PageScroll
from customerbook.gui.followups.section import DueSection
from customerbook.gui.followups.work import FollowUpWork
from customerbook.model.followup import FollowUpLine


class Walk(QObject):
    """Binds the lists of a page to what is done with their rows."""

    def __init__(
        self,
        sections: Sequence[DueSection],
        work: FollowUpWork,
        scroll: PageScroll,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sections = list(sections)
        self._work = work
        self._scroll = scroll
        self._last: DueSection | None = None
        for section in sections:
            self._bind(section)

    def first(self) -> bool:
        """Go to the first row of all; False if there is none."""
        shown = self._shown()
        if shown:
            shown[0].list.go_to(0)
        return bool(shown)

    def current(self) -> tuple[DueSection, FollowUpLine] | None:
        """The row that keys work on: where the keyboard is, or was last."""
        shown = self._shown()
        focused = [s for s in shown if s.list is QApplication.focusWidget()]
        for section in [*focused, *(s for s in shown if s is self._last)]:
            number = section.list.current_id()
            line = section.line(number) if number is not None else None
            if line is not None:
                return section, line
        return None

    def current_id(self) -> int | None:
        """Id of the current row."""
        found = self.current()
        return found[1].id if found else None

    def go_to(self, followup_id: int) -> bool:
        """Make the row of a follow-up the current one, wherever it stands."""
        for section in self._shown():
            if section.list.show_current(followup_id):
                self._last = section
                return True
        return False

    def commands(self) -> dict[str, Callable[[], object]]:
        """What can be done with the current row."""
        if self.current() is None:
            return {}
        return {
            "act": lambda: self._with_line(self._work.act),
            "open": lambda: self._with_line(self._work.open),
            "done": self._complete_current,
            "drop": lambda: self._with_line(self._work.drop),
            "snooze": lambda: self._with_list(DueList.ask_for_snooze),
            "assign": self._assign_current,
            "edit": lambda: self._with_line(self._work.edit),
        }

    def complete(self, section: DueSection, followup_id: int) -> None:
        """Mark a row as done; it is seen so for a moment, then it goes."""
        line = section.line(followup_id)
        if line is None:
            return
        section.show_done(followup_id)
        if not self._work.complete(line):
            section.show_undone()

    def _bind(self, section: DueSection) -> None:
        rows = section.list
        rows.done.connect(lambda number: self.complete(section, number))
        rows.opened.connect(lambda number: self._with(section, number, self._work.open))
        rows.acted.connect(lambda number: self._with(section, number, self._work.act))
        rows.call_wanted.connect(lambda number: self._with(section, number, self._work.call))
        rows.write_wanted.connect(lambda number: self._with(section, number, self._work.write))
        rows.snooze_wanted.connect(
            lambda number, spot: self._with(
                section,
                number,
                lambda line: self._work.ask_for_snooze(line, rows.viewport(), spot),
            )
        )
        rows.left.connect(lambda step: self._leave(section, step))
        rows.moved.connect(lambda rect: self._moved(section, rect))

    def _shown(self) -> list[DueSection]:
        return [section for section in self._sections if section.list.model().rowCount()]

    def _moved(self, section: DueSection, rect: QRect) -> None:
        self._last = section
        self._scroll.bring(section.list, rect)

    def _leave(self, section: DueSection, step: int) -> None:
        shown = self._shown()
        place = shown.index(section) + step
        if 0 <= place < len(shown):
            shown[place].list.go_to(0 if step > 0 else -1)

    def _with(
        self, section: DueSection, followup_id: int, do: Callable[[FollowUpLine], object]
    ) -> None:
        line = section.line(followup_id)
        if line is not None:
            do(line)

    def _with_line(self, do: Callable[[FollowUpLine], object]) -> None:
        found = self.current()
        if found is not None:
            do(found[1])

    def _with_list(self, do: Callable[[DueList], object]) -> None:
        found = self.current()
        if found is not None:
            do(found[0].list)

    def _complete_current(self) -> None:
        found = self.current()
        if found is not None:
            self.complete(found[0], found[1].id)

    def _assign_current(self) -> None:
        found = self.current()
        if found is not None:
            section, line = found
            rows = section.list
            spot = rows.visualRect(rows.currentIndex())
            self._work.ask_for_person([line], rows.viewport(), spot)
