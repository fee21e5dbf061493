"""Customers written to a file: the format from a menu, the place from the system's dialog."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from customerbook.exchange.writers import EXPORTS, Export, one_by_one
from customerbook.gui.confirming import confirmed
from customerbook.gui.files import ask_file, write_whole
from customerbook.gui.jobs import Progress
from customerbook.gui.languages import counted
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.working import Working, go_on
from customerbook.model.texts import _, ngettext


def ask_format(shell: Shell, ids: Sequence[int], anchor: QWidget) -> Menu:
    """Offer the kinds of file beside a button."""
    menu = Menu(anchor)
    for export in EXPORTS:
        menu.add(export.title(), partial(ask_place, shell, ids, export), icon="file-text")
    menu.aboutToHide.connect(menu.deleteLater)
    menu.open_beside(anchor)
    return menu


def ask_place(shell: Shell, ids: Sequence[int], export: Export) -> None:
    """Ask for the owner's passphrase and the file, and write it unless that is called off."""
    confirmed(shell, _("Export customers"), partial(_ask_place, shell, ids, export))


def _ask_place(shell: Shell, ids: Sequence[int], export: Export) -> None:
    usual = _("Customers") + export.suffix
    path = ask_file(shell.sheet_host(), _("Export customers"), usual, export.title())
    if path is not None:
        write_customers(shell, ids, export, path)


def write_customers(shell: Shell, ids: Sequence[int], export: Export, path: Path) -> None:
    """Write customers to a file in a worker; the toast says how many, and where they are."""
    book = shell.session.book

    def work(progress: Progress) -> int:
        portions = book.customers.for_export(ids, export.title())
        customers = one_by_one(portions, partial(go_on, progress))
        return write_whole(path, lambda out: export.write(customers, out))

    def done(count: int) -> None:
        words = ngettext(
            "{n} customer written to “{name}” in {folder}.",
            "{n} customers written to “{name}” in {folder}.",
            count,
        )
        number = counted(count, book.shop().language)
        shell.toast(words.format(n=number, name=path.name, folder=path.parent.name))

    Working(
        shell,
        _("Exporting customers"),
        len(ids),
        work,
        done=done,
        stopped=lambda: shell.toast(_("Stopped. No file was written.")),
    )
