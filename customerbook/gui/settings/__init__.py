"""The Settings page: the shop, what it logs by, how the window looks, what was done."""

from PySide6.QtWidgets import QWidget

from customerbook.gui.shell import Shell


def build(shell: Shell) -> QWidget:
    """The page, with its first section."""
    from customerbook.gui.settings.page import SettingsPage  # noqa: PLC0415 - when it is shown

    return SettingsPage(shell)
