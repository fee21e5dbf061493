"""What a screen reader sees of a program, asked over D-Bus: AT-SPI, as its specification has it.

https://docs.gtk.org/atspi2/ and the XML of at-spi2-core name the interfaces; only what the tests
need is here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from jeepney import DBusAddress, Message, Properties, new_method_call

from tests.accessibility.bus import ROOT, SPI, Bus

_NULL: Final = "/org/a11y/atspi/null"
_LABELLED_BY: Final = 2
"""AtspiRelationType."""
STATES: Final = """
invalid active armed busy checked collapsed defunct editable enabled expandable expanded
focusable focused has-tooltip horizontal iconified modal multi-line multiselectable opaque
pressed resizable selectable selected sensitive showing single-line stale transient vertical
visible manages-descendants indeterminate required truncated animated invalid-entry
supports-autocompletion selectable-text is-default visited checkable has-popup read-only
""".split()  # noqa: SIM905 - the words read better than their quotation marks
"""Names of the states by their number, AtspiStateType."""


@dataclass(frozen=True)
class Node:
    """One object of a program, to be acted upon."""

    bus: Bus
    owner: str
    path: str

    def act(self, action: str) -> None:
        """Do one of its actions; it may be gone before the answer comes."""
        (named,) = self.bus.ask([self.message("Action", "GetActions")])
        place = [name for name, *_rest in named].index(action)
        self.bus.ask([self.message("Action", "DoAction", place, kinds="i")])

    def write(self, text: str) -> None:
        """Put a text in place of what is written in it."""
        message = self.message("EditableText", "SetTextContents", text, kinds="s")
        assert self.bus.ask([message]) == [True], f"nothing can be written into {self.path}"

    def states(self) -> frozenset[str]:
        """What is true of it just now, by the names in `STATES`; nothing if it is gone."""
        return _names(self.bus.ask([self.message("Accessible", "GetState")])[0])

    def message(self, interface: str, member: str, *values: Any, kinds: str = "") -> Message:
        """A call of a method."""
        address = DBusAddress(self.path, self.owner, SPI + interface)
        return new_method_call(address, member, kinds or None, values)

    def property(self, name: str) -> Message:
        """A question for a property."""
        return Properties(DBusAddress(self.path, self.owner, SPI + "Accessible")).get(name)


@dataclass(frozen=True)
class Seen:
    """What a screen reader knows of an object: what it is, what it is called, what it can."""

    node: Node
    role: str
    name: str
    states: frozenset[str]
    description: str = ""
    actions: tuple[str, ...] = ()
    labelled: bool = False
    place: tuple[int, ...] = (0, 0, 0, 0)
    """On the screen: x, y, width, height."""
    parts: tuple["Seen", ...] = ()

    def all(self) -> Iterator["Seen"]:
        """It and its parts, as they are read."""
        yield self
        for part in self.parts:
            yield from part.all()


def programs(bus: Bus) -> list[Node]:
    """Every program that can be read."""
    registry = Node(bus, SPI + "Registry", ROOT)
    return _children(bus, [Seen(registry, "application", "", frozenset())])[0]


def menus(bus: Bus) -> list[Node]:
    """Menus whose rows had the keyboard lately: they stand beside the tree, not in it."""
    focused = [Node(bus, owner, path) for owner, path in bus.focused()]
    parents = bus.ask([node.property("Parent") for node in focused])
    near = [*focused, *(Node(bus, *parent[1]) for parent in parents if parent)]
    near = [node for node in dict.fromkeys(near) if node.path != _NULL]
    roles = bus.ask([node.message("Accessible", "GetRoleName") for node in near])
    return [node for node, role in zip(near, roles, strict=True) if role == "popup menu"]


def look(bus: Bus, nodes: list[Node]) -> list[Seen]:
    """These and all their parts, as far as they are shown; one level is asked for at once."""
    shown = _shown(bus, nodes)
    if not shown:
        return []
    children = _children(bus, shown)
    below = {seen.node: seen for seen in look(bus, [child for some in children for child in some])}
    found = []
    for seen, parts, more in zip(shown, children, _more(bus, shown), strict=True):
        told = tuple(below[child] for child in parts if child in below)
        found.append(replace(more or seen, parts=told))
    return found


def first(bus: Bus, nodes: list[Node], fits: Callable[[str, str], bool]) -> Seen | None:
    """What is shown and fits by role and name, without its parts; the nearest to the top.

    Less is asked than by `look`, and nothing below it: who waits for something asks often.
    """
    while nodes:
        shown = _shown(bus, nodes)
        for seen in shown:
            if fits(seen.role, seen.name):
                return _more(bus, [seen])[0] or seen
        nodes = [child for some in _children(bus, shown) for child in some]
    return None


_WORDS: Final = frozenset({"label", "graphic"})
"""Roles of what has neither parts nor anything that it does."""


def _shown(bus: Bus, nodes: list[Node]) -> list[Seen]:
    """Those of them that are shown: state, role and name."""
    found = []
    answers = bus.ask(
        [
            message
            for node in nodes
            for message in (
                node.message("Accessible", "GetState"),
                node.message("Accessible", "GetRoleName"),
                node.property("Name"),
            )
        ]
    )
    for place, node in enumerate(nodes):
        state, role, name = answers[3 * place : 3 * place + 3]
        states = _names(state)
        if "showing" in states:
            found.append(Seen(node, str(role or ""), str(name[1] if name else ""), states))
    return found


def _more(bus: Bus, shown: list[Seen]) -> list[Seen | None]:
    """The rest that there is to know of them; None for words, of which there is no more."""
    asked = [seen for seen in shown if seen.role not in _WORDS or "focusable" in seen.states]
    answers = bus.ask(
        [
            message
            for seen in asked
            for message in (
                seen.node.property("Description"),
                seen.node.message("Action", "GetActions"),
                seen.node.message("Accessible", "GetRelationSet"),
                seen.node.message("Component", "GetExtents", 0, kinds="u"),
            )
        ]
    )
    found = {}
    for place, seen in enumerate(asked):
        description, actions, relations, extents = answers[4 * place : 4 * place + 4]
        found[seen.node] = replace(
            seen,
            description=str(description[1] if description else ""),
            actions=tuple(str(action) for action, *_rest in actions or ()),
            labelled=any(kind == _LABELLED_BY for kind, _others in relations or ()),
            place=tuple(extents or (0, 0, 0, 0)),
        )
    return [found.get(seen.node) for seen in shown]


def _children(bus: Bus, shown: list[Seen]) -> list[list[Node]]:
    """The parts of each; words have none."""
    asked = [seen.node for seen in shown if seen.role not in _WORDS]
    answers = bus.ask([node.message("Accessible", "GetChildren") for node in asked])
    found = {
        node: [Node(bus, owner, path) for owner, path in answer or () if path != _NULL]
        for node, answer in zip(asked, answers, strict=True)
    }
    return [found.get(seen.node, []) for seen in shown]


def _names(state: tuple[int, int] | None) -> frozenset[str]:
    low, high = state or (0, 0)
    bits = low | high << 32
    return frozenset(name for place, name in enumerate(STATES) if bits >> place & 1)
