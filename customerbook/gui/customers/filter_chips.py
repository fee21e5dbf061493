"""The row of chips over the list: which list, what it is filtered by, and one to add more."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui.customers.filter_words import FilterPart, filter_parts
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.flow import FlowLayout
from customerbook.gui.widgets.removable_chip import RemovableChip
from customerbook.model.filter import Filter
from customerbook.model.texts import _


class FilterChips(QWidget):
    """`changed(filter)` fires when a chip changes it; the other two ask for a menu and a picker."""

    changed = Signal(object)
    lists_wanted = Signal()
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Filters"))
        self._wanted = Filter()
        self._parts: list[FilterPart] = []
        self.chips: list[RemovableChip] = []
        self.list = Chip("", end_icon="chevron-down", checkable=False)
        self.list.clicked.connect(self.lists_wanted)
        self.followup = Chip(_("Open follow-up"))
        self.followup.clicked.connect(self._turn_followup)
        self.more = Chip("", icon="plus", checkable=False)
        self.more.setAccessibleName(_("Filter the list"))
        self.more.setAccessibleDescription(_("By tag, person, town, last contact or consent."))
        self.more.setToolTip(_("Filter by tag, person, town, last contact or consent"))
        self.more.clicked.connect(self.more_wanted)
        self._flow = FlowLayout(self, gap=8)
        for chip in (self.list, self.followup, self.more):
            chip.ground = None
            self._flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_list(_("All customers"), saved=False)
        self.show_filter(Filter(), {})

    def show_list(self, name: str, *, saved: bool) -> None:
        """Say which list is shown; a saved one stands out."""
        self.list.setText(name)
        self.list.setCheckable(saved)
        self.list.setChecked(saved)
        self.list.setAccessibleName(_("List: {name}").format(name=name))

    def show_filter(self, wanted: Filter, people: Mapping[int, str]) -> None:
        """Show what the list is filtered by; `people` are their names by id."""
        self._wanted = wanted
        self.followup.setChecked(wanted.open_followup)
        self.followup.end_icon = "x" if wanted.open_followup else ""
        self.followup.updateGeometry()
        self.more.setText(_("Filter") if wanted else _("Tag"))
        parts = filter_parts(wanted, people)
        if parts != self._parts:
            self._parts = parts
            self._put_chips()
        self._flow.invalidate()
        self.updateGeometry()

    def _turn_followup(self) -> None:
        self.changed.emit(replace(self._wanted, open_followup=not self._wanted.open_followup))

    def _put_chips(self) -> None:
        """Other chips for the parts; the keyboard stays where it was in the row."""
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        gone, self.chips = self.chips, [self._chip(part) for part in self._parts]
        row = [self.list, self.followup, *self.chips, self.more]
        for before, after in pairwise(row):
            self.setTabOrder(before, after)
        if focused >= 0:
            near = [*self.chips, self.more][min(focused, len(self.chips))]
            near.setFocus(Qt.FocusReason.TabFocusReason)
        for chip in gone:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()

    def _chip(self, part: FilterPart) -> RemovableChip:
        chip = RemovableChip(
            part.text, _("Press to take the filter away."), icon=part.icon, chosen=True
        )
        chip.setAccessibleName(part.spoken)
        chip.setToolTip(part.spoken)
        chip.removed.connect(lambda: self.changed.emit(part.without))
        self._flow.insert_widget(self._flow.count() - 1, chip)
        chip.show()  # at once, so that it can take the keyboard
        return chip
