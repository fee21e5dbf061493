"""The panel beside the pages: what can be chosen, the printer, what is to be known, two buttons."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.documents.choices import Choices, Copies, captioned
from customerbook.gui.documents.printers import no_printer
from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.foot import Foot
from customerbook.gui.widgets.painting import draw_line
from customerbook.gui.widgets.scroll_area import ScrollArea
from customerbook.model.texts import _

_WIDTH: Final = 375


class Panel(QWidget):
    """`head` is what stands on top; the other parts are looked at and pressed by the preview."""

    def __init__(self, head: QWidget, choices: Choices) -> None:
        super().__init__()
        self.choices = choices
        self.printer = Choice(label=_("Printer"))
        self.copies = Copies()
        self.kept = Banner("", "blue")
        self.remarks = Banner("", "amber", icon="triangle-alert")
        self.trouble = Banner("", "amber", icon="circle-alert")
        for banner in (self.kept, self.remarks, self.trouble):
            banner.hide()
        self.save_button = Button(_("Save"), icon="download")
        self.print_button = Button(_("Print"), kind="primary", icon="printer")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        self.area = self._make_scroll()
        column.addWidget(self.area, 1)
        column.addWidget(Foot((self.print_button,), self.save_button))
        self.restyle()

    def restyle(self) -> None:
        """Keep the width at the text size in force."""
        self.setFixedWidth(theme.current().px(_WIDTH))

    def offer_printers(self, names: list[str], usual: str) -> None:
        """Offer these printers; without any, say so and let saving be the primary button."""
        self.printer.set_options([Option(name, name) for name in names], usual)
        self.printer.setEnabled(bool(names))
        self.copies.setEnabled(bool(names))
        if not names:
            self.printer.set_options([Option("", _("No printer"))])
            self.print_button.explain(no_printer())
            self.print_button.set_kind("secondary")
            self.print_button.setEnabled(False)
            self.save_button.set_kind("primary")
            self.warn(no_printer())

    def printer_name(self) -> str:
        """The chosen printer; empty on a computer without one."""
        return str(self.printer.value() or "")

    def main_button(self) -> Button:
        """The button that is wanted most."""
        return self.print_button if self.printer_name() else self.save_button

    def warn(self, sentence: str) -> None:
        """Say what went wrong, until something else does."""
        self.trouble.say(sentence)
        self.trouble.show()

    def remark(self, sentences: tuple[str, ...]) -> None:
        """Say what one should know before handing the document over."""
        self.remarks.say(" ".join(sentences))
        self.remarks.setVisible(bool(sentences))

    def say_kept(self, sentence: str, action: str) -> None:
        """Say whether a kept copy is shown, and offer the other; nothing for no sentence."""
        self.kept.say(sentence)
        self.kept.action.setText(action)
        self.kept.action.setVisible(bool(action))
        self.kept.setVisible(bool(sentence))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line to the pages."""
        at_end = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - 1 if at_end else 0
        draw_line(QPainter(self), QPoint(x, 0), QPoint(x, self.height() - 1), "line2")

    def _make_scroll(self) -> ScrollArea:
        matter = QWidget()
        column = QVBoxLayout(matter)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.choices)
        printing = QHBoxLayout()
        printing.setSpacing(12)
        printing.addLayout(captioned(_("Printer"), self.printer), 1)
        printing.addLayout(captioned(_("Copies"), self.copies))
        column.addLayout(printing)
        for banner in (self.trouble, self.remarks, self.kept):
            column.addWidget(banner)
        column.addStretch(1)
        return ScrollArea(matter)
