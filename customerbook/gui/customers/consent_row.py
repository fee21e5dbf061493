"""A row for what a customer allowed or refused: for what, since when, and how we know."""

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from customerbook.exchange.dates import read_day, usual_order
from customerbook.gui import theme
from customerbook.gui.customers.kept_field import KeptField
from customerbook.gui.customers.repeated import (
    Repeated,
    RepeatedRow,
    height_of,
    lay_out_lines,
)
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.session import Session
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.model import spoken
from customerbook.model.customer import Consent
from customerbook.model.errors import NotAMomentError
from customerbook.model.texts import _

_YES: Final = "allowed"
_NO: Final = "refused"


class ConsentRow(RepeatedRow):
    """Turning the answer over sets the day to today; a day may be typed, "3 Mar 2026" or "today".

    A consent has its words and its source with it, so that one can show later how it was given.
    """

    def __init__(self, consent: Consent, session: Session, *, narrow: bool = False) -> None:
        super().__init__()
        self._was, self._narrow, high = consent, narrow, height_of(narrow)
        self._session = session
        words = _("Newsletter, photos …")
        self.purpose = KeptField(label=_("What for"), placeholder=words, height=high)
        self.answer = Segmented(
            [Part(_YES, _("Allowed")), Part(_NO, _("Refused"))], label=_("Answer")
        )
        self.day = KeptField(label=_("Day of the answer"), placeholder=_("today"), height=high)
        words = _("how we know: paper form …")
        self.source = KeptField(label=_("How we know"), placeholder=words, height=high)
        words = _("the words that were agreed to")
        self.wording = KeptField(label=_("Wording"), placeholder=words, height=high)
        self.purpose.put(consent.purpose)
        self.answer.choose(_YES if consent.given else _NO)
        self.day.put(self._day_words(consent.day))
        self.source.put(consent.source)
        self.wording.put(consent.wording)
        self.answer.chosen.connect(lambda _value: self._turned())
        for field in (self.purpose, self.day):
            field.textChanged.connect(self._typed)
        for field in (self.source, self.wording):
            field.textChanged.connect(lambda _text: self.changed.emit())
        lines: list[list[QWidget]] = [
            [self.purpose, self.answer],
            [self.day, self.source],
            [self.wording],
        ]
        lay_out_lines(self, lines, keep=[self.answer, self.day], narrow=narrow)
        self.restyle()

    def restyle(self) -> None:
        """Keep the widths at the text size in force."""
        if not self._narrow:
            self.day.setFixedWidth(theme.current().px(152))

    def turn(self) -> None:
        """Turn the answer over, as of today."""
        self.answer.choose(_NO if self.answer.value() == _YES else _YES)
        self._turned()

    def record(self) -> Consent | None:
        """The consent; None where it does not say for what."""
        purpose = self.purpose.value()
        told = self._was.purpose.strip() or not (self.source.value() or self.wording.value())
        if told and not purpose.strip():
            return None
        return replace(
            self._was,
            purpose=purpose,
            given=self.answer.value() == _YES,
            day=self._day(),
            source=self.source.value(),
            wording=self.wording.value(),
        )

    def field(self) -> KeptField:
        """Where one types first: what it is for, or how one knows of the other answer."""
        return self.source if self._was.purpose else self.purpose

    def wrong(self) -> str:
        """A consent for nothing, or a day that is none."""
        rest = self.source.value() or self.wording.value()
        words = ""
        if rest and not self.purpose.value().strip():
            words = _("Say what it is for, such as “Newsletter”.")
        self.purpose.show_error(words)
        day = ""
        if self.day.value() and self._day() is None:
            day = _("No such day in the past. Try “3 Mar 2026” or “yesterday”.")
        self.day.show_error(day)
        return words or day

    def _turned(self) -> None:
        self.day.setText(self._day_words(self._session.now().date()))
        self.changed.emit()

    def _typed(self) -> None:
        self.purpose.show_error("")
        self.day.show_error("")
        self.changed.emit()

    def _day_words(self, day: date | None) -> str:
        return "" if day is None else spoken.short_date(day, date.min)

    def _day(self) -> date | None:
        """The day that was typed; None for nothing, and for one that is none or still to come."""
        typed = self.day.value()
        if typed == self._day_words(self._was.day):
            return self._was.day
        today = self._session.now().date()
        found = read_day(typed, usual_order(self._session.book.country))
        if found is not None:
            year, month, day = found
            try:
                meant = date(year or today.year, month, day)
                if year is None and meant > today:
                    meant = meant.replace(year=today.year - 1)
            except ValueError:
                return None
            return meant if meant <= today else None
        try:
            return reader_of(self._session).read_back(typed).day
        except NotAMomentError:
            return None


def consent_rows(session: Session) -> Repeated:
    """Rows for consents; a new one is given today."""
    new = Consent("", given=True, day=session.now().date())
    return Repeated(
        lambda consent: ConsentRow(consent, session), [(_("Consent"), new)], what=_("Consent")
    )
