"""A person who works with a screen reader: finds things by what they are called and acts on them.

Nothing here sends a key or a click; all goes over AT-SPI.
"""

import time
from collections.abc import Callable
from typing import Final, TypeVar

from tests.accessibility.bus import Bus
from tests.accessibility.spi import Seen, first, look, menus, programs

T = TypeVar("T")

PATIENCE: Final = 30.0
"""Seconds after which what does not happen is not going to; a busy computer needs a few."""


class Reader:
    """Reads the programs on a bus."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus

    def everything(self) -> list[Seen]:
        """All that is shown, in the order in which it is read."""
        tops = look(self.bus, [*programs(self.bus), *menus(self.bus)])
        return [seen for top in tops for seen in top.all()]

    def seek(self, name: str, role: str = "") -> Seen | None:
        """What is called so and shown now, the first there is; a name may end in “…”."""
        tops = [*programs(self.bus), *menus(self.bus)]
        return first(self.bus, tops, lambda kind, called: _fits(kind, called, name, role))

    def find(self, name: str, role: str = "") -> Seen:
        """What is called so, waited for."""
        return self.wait(lambda: self.seek(name, role), f"{role} “{name}”")

    def press(self, name: str, role: str = "") -> None:
        """Do what a button or a choice is for, as soon as it can be done."""

        def pressable() -> Seen | None:
            seen = self.seek(name, role)
            return seen if seen is not None and _DO.intersection(seen.actions) else None

        seen = self.wait(pressable, f"{role} “{name}” that can be pressed")
        seen.node.act("Press" if "Press" in seen.actions else "Toggle")

    def take(self, command: str, area: str) -> None:
        """Take a row of the menu that is open; it may stand in a menu of its area."""

        def nearest() -> Seen | None:
            return self.seek(command, "menu item") or self.seek(area, "menu item")

        row = self.wait(nearest, f"{area}, {command}")
        if row.name != command:
            row.node.act("Show Menu")
        self.press(command, "menu item")

    def write(self, name: str, text: str) -> None:
        """Put a text into the field of this name."""
        self.find(name, "text").node.write(text)

    def hear(self, text: str) -> str:
        """What is said at once and begins so, waited for."""
        begins = text.removesuffix("…")

        def heard() -> str | None:
            said = self.bus.announced()
            return next((words for words in said if words.startswith(begins)), None)

        return self.wait(heard, f"word of “{text}”")

    def gone(self, seen: Seen) -> None:
        """Wait until something is shown no more."""
        self.wait(lambda: "showing" not in seen.node.states(), f"the end of “{seen.name}”")

    def wait(self, asked: Callable[[], T | None], what: str) -> T:
        """What is asked for, as soon as it is there."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := asked():
                return found
            time.sleep(0.02)
        raise AssertionError(f"it never came: {what}; there is:\n{self.told()}")

    def told(self) -> str:
        """All that is shown and has a name, a line each."""
        return "\n".join(f"{seen.role} “{seen.name}”" for seen in self.everything() if seen.name)


_DO: Final = {"Press", "Toggle"}


def _fits(kind: str, called: str, name: str, role: str) -> bool:
    same = called.startswith(name[:-1]) if name.endswith("…") else called == name
    return same and role in ("", kind)
