"""When it was, and for calls how long it took: now and measured, unless a person says otherwise."""

import re
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.interactions.reading import Reader
from customerbook.gui.interactions.when_field import WhenField
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.text_field import TextField
from customerbook.model import spoken
from customerbook.model.texts import _
from customerbook.model.when import When, to_utc

_LENGTH = re.compile(r"^(?P<minutes>\d{1,3})(?::(?P<seconds>[0-5]\d))?\s*(?:min\.?)?$")


def read_length(text: str) -> int | None:
    """Seconds of "4", "4:30" or "4 min"; None for no such length."""
    found = _LENGTH.match(text.strip())
    if found is None:
        return None
    return int(found["minutes"]) * 60 + int(found["seconds"] or 0)


def said_length(seconds: int) -> str:
    """A length as it is typed: "4:30"."""
    return f"{seconds // 60}:{seconds % 60:02}"


class Stopwatch:
    """The moment of a contact and how long a call takes, counted from when its form was opened."""

    def __init__(self, reader: Reader, zone: str) -> None:
        self._reader, self._zone = reader, zone
        self.opened: datetime = reader.now()
        self.back: When | None = None
        self.length: int | None = None
        self.measuring = True

    def start(self) -> None:
        """Count from now: the form was made ahead, and opens."""
        self.opened = self._reader.now()

    def reopen(self, opened: str) -> None:
        """Go on with a form that was opened before, at an ISO moment; nothing is measured then."""
        self.opened = datetime.fromisoformat(opened)
        self.measuring = False

    def moment(self) -> datetime:
        """The moment of the contact, aware."""
        if self.back is None or self.back.time is None:
            return self.opened
        return to_utc(self.back, self._zone, self.back.time)

    def duration(self) -> int | None:
        """Seconds of a call: as typed, else measured, else not known."""
        if self.length is not None:
            return self.length
        if not self.measuring or self.back is not None:
            return None
        return max(0, int((self._reader.now() - self.opened).total_seconds()))

    def said(self, *, call: bool) -> str:
        """When it was, in short: "today, 10:22", for a call with its length."""
        now, moment = self._reader.now(), self.moment().astimezone(self._reader.now().tzinfo)
        days = (now.date() - moment.date()).days
        if days == 0:
            day = _("today")
        elif days == 1:
            day = _("yesterday")
        else:
            day = spoken.short_date(
                moment.date(), now.date(), weekday=True, month_first=self._reader.month_first
            )
        said = _("{date}, {time}").format(date=day, time=spoken.clock(moment.time()))
        length = self.duration() if call else None
        return said if length is None else f"{said} · {said_length(length)}"


class MomentLink(Link):
    """The moment in the head of the form; pressing it lets one set it back."""

    def __init__(self, watch: Stopwatch, keys: str) -> None:
        self._watch = watch
        self.call = False
        super().__init__("", "text", icon="clock", tone="ink2")
        self.setToolTip(_("Set the time back") + f" ({keys})")
        self.setAccessibleDescription(_("Set the time back"))
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.look)

    def follow(self, *, call: bool) -> None:
        """Show the length of a call while it is measured."""
        self.call = call
        if call:
            self._tick.start()
        else:
            self._tick.stop()
        self.look()

    def look(self) -> None:
        """Show the moment as it is now."""
        said = self._watch.said(call=self.call)
        if said != self.text():
            self.setText(said)
            self.setAccessibleName(said)


class MomentRow(QWidget):
    """Words that set the moment back, and how long a call took; `changed()` after each."""

    changed = Signal()

    def __init__(self, watch: Stopwatch, reader: Reader) -> None:
        super().__init__()
        self._watch = watch
        self.when = WhenField(reader, label=_("When"), looking="back")
        self.when.field.setPlaceholderText(_("9:40"))
        self.when.understood.connect(self._set_back)
        self.length = TextField(label=_("Minutes"), placeholder=_("minutes"))
        self.length.setFixedWidth(theme.current().px(120))
        self.length.textChanged.connect(self._set_length)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.when, 1)
        row.addWidget(self.length)
        self.setFocusProxy(self.when.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def follow(self, *, call: bool) -> None:
        """Ask for a length only where it is a call."""
        self.length.setVisible(call)

    def check(self) -> str:
        """What is wrong, shown at its field; empty if all is understood."""
        wrong = self.when.check() if self.when.text() else ""
        if not wrong and self.length.error():
            wrong = self.length.error()
        return wrong

    def show_error(self, sentence: str) -> None:
        """Mark the words as wrong."""
        self.when.show_error(sentence)

    def _set_back(self, when: When | None) -> None:
        self._watch.back = when
        self.changed.emit()

    def _set_length(self, text: str) -> None:
        self._watch.length = read_length(text)
        wrong = bool(text.strip()) and self._watch.length is None
        self.length.show_error(_("Minutes, such as “4” or “4:30”.") if wrong else "")
        self.changed.emit()
