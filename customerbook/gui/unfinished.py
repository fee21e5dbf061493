"""A contact that was being logged when the window was locked or the program ended."""

from dataclasses import dataclass

from customerbook.gui.shell import Shell
from customerbook.model.channel import Channel
from customerbook.model.errors import BookError


@dataclass(frozen=True)
class Unfinished:
    """A draft of the log form: how it was opened, so that opening it so finds the draft again."""

    channel: Channel
    customer_id: int | None
    completes: int | None

    def go_on(self, shell: Shell) -> None:
        """Open the form again; a follow-up that was done meanwhile is said."""
        try:
            shell.log(self.channel, customer_id=self.customer_id, completes=self.completes)
        except BookError as error:
            shell.say(error)


def unfinished(shell: Shell) -> Unfinished | None:
    """The draft that was kept last; None if there is none."""
    drafts = shell.session.book.drafts.get("log") or {}
    for matter, values in reversed(drafts.items()):
        first, _space, second = matter.partition(" ")
        number = int(second) if second.isdigit() else None
        follows = first == "follow-up"
        # A form lies under the channel it was opened with, whatever was chosen in it since.
        kind = values.get("channel", "") if follows and isinstance(values, dict) else first
        if kind in set(Channel):
            return Unfinished(
                Channel(kind), None if follows else number, number if follows else None
            )
    return None
