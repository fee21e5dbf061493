"""What a screen reader sees of a program, asked over D-Bus: AT-SPI, as its specification has it.

https://docs.gtk.org/atspi2/ and the XML of at-spi2-core name the interfaces; only what the tests
need is here.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from jeepney import DBusAddress, MatchRule, Message, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

PATIENCE: Final = 15.0
"""Seconds after which what does not happen is not going to."""

_SPI: Final = "org.a11y.atspi."
_ROOT: Final = "/org/a11y/atspi/accessible/root"
_NULL: Final = "/org/a11y/atspi/null"
STATES: Final = """
invalid active armed busy checked collapsed defunct editable enabled expandable expanded
focusable focused has-tooltip horizontal iconified modal multi-line multiselectable opaque
pressed resizable selectable selected sensitive showing single-line stale transient vertical
visible manages-descendants indeterminate required truncated animated invalid-entry
supports-autocompletion selectable-text is-default visited checkable has-popup read-only
""".split()  # noqa: SIM905 - the words read better than their quotation marks
"""Names of the states by their number, AtspiStateType."""


class Bus:
    """A connection to the bus of screen readers."""

    def __init__(self, session: str) -> None:
        """Find it by the session bus with this address, which starts it if need be."""
        with open_dbus_connection(session) as first:
            asked = new_method_call(
                DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"
            )
            (address,) = unwrap_msg(first.send_and_get_reply(asked, timeout=PATIENCE))
        self._connection: DBusConnection = open_dbus_connection(address)
        self._heard = self._listen()

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def announced(self) -> list[str]:
        """What programs had said at once since the last time this was asked."""
        self.programs()  # what was on its way comes with the answer
        said = [str(message.body[3][1]) for message in self._heard]
        self._heard.clear()
        return said

    def _listen(self) -> "deque[Message]":
        rule = MatchRule(type="signal", interface=_SPI + "Event.Object", member="Announcement")
        unwrap_msg(self._connection.send_and_get_reply(message_bus.AddMatch(rule)))
        registry = DBusAddress("/org/a11y/atspi/registry", _SPI + "Registry", _SPI + "Registry")
        wanted = new_method_call(registry, "RegisterEvent", "sass", ("object:announcement", [], ""))
        unwrap_msg(self._connection.send_and_get_reply(wanted, timeout=PATIENCE))
        return self._connection.filter(rule, bufsize=100).queue

    def programs(self) -> list["Node"]:
        """Every program that can be read."""
        return Node(self, _SPI + "Registry", _ROOT).children()

    def call(self, node: "Node", interface: str, member: str, *values: Any, kinds: str = "") -> Any:
        """Call a method; what it gives, a tuple if that is more than one value."""
        address = DBusAddress(node.path, node.owner, _SPI + interface)
        message = new_method_call(address, member, kinds or None, values)
        return _plain(unwrap_msg(self._connection.send_and_get_reply(message, timeout=PATIENCE)))

    def get(self, node: "Node", interface: str, name: str) -> Any:
        """The value of a property."""
        address = DBusAddress(node.path, node.owner, _SPI + interface)
        message = Properties(address).get(name)
        ((_kind, value),) = unwrap_msg(
            self._connection.send_and_get_reply(message, timeout=PATIENCE)
        )
        return value


def _plain(answer: tuple[Any, ...]) -> Any:
    return answer[0] if len(answer) == 1 else answer


@dataclass(frozen=True)
class Node:
    """One object as a screen reader sees it; everything is asked anew each time."""

    bus: Bus
    owner: str
    path: str

    def __bool__(self) -> bool:
        return self.path != _NULL

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.bus.get(self, "Accessible", "Name"))

    @property
    def description(self) -> str:
        """What is said beside the name."""
        return str(self.bus.get(self, "Accessible", "Description"))

    @property
    def role(self) -> str:
        """What it is, in the words of AT-SPI: "push button", "list item"."""
        return str(self.bus.call(self, "Accessible", "GetRoleName"))

    @property
    def states(self) -> frozenset[str]:
        """What is true of it just now, by the names in `STATES`; "defunct" if it is gone."""
        try:
            low, high = self.bus.call(self, "Accessible", "GetState")
        except DBusErrorResponse:
            return frozenset({"defunct"})
        bits = low | high << 32
        return frozenset(name for place, name in enumerate(STATES) if bits >> place & 1)

    @property
    def interfaces(self) -> frozenset[str]:
        """What can be asked of it: "Action", "EditableText", "Text" …"""
        names = self.bus.call(self, "Accessible", "GetInterfaces")
        return frozenset(str(name).removeprefix(_SPI) for name in names)

    @property
    def parent(self) -> "Node":
        """What it is part of."""
        return Node(self.bus, *self.bus.get(self, "Accessible", "Parent"))

    def children(self) -> list["Node"]:
        """Its parts, in order."""
        found = self.bus.call(self, "Accessible", "GetChildren")
        return [node for owner, path in found if (node := Node(self.bus, owner, path))]

    def actions(self) -> list[str]:
        """What can be done with it, by the names that programs use for it."""
        if "Action" not in self.interfaces:
            return []
        return [str(name) for name, *_rest in self.bus.call(self, "Action", "GetActions")]

    def act(self, action: str) -> None:
        """Do one of its actions."""
        self.bus.call(self, "Action", "DoAction", self.actions().index(action), kinds="i")

    def text(self) -> str:
        """What is written in it."""
        return str(self.bus.call(self, "Text", "GetText", 0, -1, kinds="ii"))

    def write(self, text: str) -> None:
        """Put a text in place of what is written in it."""
        assert self.bus.call(self, "EditableText", "SetTextContents", text, kinds="s"), self.path

    def focus(self) -> None:
        """Give it the keyboard."""
        assert self.bus.call(self, "Component", "GrabFocus"), self.path

    def place(self) -> tuple[int, int, int, int]:
        """Where it stands on the screen: x, y, width, height."""
        x, y, width, height = self.bus.call(self, "Component", "GetExtents", 0, kinds="u")
        return x, y, width, height

    def showing(self) -> Iterator["Node"]:
        """It and all parts of it that are shown, as they are read: each before its own parts."""
        if "showing" in self.states:
            yield self
            for part in self.children():
                yield from part.showing()
