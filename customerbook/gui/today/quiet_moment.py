"""What can be set up when there is time: each with whether it is done."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.shell import Shell
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.empty_state import StepRow
from customerbook.gui.widgets.heading import SectionHeading
from customerbook.model.texts import _


class QuietMoment(QWidget):
    """The list, read anew with each `refresh`."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._heading = SectionHeading(_("When there is a quiet moment"))
        self._card = Card()
        self.buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._card)

    def refresh(self) -> None:
        """Look at what is done by now."""
        shop = self._shell.session.book.shop()
        done = bool(shop.logo and shop.street)
        self._card.clear_rows()
        self.buttons = []
        if not done:
            button = Button(_("Set up"), kind="quiet", height=32)
            button.clicked.connect(lambda: self._shell.go("settings"))
            self.buttons.append(button)
        self._card.add_row(
            StepRow(
                "circle-check" if done else "store",
                _("Logo and letterhead"),
                _("They stand on every confirmation"),
                *self.buttons,
                well=False,
                role="accent" if done else "ink2",
            )
        )
        told = _("{done} of {n} done").format(done=int(done), n=1) if done else ""
        self._heading.show_text(_("When there is a quiet moment"), told)
