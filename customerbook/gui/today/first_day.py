"""What stands on Today while the book is empty: three ways to begin, and what will stand here."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui.shell import Shell
from customerbook.gui.today.quiet_moment import QuietMoment
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card, RuleLine
from customerbook.gui.widgets.empty_state import EmptyState, StepRow
from customerbook.gui.widgets.flow import Flow
from customerbook.gui.widgets.keys import KeyHint
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.width import keep_width
from customerbook.model.channel import Channel
from customerbook.model.rights import Right
from customerbook.model.texts import _

_NARROW = 840  # page width
_SIDE = 296


class FirstDay(QWidget):
    """The page of an empty book."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.buttons: list[Button] = []
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._steps())
        self.quiet: QuietMoment | None = None
        if self._shell.session.may(Right.MANAGE):
            self.quiet = QuietMoment(shell)
            left.addWidget(self.quiet)
        left.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 8, 24, 24)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        page.addLayout(self._columns)
        page.addStretch(1)
        self.setMinimumWidth(1)  # both columns side by side would never let it become narrow
        self._rule = RuleLine("rule", upright=True)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._rule)
        self._outlook = _outlook()
        self._columns.addWidget(self._outlook)

    def refresh(self) -> None:
        """Look at what was set up by now."""
        if self.quiet is not None:
            self.quiet.refresh()

    def focus_first(self) -> None:
        """Give the focus to the first way to begin."""
        self.buttons[0].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what will stand here below where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._rule.setVisible(not narrow)
        # Below the others it takes the whole width: Qt reckons its height for that anyway.
        keep_width(self._outlook, None if narrow else _SIDE)

    def _steps(self) -> Card:
        """The three ways to begin; who may not import sees two."""
        shell, card = self._shell, Card()
        words = _("Bring in the customers you have, or log the next one who comes in.")
        sentence = words + " " + _("The rest can wait.")
        card.add_row(EmptyState(_("The book is open, and still empty."), sentence))
        if shell.session.may(Right.IMPORT):
            bring = Button(_("Bring in"), kind="primary", icon="download")
            bring.clicked.connect(lambda: shell.bring_in(None))
            words = _("From a phone, a mail program or a table: vCard, CSV")
            self._step(card, "download", _("Bring in your customers"), words, bring)
        log = Button(_("Log visit"), keys="F2")
        log.clicked.connect(lambda: shell.log(Channel.VISIT))
        words = _("Who, what about, what comes next. Ten seconds, no mouse")
        self._step(card, "pen-line", _("Log the next visit or call"), words, log)
        new = Button(_("New customer"), keys="Ctrl+N")
        new.clicked.connect(lambda: shell.new_customer(""))
        words = _("A name or a number is enough")
        self._step(card, "user-plus", _("Add your first customer"), words, new)
        return card

    def _step(self, card: Card, icon: str, heading: str, sentence: str, button: Button) -> None:
        card.add_row(StepRow(icon, heading, sentence, button))
        self.buttons.append(button)


def _outlook() -> QWidget:
    """What will stand on this page, and where all keys are."""
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 6, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(_("What will stand here"), "name"))
    column.addSpacing(16)
    for icon, what, words in (
        (
            "handshake",
            _("Promises due"),
            _("What a customer was told, with its day.") + " " + _("The late ones first."),
        ),
        ("list-checks", _("Follow-ups"), _("What you wanted to do for someone, and when.")),
        ("cake", _("Dates"), _("Birthdays and anniversaries.")),
        ("rotate-ccw-clock", _("Lately"), _("The newest visits, calls and letters.")),
    ):
        column.addLayout(_entry(icon, what, words))
        column.addSpacing(20)
    column.addWidget(RuleLine("line2"))
    column.addSpacing(12)
    keys = QHBoxLayout()
    keys.setSpacing(6)
    keys.addWidget(IconLabel("keyboard", "ink2", 18, beside="text"), 0, Qt.AlignmentFlag.AlignTop)
    pairs = ((_("All keys:"), "F1"), (_("All commands:"), "Ctrl+Shift+P"))
    keys.addWidget(Flow(*(_with_key(words, key) for words, key in pairs), gap=6), 1)
    column.addLayout(keys)
    column.addStretch(1)
    return side


def _with_key(words: str, key: str) -> QWidget:
    pair = QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    line.addWidget(Label(words, "text", "ink2"))
    line.addWidget(KeyHint(key))
    return pair


def _entry(icon: str, what: str, words: str) -> QHBoxLayout:
    text = QVBoxLayout()
    text.setSpacing(0)
    text.addWidget(Label(what, "name"))
    text.addWidget(Label(words, "text", "ink2", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(12)
    mark = QVBoxLayout()
    mark.addWidget(IconLabel(icon, "ink2", 18))
    mark.addStretch(1)
    row.addLayout(mark)
    row.addLayout(text, 1)
    return row
