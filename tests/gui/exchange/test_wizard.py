"""Bring in customers: nothing is written before it is confirmed, one undo takes it back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from customerbook.book import importing
from customerbook.book.book import Book
from customerbook.book.importing import Plan
from customerbook.book.step import Cancelled, Step
from customerbook.gui.exchange.reading import example
from customerbook.gui.exchange.result_step import done_words
from customerbook.gui.exchange.rows import FileRow
from customerbook.gui.exchange.wizard import ImportWizard
from customerbook.gui.widgets.row_view import ROW
from customerbook.model.change import Change
from customerbook.model.customer import Customer
from customerbook.model.errors import DiskError
from tests.gui.counter import CounterShell, press

TABLE = """Nachname;Vorname;Firma;Tel. mobil;E-Mail-Adresse;Geburtstag
Schwarzenbach;Annegret;;0171 3920065;a.schwarzenbach@example.org;
Mueller;Grace;;0171 3920031;grace@example.org;
Müller;Hannelore;;+49 171 3920030;;
;;;;;3.4.1980
Þórsdóttir;Birna;;;birna@example.is;
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "kunden.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def opened(shell: CounterShell, qtbot: QtBot, path: Path | None = None) -> ImportWizard:
    wizard = ImportWizard(shell, path)
    shell.show_sheet(wizard)
    shell.host.activateWindow()
    qtbot.waitUntil(shell.host.isActiveWindow)
    if path is not None:
        read(wizard, qtbot)
    return wizard


def read(wizard: ImportWizard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: wizard.reading() is not None, timeout=20000)


def rows(wizard: ImportWizard) -> list[FileRow]:
    model = wizard.check.table.rows
    return [model.index(row).data(ROW) for row in range(model.rowCount())]


def figures(wizard: ImportWizard) -> list[str]:
    tiles = wizard.check.tiles
    return [tile.text() for tile in (tiles.new, tiles.filled, tiles.same, tiles.refused)]


def closed(wizard: ImportWizard, qtbot: QtBot) -> None:
    wizard.dismiss()
    qtbot.waitUntil(lambda: not wizard._shell.jobs.busy(), timeout=20000)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("added", "changed", "words"),
    [
        (1, 0, "1 customer is new. One undo takes all of it back."),
        (0, 2, "2 customers were filled in. One undo takes all of it back."),
        (2, 1, "2 customers are new, 1 was filled in. One undo takes all of it back."),
        (0, 0, "The book has all of it already."),
    ],
)
def test_what_was_not_done_is_not_said(added: int, changed: int, words: str) -> None:
    ada = Customer(given="Ada")
    plan = Plan(added=[ada] * added, changed=[(ada, ada)] * changed)
    assert done_words(plan, "en") == words


def test_a_file_is_understood_and_said_and_nothing_is_written(
    shell: CounterShell, qtbot: QtBot, book: Book, table: Path
) -> None:
    count = book.customers.count()
    wizard = opened(shell, qtbot, table)
    assert wizard.step() == 0
    assert wizard.file._facts.text() == "CSV, 5 rows, separated by semicolons, UTF-8"
    assert wizard.foot.next.hasFocus()
    press("Return")
    assert wizard.step() == 1
    assert figures(wizard) == ["2", "1", "1", "1"]
    assert [(row.line, row.kind) for row in rows(wizard)] == [
        (2, "new"),
        (3, "filled"),
        (4, "same"),
        (5, "refused"),
        (6, "new"),
    ]
    refused = rows(wizard)[3].spoken()
    assert refused.startswith("refused, Row 5: There is neither a name nor a way to reach")
    assert wizard.foot.next.text() == "Bring in 3 customers"
    assert book.customers.count() == count
    assert book.undoable().operation != "customer.import"  # type: ignore[union-attr]
    closed(wizard, qtbot)


def test_chips_show_rows_of_one_kind(shell: CounterShell, qtbot: QtBot, table: Path) -> None:
    wizard = opened(shell, qtbot, table)
    wizard._go_on()
    chips = wizard.check.chips
    assert [chip.text() for chip in chips.values() if not chip.isHidden()] == [
        "All rows",
        "New 2",
        "Filled in 1",
        "The same 1",
        "Refused 1",
    ]
    chips["refused"].click()
    assert [row.line for row in rows(wizard)] == [5]
    chips["new"].click()
    assert [row.cells()[0] for row in rows(wizard)] == [
        "Annegret Schwarzenbach",
        "Birna Þórsdóttir",
    ]
    closed(wizard, qtbot)


def test_what_is_confirmed_is_written_and_taken_back(
    shell: CounterShell, qtbot: QtBot, book: Book, table: Path
) -> None:
    changes: list[Change] = []
    shell.session.changed.connect(changes.append)
    count = book.customers.count()
    wizard = opened(shell, qtbot, table)
    press("Return")
    press("Return")
    qtbot.waitUntil(wizard.foot.close.isVisible, timeout=20000)
    assert wizard.step() == 2
    assert book.customers.count() == count + 2
    assert book.customers.resolve("Grace Mueller").emails == ("grace@example.org",)
    assert [change.operation for change in changes] == ["customer.import"]
    said = "2 customers are new, 1 was filled in. One undo takes all of it back."
    assert wizard.result.sentence.text() == said
    result = wizard.result
    tiles = (result.tiles.new, result.tiles.filled, result.tiles.same, result.tiles.refused)
    assert [tile.text() for tile in tiles] == ["2", "1", "1", "1"]
    assert [row.line for row in result.left_out.table.rows._rows] == [5]
    assert result.newest.isVisible()
    assert wizard.foot.report.isVisible()
    wizard.foot.undo.click()
    qtbot.waitUntil(lambda: wizard.result.heading.text() == "Taken back.", timeout=20000)
    assert book.customers.count() == count
    assert book.customers.resolve("Grace Mueller").emails == ()
    assert not wizard.foot.undo.isVisible()
    assert not result.tiles.isVisible()
    assert not result.left_out.isVisible()
    assert not result.newest.isVisible()
    assert changes[-1].operation == "undo customer.import"
    closed(wizard, qtbot)


def test_one_may_go_on_to_those_who_are_new(shell: CounterShell, qtbot: QtBot, table: Path) -> None:
    wizard = opened(shell, qtbot, table)
    wizard.newest_wanted.connect(shell.show_newest)
    press("Return")
    press("Return")
    qtbot.waitUntil(wizard.foot.close.isVisible, timeout=20000)
    wizard.result.newest.click()
    assert shell.asked[-1] == ("show_newest",)
    qtbot.waitUntil(lambda: not wizard.isVisible())


def test_another_encoding_and_separator_can_be_chosen(
    shell: CounterShell, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("Nachname,Vorname\nŁukasz,Żak\n".encode("cp1250"))
    wizard = opened(shell, qtbot, path)
    assert wizard.file.encoding.value() == "cp1252"
    assert not wizard.file._guess.isHidden()
    wizard.file.encoding.choose("cp1250")
    wizard.file.encoding.activated.emit(0)
    assert wizard.reading() is None
    read(wizard, qtbot)
    reading = wizard.reading()
    assert reading is not None
    assert reading.plan.added[0].family == "Łukasz"
    wizard.file.separator.choose(";")
    wizard.file.separator.activated.emit(0)
    read(wizard, qtbot)
    reading = wizard.reading()
    assert reading is not None
    assert reading.file.separator == ";"
    closed(wizard, qtbot)


def test_a_file_that_cannot_be_read_is_said(
    shell: CounterShell, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = opened(shell, qtbot)
    wizard.read(tmp_path / "no such file.csv")
    qtbot.waitUntil(lambda: not wizard.file.trouble.isHidden(), timeout=20000)
    assert wizard.file.trouble.accessibleName() == "There is no file “no such file.csv”."
    assert not wizard.foot.next.isEnabled()
    picture = tmp_path / "picture.csv"
    picture.write_bytes(bytes(range(256)) * 40)
    wizard.read(picture)
    qtbot.waitUntil(lambda: "not a text file" in wizard.file.trouble.accessibleName())
    closed(wizard, qtbot)


def test_a_file_can_be_chosen_or_dropped(
    shell: CounterShell,
    qtbot: QtBot,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wizard = opened(shell, qtbot)
    kinds: list[str] = []

    def ask(_parent: object, _title: str, _folder: str, filters: str) -> tuple[str, str]:
        kinds.append(filters)
        return str(table), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    assert wizard.file.zone.choose.hasFocus()
    press("Return")
    read(wizard, qtbot)
    assert "*.vcf" in kinds[0]
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(example()))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    wizard.file.zone.dropEvent(drop)
    assert wizard.reading() is None
    read(wizard, qtbot)
    reading = wizard.reading()
    assert reading is not None
    assert reading.file.format.name == "vcard"
    dragged.setUrls([QUrl("https://example.org/a.vcf")])
    wizard.file.zone.dropEvent(drop)
    assert wizard.reading() is reading
    closed(wizard, qtbot)


def test_the_example_is_not_offered_beside_real_customers(
    shell: CounterShell, qtbot: QtBot
) -> None:
    wizard = opened(shell, qtbot)
    assert wizard.file.example.isHidden()
    closed(wizard, qtbot)


def test_the_example_is_offered_while_the_book_is_empty(
    empty_shell: CounterShell, qtbot: QtBot
) -> None:
    wizard = opened(empty_shell, qtbot)
    assert not wizard.file.example.isHidden()
    wizard.file.example.click()
    read(wizard, qtbot)
    reading = wizard.reading()
    assert reading is not None
    assert len(reading.plan.added) > 5
    wizard._go_on()
    wizard.bring_in()
    qtbot.waitUntil(wizard.foot.close.isVisible, timeout=20000)
    assert empty_shell.session.book.customers.count() == len(reading.plan.added)
    closed(wizard, qtbot)


def test_stopping_writes_nothing(
    shell: CounterShell,
    qtbot: QtBot,
    book: Book,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    count = book.customers.count()
    wizard = opened(shell, qtbot, table)
    run = importing.run

    def slow(of: Book, plan: Plan, *, progress: Step, cancelled: Cancelled) -> Change:
        while not cancelled():
            progress(1)
        return run(of, plan, progress=progress, cancelled=cancelled)

    monkeypatch.setattr(importing, "run", slow)
    wizard._go_on()
    wizard.bring_in()
    assert wizard.foot.stop.isVisible()
    press("Esc")
    qtbot.waitUntil(wizard.foot.close.isVisible, timeout=20000)
    assert not wizard.isHidden()
    assert wizard.result.heading.text() == "Nothing was brought in."
    assert not wizard.foot.undo.isVisible()
    assert book.customers.count() == count
    press("Esc")
    assert wizard.isHidden()


def test_a_full_disk_is_said_in_words(
    shell: CounterShell,
    qtbot: QtBot,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wizard = opened(shell, qtbot, table)

    def full(*_args: object, **_more: object) -> Change:
        raise DiskError("The disk is full. Nothing was written.")

    monkeypatch.setattr(importing, "run", full)
    wizard._go_on()
    wizard.bring_in()
    qtbot.waitUntil(wizard.foot.close.isVisible, timeout=20000)
    assert wizard.result.sentence.text() == "The disk is full. Nothing was written."
    closed(wizard, qtbot)


def test_what_could_not_be_taken_back_can_be_undone(
    shell: CounterShell, qtbot: QtBot, book: Book, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = book.customers.count()
    wizard = opened(shell, qtbot, table)
    run = importing.run

    def half(*args: Any, **more: Any) -> Change:
        change = run(*args, **more)
        raise importing.PartlyWrittenError("The disk is full. 3 customers are in.", change)

    monkeypatch.setattr(importing, "run", half)
    wizard._go_on()
    wizard.bring_in()
    qtbot.waitUntil(wizard.foot.close.isVisible, timeout=20000)
    assert wizard.result.heading.text() == "Not all was brought in."
    assert wizard.result.sentence.text() == "The disk is full. 3 customers are in."
    assert book.customers.count() > count
    wizard.foot.undo.click()
    qtbot.waitUntil(lambda: wizard.result.heading.text() == "Taken back.", timeout=20000)
    assert book.customers.count() == count
    closed(wizard, qtbot)


def test_an_undo_that_fails_leaves_what_was_brought_in(
    shell: CounterShell, qtbot: QtBot, book: Book, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = opened(shell, qtbot, table)
    wizard._go_on()
    wizard.bring_in()
    qtbot.waitUntil(wizard.foot.close.isVisible, timeout=20000)

    def full(_step: object) -> Change:
        raise DiskError("The disk is full. Nothing was changed.")

    monkeypatch.setattr(book, "undo", full)
    wizard.foot.undo.click()
    qtbot.waitUntil(wizard.foot.close.isVisible, timeout=20000)
    assert wizard.result.heading.text() == "Done."
    assert wizard.result.banner.accessibleName() == "The disk is full. Nothing was changed."
    assert wizard.foot.undo.isVisible()
    closed(wizard, qtbot)


def test_the_report_names_each_refused_row(
    shell: CounterShell, qtbot: QtBot, table: Path, tmp_path: Path
) -> None:
    wizard = opened(shell, qtbot, table)
    wizard._go_on()
    assert wizard.foot.report.isVisible()
    wizard.save_report(tmp_path / "report.txt")
    lines = (tmp_path / "report.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "kunden.csv: rows that were refused"
    assert lines[2] == "Row 5: There is neither a name nor a way to reach anyone in this row."
    wizard.save_report(tmp_path / "no" / "report.txt")
    assert "could not be written" in wizard.foot.text()
    closed(wizard, qtbot)


def test_a_file_with_nothing_new_cannot_be_brought_in(
    shell: CounterShell, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "known.csv"
    path.write_text("Name,Phone\nHannelore Müller,+49 171 3920030\n", encoding="utf-8")
    wizard = opened(shell, qtbot, path)
    wizard._go_on()
    assert not wizard.foot.next.isEnabled()
    assert wizard.foot.next.toolTip() == "There is nothing new in this file."
    wizard.foot.back.click()
    assert wizard.step() == 0
    assert wizard.foot.next.isEnabled()
    closed(wizard, qtbot)


def test_closing_while_a_file_is_read_leaves_nothing_behind(
    shell: CounterShell, qtbot: QtBot, table: Path
) -> None:
    wizard = ImportWizard(shell, table)
    shell.show_sheet(wizard)
    wizard.dismiss()
    assert wizard.isHidden()
    qtbot.waitUntil(lambda: not shell.jobs.busy(), timeout=20000)
