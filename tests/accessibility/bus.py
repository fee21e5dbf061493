"""The bus of screen readers: questions to programs, and what programs say of their own accord."""

from collections import deque
from collections.abc import Sequence
from typing import Any, Final

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

SPI: Final = "org.a11y.atspi."
ROOT: Final = "/org/a11y/atspi/accessible/root"
_REGISTRY: Final = "/org/a11y/atspi/registry"
_EVENTS: Final = {
    "Announcement": "object:announcement",
    "StateChanged": "object:state-changed:focused",
}
"""What is listened to, by the names of D-Bus and of the registry."""
_PATIENCE: Final = 15.0
"""Seconds after which what is not answered is not going to be."""


class Bus:
    """A connection to it, found by the session bus with this address, which starts it."""

    def __init__(self, session: str) -> None:
        asked = new_method_call(
            DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"
        )
        with open_dbus_connection(session) as first:
            (address,) = unwrap_msg(first.send_and_get_reply(asked, timeout=_PATIENCE))
        self._connection: DBusConnection = open_dbus_connection(address)
        self._said: list[str] = []
        self._focused: deque[tuple[str, str]] = deque(maxlen=6)
        self._listen()

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def ask(self, messages: Sequence[Message]) -> list[Any]:
        """The answers to several questions sent at once; None to one that is refused."""
        waiting = dict[object, int]()
        for place, message in enumerate(messages):
            serial = next(self._connection.outgoing_serial)
            waiting[serial] = place
            self._connection.send(message, serial=serial)
        answers: list[Any] = [None] * len(messages)
        while waiting:
            answer = self._connection.receive(timeout=_PATIENCE)
            found = waiting.pop(answer.header.fields.get(HeaderFields.reply_serial, -1), None)
            if found is None:
                self._hear(answer)
            elif answer.header.message_type is MessageType.method_return:
                body = answer.body
                answers[found] = body[0] if len(body) == 1 else body
        return answers

    def announced(self) -> list[str]:
        """What programs had said at once since this was asked last."""
        self.ask([message_bus.GetId()])  # what was on its way comes before the answer
        said, self._said = self._said, []
        return said

    def focused(self) -> list[tuple[str, str]]:
        """Who told lately that something has the keyboard, and its path."""
        self.ask([message_bus.GetId()])
        return list(dict.fromkeys(self._focused))

    def _hear(self, message: Message) -> None:
        fields = message.header.fields
        member = fields.get(HeaderFields.member)
        if member == "Announcement":
            self._said.append(str(message.body[3][1]))
        elif member == "StateChanged" and message.body[:2] == ("focused", 1):
            self._focused.append((fields[HeaderFields.sender], fields[HeaderFields.path]))

    def _listen(self) -> None:
        registry = DBusAddress(_REGISTRY, SPI + "Registry", SPI + "Registry")
        for member, event in _EVENTS.items():
            rule = MatchRule(type="signal", interface=SPI + "Event.Object", member=member)
            wanted: tuple[str, list[str], str] = (event, [], "")
            asked = new_method_call(registry, "RegisterEvent", "sass", wanted)
            self.ask([message_bus.AddMatch(rule), asked])
