"""What can be chosen for a document: language, paper, period, and what stands on the page."""

from datetime import date, timedelta
from gettext import GNUTranslations
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.documents import Options, Period
from customerbook.documents.options import EVER
from customerbook.gui import theme
from customerbook.gui.documents.keeping import Subject
from customerbook.gui.signin.regions import languages
from customerbook.gui.theme import Role
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.flags import set_flag
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.painting import draw_box, prepare
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.gui.widgets.text_field import TextField
from customerbook.gui.widgets.toggles import CheckBox
from customerbook.model.shop import Shop
from customerbook.model.texts import _, catalogue

PAPERS: Final = ("A4", "A5", "Letter")
_MOST_COPIES: Final = 99


def usual_language(wanted: str) -> str:
    """The language a document is written in where this one is wanted."""
    offered = {str(option.value) for option in languages()}
    if not isinstance(catalogue(wanted), GNUTranslations):
        return "en"
    return next((one for one in (wanted, wanted.split("-", maxsplit=1)[0]) if one in offered), "en")


class Choices(QWidget):
    """The options of a document; `changed()` fires when a person chooses otherwise."""

    changed = Signal()

    def __init__(self, subject: Subject, shop: Shop, today: date) -> None:
        super().__init__()
        self._usual = usual_language(subject.language)
        self._periods = periods(today)
        self.language = Choice(languages(), self._usual, label=_("Language"))
        self.paper = Segmented(
            [Part(name, name) for name in PAPERS],
            shop.paper if shop.paper in PAPERS else PAPERS[0],
            label=_("Paper"),
            stretch=True,
        )
        self.period = Choice(
            [Option(name, words) for name, (words, _period) in self._periods.items()],
            label=_("History"),
        )
        self.letterhead = CheckBox(_("Letterhead with logo"), checked=True)
        self.signature = CheckBox(_("Signature lines"), checked=True)
        self.qr = CheckBox(_("QR code with the number"), checked=True)
        self._lay_out(subject)
        self.language.activated.connect(lambda _row: self._follow())
        self.period.activated.connect(lambda _row: self.changed.emit())
        self.paper.chosen.connect(lambda _paper: self.changed.emit())
        for box in (self.letterhead, self.signature, self.qr):
            box.clicked.connect(lambda _on: self.changed.emit())
        self._say_usual()

    def options(self) -> Options:
        """What was chosen."""
        language = str(self.language.value())
        return Options(
            language="" if language == self._usual else language,
            paper=self.paper.value(),
            period=self._periods[str(self.period.value())][1],
            signature=self.signature.isChecked(),
            qr=self.qr.isChecked(),
            letterhead=self.letterhead.isChecked(),
        )

    def chosen_language(self) -> str:
        """The language the document is written in."""
        return str(self.language.value())

    def _follow(self) -> None:
        self._say_usual()
        self.changed.emit()

    def _say_usual(self) -> None:
        usual = self.language.value() == self._usual
        self.language.show_hint(_("as usual for them") if usual else "")

    def _lay_out(self, subject: Subject) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(captioned(_("Language"), self.language))
        column.addLayout(captioned(_("Paper"), self.paper))
        confirmation = subject.kind.subject == "interaction"
        if not confirmation:
            column.addLayout(captioned(_("History"), self.period))
        boxes = captioned(_("On the page"), self.letterhead)
        boxes.setSpacing(12)
        column.addLayout(boxes)
        if confirmation:
            boxes.addWidget(self.signature)
            boxes.addWidget(self.qr)
        left_out: tuple[QWidget, ...] = (self.signature, self.qr)
        for widget in (self.period,) if confirmation else left_out:
            widget.setParent(self)
            widget.hide()


class Copies(QWidget):
    """How many copies: a number between less and more."""

    def __init__(self) -> None:
        super().__init__()
        self.field = TextField("1", label=_("Copies"))
        self.field.setMaxLength(2)
        self._fewer = IconButton("minus", _("Fewer copies"))
        self._more = IconButton("plus", _("More copies"))
        self._fewer.clicked.connect(lambda: self.show_count(self.count() - 1))
        self._more.clicked.connect(lambda: self.show_count(self.count() + 1))
        self.field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_flag(self.field, "bare", on=True)
        self.field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(2)
        for widget in (self._fewer, self.field, self._more):
            row.addWidget(widget)
        self.setFocusProxy(self.field)
        self.restyle()

    def restyle(self) -> None:
        """Keep the size at the text size in force."""
        self.setFixedSize(theme.current().px(112), theme.current().px(40))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count with the arrow keys too."""
        if watched is self.field:
            steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                step = steps.get(Qt.Key(event.key()))
                if step is not None:
                    self.show_count(self.count() + step)
                    return True
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the body of a field around number and buttons."""
        painter = QPainter(self)
        prepare(painter)
        if not self.isEnabled():
            draw_box(painter, self.rect(), 8, fill="sunk", edge="line2")
            return
        focused = self.field.hasFocus()
        edge: Role = "accent" if focused else "field"
        draw_box(painter, self.rect(), 8, fill="card", edge=edge, width=2 if focused else 1)

    def count(self) -> int:
        """The number; 1 for anything that is none."""
        text = self.field.text().strip()
        return min(max(1, int(text)), _MOST_COPIES) if text.isdecimal() else 1

    def show_count(self, count: int) -> None:
        """Show another number, within what is sensible."""
        self.field.setText(str(min(max(1, count), _MOST_COPIES)))


def captioned(words: str, field: QWidget) -> QVBoxLayout:
    """A field with its label above."""
    label = Label(words, "caption", "ink2")
    label.setBuddy(field)
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(label)
    column.addWidget(field)
    return column


def periods(today: date) -> dict[str, tuple[str, Period]]:
    """How far back a history goes: a name, its words, and from when."""
    year = date(today.year, 1, 1)
    return {
        "ever": (_("Everything"), EVER),
        "year": (_("This year"), Period(year, None)),
        "12-months": (_("The last 12 months"), Period(today - timedelta(days=365), None)),
        "3-months": (_("The last 3 months"), Period(today - timedelta(days=92), None)),
    }
