"""How a customer does not want to be reached: a switch a channel, and what to do instead."""

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.customers.kept_field import KeptField
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.painting import text_width
from customerbook.gui.widgets.toggles import Switch
from customerbook.model.channel import Channel
from customerbook.model.customer import Forbidden
from customerbook.model.texts import _

_OFFERED: Final = (Channel.CALL, Channel.EMAIL, Channel.MESSAGE, Channel.LETTER)


def switch_words(channel: Channel) -> str:
    """What the switch of a channel says."""
    return {
        Channel.VISIT: _("Do not visit"),
        Channel.CALL: _("Do not call"),
        Channel.EMAIL: _("Do not email"),
        Channel.MESSAGE: _("Do not message"),
        Channel.LETTER: _("Do not write letters"),
        Channel.MEETING: _("No meetings"),
    }[channel]


class ChannelSwitch(QWidget):
    """One channel; the advice is asked for while it is forbidden."""

    changed = Signal()

    def __init__(self, channel: Channel) -> None:
        super().__init__()
        self.channel = channel
        self._was: Forbidden | None = None
        words = switch_words(channel)
        self._label = Label(words, "text", "ink2")
        self.switch = Switch(words)
        self.advice = KeptField(label=_("What to do instead"), placeholder=_("what to do instead"))
        self.advice.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self.switch)
        row.addWidget(self.advice, 1)
        row.addStretch(0)
        self.restyle()
        self.switch.toggled.connect(self._turned)
        self.advice.textChanged.connect(lambda _text: self.changed.emit())

    def restyle(self) -> None:
        """Keep the size at the text size in force."""
        widest = max(text_width(switch_words(channel), "text") for channel in _OFFERED)
        self._label.setFixedWidth(max(theme.current().px(152), widest))
        self.setMinimumHeight(theme.current().px(40))

    def show_forbidden(self, forbidden: Forbidden | None) -> None:
        """Show what is known of this channel."""
        self._was = forbidden
        self.switch.setChecked(forbidden is not None)
        self.advice.put(forbidden.advice if forbidden else "")
        self.advice.setVisible(forbidden is not None)

    def forbidden(self, today: date) -> Forbidden | None:
        """What stands here; since today where it was not forbidden before."""
        if not self.switch.isChecked():
            return None
        was = self._was or Forbidden(self.channel, today)
        return replace(was, advice=self.advice.value())

    def _turned(self, on: bool) -> None:  # noqa: FBT001 - Qt's own
        self.advice.setVisible(on)
        self.changed.emit()


class NotWantedRows(QWidget):
    """Calls, emails, messages and letters; other channels only where they are forbidden."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.switches = {channel: ChannelSwitch(channel) for channel in Channel}
        self._order: list[Channel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for channel in (*_OFFERED, Channel.VISIT, Channel.MEETING):
            column.addWidget(self.switches[channel])
            self.switches[channel].changed.connect(self.changed)

    def show_forbidden(self, forbidden: tuple[Forbidden, ...]) -> None:
        """Show what is known."""
        known = {one.channel: one for one in forbidden}
        self._order = list(known)
        for channel, switch in self.switches.items():
            switch.show_forbidden(known.get(channel))
            switch.setVisible(channel in _OFFERED or channel in known)

    def forbidden(self, today: date) -> tuple[Forbidden, ...]:
        """What stands in the rows: what was known in its order, then what is new."""
        order = [*self._order, *(c for c in self.switches if c not in self._order)]
        found = [self.switches[channel].forbidden(today) for channel in order]
        return tuple(one for one in found if one is not None)
