"""The Customers page: the list, the card beside it, and the form of a customer."""

from PySide6.QtWidgets import QWidget

from customerbook.gui.shell import Shell


def build(shell: Shell) -> QWidget:
    """The page."""
    from customerbook.gui.customers.page import CustomersPage  # noqa: PLC0415 - built when shown

    return CustomersPage(shell)
