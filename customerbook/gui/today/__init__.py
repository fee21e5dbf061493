"""Today: what was promised and is due, dates, and what happened lately."""

from PySide6.QtWidgets import QWidget

from customerbook.gui.shell import Shell
from customerbook.gui.today.page import TodayPage


def build(shell: Shell) -> QWidget:
    """The Today page."""
    return TodayPage(shell)
