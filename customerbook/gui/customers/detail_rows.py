"""Rows of the form for days to remember, notes, and facts without a field of their own."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from customerbook.exchange.dates import read_day, usual_order
from customerbook.gui import theme
from customerbook.gui.customers.kept_field import KeptField, KeptNote
from customerbook.gui.customers.repeated import (
    Repeated,
    RepeatedRow,
    height_of,
    lay_out_lines,
)
from customerbook.gui.customers.words import date_kind_name
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.model import spoken
from customerbook.model.customer import CustomerDate, CustomField, DateKind, Note
from customerbook.model.texts import _


class DateRow(RepeatedRow):
    """A day as words: "2 Feb 1980", "2.2.1980", or without a year."""

    def __init__(self, day: CustomerDate, country: str, *, narrow: bool = False) -> None:
        super().__init__()
        self._was, self._narrow, high = day, narrow, height_of(narrow)
        self._order = usual_order(country)
        self.kind = Choice(
            [Option(kind, date_kind_name(kind)) for kind in DateKind],
            day.kind,
            label=_("What kind of day"),
            height=high,
        )
        words = _("2 Feb 1980") if narrow else _("2 Feb 1980, or without the year")
        self.day = KeptField(label=_("Day"), placeholder=words, height=high)
        self.day.put(typed_day(day))
        words = _("what it is")
        self.label = KeptField(label=_("What it is"), placeholder=words, height=high)
        self.label.put(day.label)
        self.kind.activated.connect(lambda _row: self._follow())
        self.day.textChanged.connect(self._typed)
        self.label.textChanged.connect(lambda _text: self.changed.emit())
        line = [self.kind, self.day, self.label]
        lay_out_lines(self, [line], keep=[self.kind], narrow=narrow)
        self._show_label()
        self.restyle()

    def restyle(self) -> None:
        """Keep the widths at the text size in force."""
        if not self._narrow:
            self.kind.setFixedWidth(theme.current().px(152))

    def record(self) -> CustomerDate | None:
        """The day; None for nothing, or for words that are none."""
        kind, label = self._kind(), self.label.value()
        if self.day.value() == typed_day(self._was):
            return replace(self._was, kind=kind, label=label) if self._was.month else None
        found = read_day(self.day.value(), self._order)
        if found is None:
            return None
        year, month, day = found
        return CustomerDate(kind, month, day, year, label)

    def field(self) -> KeptField:
        """Where the day is typed."""
        return self.day

    def wrong(self) -> str:
        """Words that are no day."""
        words = ""
        if self.day.value() and self.record() is None:
            words = _("No such day. Try “2 Feb 1980” or “2.2.”.")
        self.day.show_error(words)
        return words

    def _kind(self) -> DateKind:
        return DateKind(str(self.kind.value()))  # Qt gives a plain text back

    def _typed(self) -> None:
        self.day.show_error("")
        self.changed.emit()

    def _follow(self) -> None:
        self._show_label()
        self.changed.emit()

    def _show_label(self) -> None:
        birthday = self._kind() is DateKind.BIRTHDAY
        self.label.setVisible(not birthday or bool(self.label.text()))


class NoteRow(RepeatedRow):
    """A note over several lines."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        self._was = note
        self.text = KeptNote(label=_("Note"), lines=2)
        self.text.put(note.text)
        self.text.textChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text)

    def record(self) -> Note | None:
        """The note; None for an empty one."""
        text = self.text.value()
        return replace(self._was, text=text) if text.strip() else None

    def field(self) -> KeptNote:
        """Where the note is typed."""
        return self.text


class FactRow(RepeatedRow):
    """The name of a fact, and the fact."""

    def __init__(self, fact: CustomField, *, narrow: bool = False) -> None:
        super().__init__()
        self._narrow, high = narrow, height_of(narrow)
        words = _("Bike, customer card …")
        self.name = KeptField(label=_("Name"), placeholder=words, height=high)
        self.value = KeptField(label=_("Value"), placeholder=_("Value"), height=high)
        self.name.put(fact.name)
        self.value.put(fact.value)
        self.name.textChanged.connect(self._typed)
        self.value.textChanged.connect(lambda _text: self.changed.emit())
        lay_out_lines(self, [[self.name, self.value]], keep=[self.name], narrow=narrow)
        self.restyle()

    def restyle(self) -> None:
        """Keep the widths at the text size in force."""
        if not self._narrow:
            self.name.setFixedWidth(theme.current().px(176))

    def record(self) -> CustomField | None:
        """The fact; None where neither name nor value stands."""
        name, value = self.name.value(), self.value.value()
        return CustomField(name, value) if name or value else None

    def field(self) -> KeptField:
        """Where the name is typed, or the value of one that has a name."""
        return self.value if self.name.text() else self.name

    def wrong(self) -> str:
        """A value without a name."""
        words = ""
        if self.value.value() and not self.name.value():
            words = _("Give this a name, such as “Bike”.")
        self.name.show_error(words)
        return words

    def _typed(self) -> None:
        self.name.show_error("")
        self.changed.emit()


def typed_day(day: CustomerDate) -> str:
    """A day as one would type it; empty for a row that is still empty."""
    if not day.month:
        return ""
    month = spoken.month_names()[day.month - 1]
    parts = (str(day.day) if day.day else "", month, str(day.year) if day.year else "")
    return " ".join(part for part in parts if part)


def date_rows(country: str) -> Repeated:
    """Rows for the days of a year."""
    empty = CustomerDate(DateKind.BIRTHDAY, 0, 0)
    adds = [
        (_("Birthday"), empty),
        (_("Another day"), replace(empty, kind=DateKind.ANNIVERSARY)),
    ]
    return Repeated(lambda day: DateRow(day, country), adds, what=_("Day"))


def note_rows(*, pinned: bool) -> Repeated:
    """Rows for notes, those to remember or the others."""
    words = _("To remember") if pinned else _("Note")
    return Repeated(NoteRow, [(words, Note("", pinned=pinned))], what=_("Note"))


def fact_rows() -> Repeated:
    """Rows for facts without a field of their own."""
    return Repeated(FactRow, [(_("Field"), CustomField("", ""))], what=_("Field"))
