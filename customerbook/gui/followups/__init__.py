"""Follow-ups and promises: the list by when, the month beside it, and the form of a new one."""

from PySide6.QtWidgets import QWidget

from customerbook.gui.shell import Shell


def build(shell: Shell) -> QWidget:
    """The Follow-ups page."""
    from customerbook.gui.followups.page import FollowUpsPage  # noqa: PLC0415 - Today wants parts

    return FollowUpsPage(shell)
