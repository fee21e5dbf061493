"""Who it was, and what follows from it: warnings, open cases, the follow-up that is completed."""

from textwrap import shorten

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from customerbook.gui.interactions.case_row import CaseRow
from customerbook.gui.interactions.customer_field import CustomerField
from customerbook.gui.interactions.draft import Values
from customerbook.gui.interactions.words import CHANNEL_ICONS, not_wanted
from customerbook.gui.session import Session
from customerbook.gui.widgets.banner import WarningLine, Warnings
from customerbook.gui.widgets.toggles import CheckBox
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import Customer
from customerbook.model.followup import FollowUpLine
from customerbook.model.texts import _

_LONGEST = 80  # letters of a title


class CustomerRows(QObject):
    """The parts of the Customer row, below each other.

    `changed()` fires with every change, `chosen()` when a person chose somebody.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._channel, self._direction = Channel.VISIT, Direction.INBOUND
        self._known: Customer | None = None
        self._lines: list[WarningLine] = []
        self.field = CustomerField(session)
        self.warnings = Warnings()
        self.cases = CaseRow(session)
        self.completes_box = CheckBox()
        self.completes_box.hide()
        self._completes: FollowUpLine | None = None
        self._given: int | None = None
        self.field.changed.connect(self._look)
        self.field.chosen.connect(self.chosen)
        self.cases.changed.connect(self.changed)
        self.completes_box.toggled.connect(lambda _on: self.changed.emit())

    def begin(self, customer_id: int | None, completes: int | None) -> None:
        """Show who it is with and what it completes, if that is known from the start."""
        self._completes = self._session.book.followups.line(completes) if completes else None
        self._given = customer_id
        if self._given is None and self._completes is not None:
            self._given = self._completes.customer_id
        if self._completes is not None:
            title = shorten(self._completes.title, _LONGEST, placeholder="…")
            words = _("Completes “{title}”").format(title=title)
            self.completes_box.setText(words)
            self.completes_box.setAccessibleName(words)
            self.completes_box.setChecked(True)
            self.completes_box.show()
        if self._given is not None:
            self.field.show_customer(self._given)

    @property
    def customer_id(self) -> int | None:
        """Id of the chosen customer."""
        return self.field.customer_id

    @property
    def responsible_id(self) -> int | None:
        """Who is responsible for the chosen customer, if anybody is."""
        return self._known.responsible_id if self._known else None

    @property
    def completes(self) -> int | None:
        """Id of the follow-up that saving completes."""
        wanted = self._completes is not None and self.completes_box.isChecked()
        return self._completes.id if self._completes and wanted else None

    def parts(self) -> tuple[QWidget, ...]:
        """The widgets of the row, from the top."""
        return self.field, self.warnings, self.cases, self.completes_box

    def follow(self, channel: Channel, direction: Direction) -> None:
        """Warn of what the customer does not want."""
        self._channel, self._direction = channel, direction
        self._warn()

    def follow_outcome(self, *, answered: bool) -> None:
        """A call that nobody answered does not complete what was to be done."""
        if self._completes is not None and self.completes_box.isChecked() != answered:
            self.completes_box.setChecked(answered)

    def warning_words(self) -> list[str]:
        """The warnings as they are shown."""
        return [line.accessibleName() for line in self._lines]

    def leave_open(self) -> None:
        """Complete nothing: it was done by somebody else in the meantime."""
        self._completes = None
        self.completes_box.hide()

    def values(self) -> Values:
        """Who was chosen or typed, for a draft; nothing for nobody."""
        values: Values = {
            "id": self.field.customer_id,
            "new": self.field.new_text,
            "typed": self.field.typed,
        }
        if self.cases.case_id() is not None:
            values["case"] = self.cases.case_id()
        told = values["new"] or values["typed"] or values["id"] != self._given
        return values if told else {}

    def show_values(self, values: Values) -> None:
        """Show what a draft kept."""
        if values.get("id"):
            self.field.show_customer(values["id"])
            self.cases.choose(values.get("case"))
        elif values.get("new"):
            self.field.show_new(values["new"])
        else:
            self.field.show_typed(values.get("typed") or "")

    def _look(self) -> None:
        """Read what is to be known of who was chosen."""
        number = self.field.customer_id
        if number != (self._known.id if self._known else None):
            self._known = self._session.book.customers.get(number) if number else None
            self.cases.show_customer(number)
            step = self.field.last_stop()
            for stop in (*self.cases.stops(), self.completes_box):
                QWidget.setTabOrder(step, stop)
                step = stop
            self._warn()
        self.changed.emit()

    def _warn(self) -> None:
        """Say it before the phone is dialled, not after."""
        lines = []
        if self._known is not None and self._direction is Direction.OUTBOUND:
            for forbidden in self._known.forbidden:
                if forbidden.channel is self._channel:
                    sentence = not_wanted(self._channel, self._known.name)
                    icon = (
                        "phone-off"
                        if self._channel is Channel.CALL
                        else CHANNEL_ICONS[self._channel]
                    )
                    lines.append(WarningLine(sentence, forbidden.advice, icon=icon))
        self._lines = lines
        self.warnings.show_lines(*lines)
