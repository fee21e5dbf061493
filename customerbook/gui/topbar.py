"""The top bar: one search field for everything, and the Log button."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.commands import command
from customerbook.gui.interactions.words import CHANNEL_ICONS
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.search_field import SearchField
from customerbook.gui.widgets.split_button import SplitButton
from customerbook.model.channel import Channel
from customerbook.model.texts import _

_KEYS = {Channel.VISIT: "F2", Channel.CALL: "F3"}


class TopBar(QWidget):
    """`entered` tells that one is in the search field, `searched` each text as it is typed.

    `left` tells the key that leaves the field.

    `log_wanted` carries the kind to log; the button shows the kind used last with its key.
    """

    entered = Signal()
    searched = Signal(str)
    left = Signal(str)
    log_wanted = Signal(object)

    def __init__(self, kind: Channel) -> None:
        super().__init__()
        self.field = SearchField(
            _("Find a name, a number, a town, a note"), keys=command("search").shortcut
        )
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.searched)
        self._menu = Menu(self)
        self.log_button = SplitButton("", self._menu, icon="pen-line")
        self.log_button.opened.connect(self._fill_menu)
        self.log_button.clicked.connect(lambda: self.log_wanted.emit(self._kind))
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 12, 24, 12)
        line.setSpacing(24)
        line.addWidget(self.field, 1000)
        line.addStretch(1)
        line.addWidget(self.log_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.show_kind(kind)

    def restyle(self) -> None:
        """64 high at the text size in force."""
        self.setFixedHeight(theme.current().px(64))

    def show_kind(self, kind: Channel) -> None:
        """Offer this kind first."""
        self._kind = kind
        self.log_button.keys = _KEYS.get(kind, "")
        self.log_button.setText(_log_words(kind))
        self.log_button.updateGeometry()

    def kind(self) -> Channel:
        """The kind that the button logs."""
        return self._kind

    def focus_search(self) -> None:
        """Let one type at once; what stands there is replaced."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are not for the text: into the list, and out of it."""
        if watched is self.field and event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        if watched is not self.field or event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        name = {
            Qt.Key.Key_Down: "down",
            Qt.Key.Key_Return: "enter",
            Qt.Key.Key_Enter: "enter",
            Qt.Key.Key_Escape: "escape",
        }.get(Qt.Key(event.key()))
        if name is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self.left.emit(name)
        return True

    def _fill_menu(self) -> None:
        self._menu.clear()
        for channel in Channel:
            wanted = partial(self.log_wanted.emit, channel)
            icon, keys = CHANNEL_ICONS[channel], _KEYS.get(channel, "")
            self._menu.add(_log_words(channel), wanted, icon=icon, keys=keys)


def _log_words(channel: Channel) -> str:
    """What the button says, as short as it can be."""
    return {
        Channel.VISIT: _("Log visit"),
        Channel.CALL: _("Log call"),
        Channel.EMAIL: _("Log email"),
        Channel.LETTER: _("Log letter"),
        Channel.MESSAGE: _("Log message"),
        Channel.MEETING: _("Log meeting"),
    }[channel]
