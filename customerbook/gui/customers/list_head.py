"""What stands over the list: the chips, how many there are, the order, and that there is nobody."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui.customers.count_label import CountLabel
from customerbook.gui.customers.filter_chips import FilterChips
from customerbook.gui.customers.order_link import OrderLink
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import Label
from customerbook.model.texts import _

_EDGE: Final = 8
"""How far the tab of the chosen customer reaches out over what stands above it."""
_END: Final = 12


class ListHead(QWidget):
    """`all_wanted()` fires on “Show all”, which stands there when a filter lets nobody through."""

    all_wanted = Signal()

    def __init__(self, chips: FilterChips, language: str) -> None:
        super().__init__()
        self.count = CountLabel(language)
        self.order = OrderLink()
        self.nobody = Label("", "text", "ink2", wrap=True)
        self.show_all = Link(_("Show all"))
        self.show_all.clicked.connect(self.all_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 4, _END, 4)
        column.setSpacing(8)
        column.addWidget(chips)
        line = QHBoxLayout()
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self.order)
        column.addLayout(line)
        for part in (self.nobody, self.show_all):
            column.addWidget(part)
            part.hide()

    def say_nobody(self, text: str, *, filtered: bool, shown: bool) -> None:
        """Say that nobody was found for a text, or that nobody has what is filtered by."""
        self.nobody.setVisible(shown)
        self.show_all.setVisible(shown and filtered)
        if text and filtered:
            words = _("Nobody found for “{text}” among those that are filtered.")
        elif text:
            words = _("Nobody found for “{text}”.")
        else:
            words = _("Nobody has all of this.")
        self.nobody.show_text(words.format(text=text) if shown else "")
