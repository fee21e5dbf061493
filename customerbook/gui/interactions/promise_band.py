"""What is still to be done, by when and by whom: the amber band of the log form."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.interactions.names import first_name
from customerbook.gui.interactions.person_choice import PersonChoice
from customerbook.gui.interactions.reading import Reader
from customerbook.gui.interactions.when_field import WhenField
from customerbook.gui.session import Session
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.flow import Flow
from customerbook.gui.widgets.label import ElidedLabel
from customerbook.gui.widgets.margin_form import FormBand, MarginForm
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.followup import FollowUp
from customerbook.model.texts import _, ngettext
from customerbook.model.when import When

_WIDEST = 240  # pixels of the names of people


class WhenBlock(QWidget):
    """By when and who, in one row or, with `apart`, `who` for a row of its own."""

    def __init__(self, session: Session, reader: Reader, *, apart: bool = False) -> None:
        super().__init__()
        self.when = WhenField(
            reader,
            label=_("By when"),
            missing=_("Say by when: “fri 14:00”, “tomorrow”, “in 2 weeks”."),
        )
        self.who = PersonChoice(session, label=_("Who does it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.when, 1)
        self._apart = apart
        if not apart:
            row.addWidget(self.who)
        self.restyle()
        self.setFocusProxy(self.when.field)

    def restyle(self) -> None:
        """Keep room for the longest name at the text size in force."""
        if not self._apart:
            px = theme.current().px
            wide = min(self.who.sizeHint().width(), px(_WIDEST))
            self.who.setMinimumWidth(wide - px(24))  # names give way before the form does
            self.who.setMaximumWidth(wide)

    def show_error(self, sentence: str) -> None:
        """Mark the words as wrong."""
        self.when.show_error(sentence)

    def set_band(self, *, amber: bool) -> None:
        """Nothing of its own: the fields in it are marked by themselves."""


class WhenOffers(QWidget):
    """The usual days as chips, and what else is promised that day."""

    def __init__(self, session: Session, reader: Reader, block: WhenBlock) -> None:
        super().__init__()
        self._session = session
        self._block = block
        self._chips = Flow()
        self._days = reader.offers()
        for words, when in self._days:
            chip = Chip(words, checkable=False)
            chip.clicked.connect(
                lambda _on=False, moment=when, text=words: block.when.choose(moment, text)
            )
            self._chips.add(chip)
        self._load = ElidedLabel("", "meta", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._chips, 1)
        row.addWidget(self._load)
        block.when.understood.connect(lambda _when: self.look())
        block.who.currentIndexChanged.connect(lambda _row: self.look())

    def usual_days(self) -> list[tuple[str, When]]:
        """The days of the chips with their words."""
        return self._days

    def chips(self) -> list[Chip]:
        """The days as chips."""
        return self._chips.findChildren(Chip)

    def load_words(self) -> str:
        """What is said about the other promises of that day."""
        return self._load.text()

    def look(self) -> None:
        """Say what else is promised on that day by that person."""
        when, person_id = self._block.when.when(), self._block.who.person_id()
        count = 0
        if when is not None and person_id is not None:
            count = self._session.book.followups.load(when.day, person_id)
        self._load.show_text(
            ngettext(
                "{name} has {n} other promise that day",
                "{name} has {n} other promises that day",
                count,
            ).format(name=first_name(self._block.who.currentText()), n=count)
            if count
            else ""
        )


class PromiseBand(QObject):
    """The rows of the band; `changed()` fires with every change of its fields.

    The fields are made when the band is first opened: most contacts end without it. Tab comes to
    them from `after`.
    """

    changed = Signal()

    def __init__(self, session: Session, reader: Reader, form: MarginForm, after: QWidget) -> None:
        super().__init__(form)
        self._session, self._reader = session, reader
        self._after = after
        self._usual: int | None = None
        self._promise = True
        self.band: FormBand = form.add_band()

    @cached_property
    def title(self) -> TextField:
        """What was promised or is to be done."""
        field = TextField(label=_("Promise"))
        field.textChanged.connect(self._edited)
        return field

    @cached_property
    def block(self) -> WhenBlock:
        """By when and by whom."""
        block = WhenBlock(self._session, self._reader)
        block.when.understood.connect(lambda _when: self.changed.emit())
        block.who.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.title.returnPressed.connect(block.when.field.setFocus)
        return block

    @cached_property
    def offers(self) -> WhenOffers:
        """The usual days."""
        return WhenOffers(self._session, self._reader, self.block)

    def show_for(self, *, promise: bool) -> None:
        """Open the band for a promise, or for something that nobody was told of."""
        self._make()
        self._promise = promise
        words = _("Promise") if promise else _("To do")
        self._title_row.label.show_text(words)
        self.title.setAccessibleName(words)
        self.title.setPlaceholderText(
            _("In the words the customer was told") if promise else _("What is to be done")
        )
        self.band.show()

    def close(self) -> None:
        """Close the band; what was typed stays for another opening."""
        self.band.hide()

    def followup(self) -> FollowUp | None:
        """What was typed, or None with what is missing said at its field."""
        when = self.block.when.when()
        missing = self._missing_title()
        self._title_row.show_error(missing)
        wrong = self.block.when.check()
        if missing or wrong or when is None:
            return None
        return FollowUp(
            title=self.title.text().strip(),
            due_day=when.day,
            due_time=when.time,
            person_id=self.block.who.person_id(),
            promise=self._promise,
        )

    def first_wrong(self) -> QWidget:
        """The field to mend first."""
        return self.title if self.title.error() else self.block.when.field

    def values(self) -> dict[str, object]:
        """What was typed, for a draft; nothing if the band was never open."""
        if not self.band.rows:
            return {}
        return {
            "what": self.title.text(),
            "by": self.block.when.text(),
            "who": self.block.who.person_id(),
        }

    def show_values(self, values: dict[str, object]) -> None:
        """Show what a draft kept."""
        if not values:
            return
        self._make()
        self.title.setText(str(values.get("what") or ""))
        self.block.when.put(str(values.get("by") or ""))
        if values.get("who") is not None:
            self.block.who.choose(values["who"])
            self.block.who.settle()

    def suggest_person(self, person_id: int | None) -> None:
        """Let the responsible person do it, or who is signed in for None."""
        self._usual = person_id
        if self.band.rows:
            self.block.who.suggest(person_id)

    def _make(self) -> None:
        if self.band.rows:
            return
        self._title_row = self.band.add_row(_("Promise"), self.title)
        self._when_row = self.band.add_row(_("By when"), self.block, self.offers)
        self.block.when.complain_with(self._when_row.error.say)
        self.block.who.suggest(self._usual)
        step = self._after
        for stop in (self.title, self.block.when.field, self.block.who, *self.offers.chips()):
            QWidget.setTabOrder(step, stop)
            step = stop

    def _missing_title(self) -> str:
        if self.title.text().strip():
            return ""
        if self._promise:
            return _("Say what the customer was promised.")
        return _("Say in a few words what is to be done.")

    def _edited(self) -> None:
        if self.title.error():
            self._title_row.show_error("")
        self.changed.emit()
