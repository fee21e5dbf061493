"""What a list row shows, ready to paint: plain words that pages make from the book's records."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt

from customerbook.gui.widgets.avatar import AvatarKind
from customerbook.gui.widgets.chip import Tone

ROW: int = Qt.ItemDataRole.UserRole + 10
"""Model role under which a row's view is handed to its delegate."""

WhenTone = Literal["plain", "amber", "red"]


@dataclass(frozen=True)
class BadgeView:
    """A badge or a state: its words, tone, and an icon."""

    text: str
    tone: Tone = "neutral"
    icon: str = ""


@dataclass(frozen=True)
class MarginRowView:
    """A row with a margin column, in Today and Follow-ups.

    `icon` stands in place of the ring; `second_name` is another spelling or a number beside the
    name; `ticked` shows a check box in place of the ring while several rows are chosen.
    """

    name: str
    what: str
    when: str
    when_small: str = ""
    when_tone: WhenTone = "plain"
    second_name: str = ""
    badges: tuple[BadgeView, ...] = ()
    state: BadgeView | None = None
    repeats: bool = False
    staff: str = ""
    staff_name: str = ""
    action: str = ""
    action_icon: str = ""
    icon: str = ""
    done: bool = False
    ticked: bool | None = None

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        badges = [badge.text for badge in self.badges]
        state = [self.state.text] if self.state else []
        names = [self.name, self.second_name, *badges]
        parts = [*names, self.what, self.when, self.when_small, *state]
        return ", ".join(part for part in [*parts, self.staff_name] if part)


@dataclass(frozen=True)
class CustomerRowView:
    """A customer in a list; places are (start, length) of what a search matched.

    `date` stands at the end, `aside` below it; `alert` is an icon in red with its meaning.
    """

    name: str
    second: str = ""
    name_places: tuple[tuple[int, int], ...] = ()
    second_places: tuple[tuple[int, int], ...] = ()
    second_name: str = ""
    date: str = ""
    aside: str = ""
    initials: str = ""
    identity: str = ""
    organisation: bool = False
    alert: str = ""
    alert_text: str = ""
    ticked: bool | None = None

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = [self.name, self.second_name, self.alert_text, self.second, self.date, self.aside]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class LineRowView:
    """A small row of a side list: avatar or time with icon, name over what, an end.

    `time` with `icon` is for *Lately*, initials for *Gone quiet* and *Dates*; at the end stands
    a state, an icon that only tells, or the icon of an action with its name. `second_name` is
    another spelling or a number beside the name.
    """

    name: str
    what: str
    second_name: str = ""
    time: str = ""
    icon: str = ""
    initials: str = ""
    identity: str = ""
    kind: AvatarKind = "customer"
    quiet: bool = False
    state: BadgeView | None = None
    staff: str = ""
    end_icon: str = ""
    action: str = ""
    action_icon: str = ""

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        state = self.state.text if self.state else ""
        parts = (self.name, self.second_name, self.what, self.time, state)
        return ", ".join(part for part in parts if part)
