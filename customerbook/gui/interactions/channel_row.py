"""How they met, and who turned to whom."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui.interactions.words import CHANNEL_ICONS, channel_name, direction_name
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.segmented import Part, Segment, Segmented
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.channel import Channel, Direction
from customerbook.model.texts import _

_SHOWN = (Channel.VISIT, Channel.CALL, Channel.EMAIL, Channel.MESSAGE)
_REST = tuple(channel for channel in Channel if channel not in _SHOWN)
_MORE = "more"


class ChannelRow(QWidget):
    """Four channels and the rest behind "…", in and out at the end.

    `changed()` fires when a person chooses otherwise.
    """

    spoken_role = SpokenRole.Grouping

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._channel = Channel.VISIT
        self._channels = Segmented(
            [
                *(Part(one.value, channel_name(one), CHANNEL_ICONS[one]) for one in _SHOWN),
                Part(_MORE, _("Something else"), "ellipsis", icon_only=True),
            ],
            label=_("Channel"),
        )
        self._channels.chosen.connect(self._choose)
        self._directions = Segmented(
            [
                Part(Direction.INBOUND.value, direction_name(Direction.INBOUND), "arrow-down-left"),
                Part(
                    Direction.OUTBOUND.value, direction_name(Direction.OUTBOUND), "arrow-up-right"
                ),
            ],
            Direction.INBOUND.value,
            label=_("Direction"),
        )
        self._directions.chosen.connect(lambda _value: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._channels)
        row.addStretch(1)
        row.addWidget(self._directions)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_channel(self._channel)

    @property
    def channel(self) -> Channel:
        """How they met."""
        return self._channel

    @property
    def direction(self) -> Direction:
        """Who turned to whom."""
        return Direction(self._directions.value())

    def show_channel(self, channel: Channel) -> None:
        """Choose a channel; one of the rest takes the place of "…"."""
        self._channel = channel
        more = self._channels.segments()[-1]
        if channel in _REST:
            _show_part(more, Part(_MORE, channel_name(channel), CHANNEL_ICONS[channel]))
        else:
            _show_part(more, Part(_MORE, _("Something else"), "ellipsis", icon_only=True))
        self._channels.choose(channel.value if channel in _SHOWN else _MORE)

    def show_direction(self, direction: Direction) -> None:
        """Choose a direction."""
        self._directions.choose(direction.value)

    def _choose(self, value: str) -> None:
        if value != _MORE:
            self._choose_channel(Channel(value))
            return
        menu = Menu(self)
        for channel in _REST:
            then = partial(self._choose_channel, channel)
            menu.add(channel_name(channel), then, icon=CHANNEL_ICONS[channel])
        menu.aboutToHide.connect(lambda: self.show_channel(self._channel))
        menu.aboutToHide.connect(menu.deleteLater)
        more = self._channels.segments()[-1]
        menu.popup(more.mapToGlobal(QPoint(0, more.height() + 4)))

    def _choose_channel(self, channel: Channel) -> None:
        self.show_channel(channel)
        self.changed.emit()


def _show_part(segment: Segment, part: Part) -> None:
    segment.part = part
    segment.setText(part.text)
    segment.setToolTip(part.text if part.icon_only else "")
    segment.updateGeometry()
    segment.update()
