"""The chips over the timeline: everything, entries of one kind, or those of a case."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup

from customerbook.gui.customers.timeline_reading import Filter
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.flow import Flow
from customerbook.gui.widgets.removable_chip import RemovableChip
from customerbook.model.case import Case
from customerbook.model.texts import _

_KINDS: Final[tuple[Filter, ...]] = ("everything", "talks", "mail", "purchases")


class TimelineChips(Flow):
    """`what` is to be shown, and of which `case`; `chosen()` fires when a person chooses."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.what: Filter = "everything"
        self.case: Case | None = None
        self._group = QButtonGroup(self)
        self._by_kind = {kind: self._add_kind(kind) for kind in _KINDS}
        self._case_chip: RemovableChip | None = None

    def choose(self, what: Filter) -> None:
        """Stand for entries of one kind."""
        self.what = what
        self._by_kind[what].setChecked(True)
        self._drop_case()

    def choose_case(self, case: Case) -> RemovableChip:
        """Stand for a case, by a chip of its own."""
        self._drop_case()
        self.what, self.case = "case", case
        words = _("Case: {title}").format(title=case.title)
        chip = RemovableChip(words, _("Press to show everything again."), chosen=True)
        chip.setToolTip(case.title)
        chip.removed.connect(self._leave_case)
        self._case_chip = chip
        self._group.addButton(chip)
        chip.setChecked(True)
        self.add(chip)
        self.setTabOrder(self._by_kind["purchases"], chip)
        return chip

    def offer_purchases(self, *, there: bool) -> None:
        """Offer purchases where there are any."""
        self._by_kind["purchases"].setVisible(there)
        if self.what == "purchases" and not there:
            self.choose("everything")

    def _add_kind(self, kind: Filter) -> Chip:
        words = {
            "everything": _("Everything"),
            "talks": _("Calls and visits"),
            "mail": _("Mail"),
            "purchases": _("Purchases"),
        }
        chip = Chip(words[kind])
        chip.clicked.connect(lambda: self._clicked(kind))
        self._group.addButton(chip)
        self.add(chip)
        return chip

    def _clicked(self, kind: Filter) -> None:
        self.choose(kind)
        self.chosen.emit()

    def _leave_case(self) -> None:
        self._clicked("everything")
        self._by_kind["everything"].setFocus(Qt.FocusReason.TabFocusReason)

    def _drop_case(self) -> None:
        """Take the chip of a case away."""
        chip, self.case, self._case_chip = self._case_chip, None, None
        if chip is not None:
            self._group.removeButton(chip)
            self.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
