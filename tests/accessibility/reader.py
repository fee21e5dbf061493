"""A person who works with a screen reader: finds things by what they are called and acts on them.

Nothing here sends a key or a click; all goes over AT-SPI.
"""

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from jeepney.wrappers import DBusErrorResponse

from tests.accessibility.spi import Bus, Node

T = TypeVar("T")

PATIENCE: Final = 20.0
"""Seconds after which what does not happen is not going to; a busy computer needs a few."""


class Reader:
    """Reads one program."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus

    def find(self, name: str, role: str = "") -> Node:
        """What is called so, waited for; the first that is read, if several are."""
        return self.wait(lambda: self.seek(name, role), f"“{name}” {role}")

    def seek(self, name: str, role: str = "") -> Node | None:
        """What is called so and is shown now; None if nothing is. A name may end in “…”."""
        with contextlib.suppress(DBusErrorResponse):  # it went while it was being read
            for node in self.everything():
                if _called(node, name) and role in ("", node.role):
                    return node
        return None

    def everything(self) -> Iterator[Node]:
        """All that is shown, in the order in which it is read."""
        for program in self.bus.programs():
            for window in program.children():
                yield from window.showing()

    def press(self, name: str, role: str = "") -> None:
        """Do what a button, a choice or a row is for."""
        node = self.find(name, role)
        self.wait(node.actions, f"an action of “{name}”")
        node.act("Press" if "Press" in node.actions() else "Toggle")

    def wait(self, look: Callable[[], T | None], what: str) -> T:
        """What is looked for, as soon as it is there."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := look():
                return found
            time.sleep(0.02)
        raise AssertionError(f"it never came: {what}; there is:\n{self.told()}")

    def told(self) -> str:
        """All that is shown, a line each, to see why something was not found."""
        return "\n".join(f"{node.role} “{node.name}”" for node in self.everything())


def _called(node: Node, name: str) -> bool:
    if name.endswith("…"):
        return node.name.startswith(name[:-1])
    return node.name == name
