"""The preview: what it shows, what is chosen, printed, saved, kept and shown again."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.documents import Options, document_named
from customerbook.gui.documents.keeping import file_name, subject_of
from customerbook.gui.documents.preview import Preview
from customerbook.model.channel import Channel
from customerbook.model.document import Document, HandedOver
from customerbook.model.errors import DiskError, NotFoundError
from customerbook.model.interaction import Interaction
from tests.gui.counter import CounterShell, press
from tests.gui.documents.paper import NAME, pages, stand_printer, text


def contact(book: Book, note: str = "Wheel trued.") -> Interaction:
    grace = book.customers.resolve("Grace Mueller").id
    made = Interaction(customer_id=grace, note=note, private_note="He smells.")
    return book.interactions.log(made).first(Interaction)


def shown(shell: CounterShell, qtbot: QtBot, kind: str, subject: int, **more: int) -> Preview:
    preview = Preview(shell, kind, subject, **more)  # type: ignore[arg-type]
    shell.show_sheet(preview)
    shell.host.activateWindow()
    qtbot.waitUntil(lambda: bool(preview.content), timeout=20000)
    return preview


def documents(book: Book, interaction: Interaction) -> list[Document]:
    return book.documents.of_interaction(interaction.id, "confirmation")


def closed(preview: Preview, qtbot: QtBot) -> None:
    preview.dismiss()
    qtbot.wait(1)


def test_a_confirmation_is_drawn_and_nothing_is_kept_by_looking(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    logged = contact(book)
    preview = shown(shell, qtbot, "confirmation", logged.id)
    assert preview.accessibleName() == "Confirmation"
    assert "Wheel trued." in text(preview.content)
    assert "smells" not in text(preview.content)
    assert preview.pages.pages.text() == "Page 1 of 1"
    assert documents(book, logged) == []
    assert not preview.shows_kept()
    closed(preview, qtbot)


def test_choosing_otherwise_draws_anew_and_only_the_newest_is_shown(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    preview = shown(shell, qtbot, "confirmation", contact(book).id)
    before = preview.content
    preview.panel.choices.signature.click()
    preview.panel.choices.paper.choose("A5")
    preview.panel.choices.paper.chosen.emit("A5")
    assert preview.content == b""
    qtbot.waitUntil(lambda: bool(preview.content), timeout=20000)
    assert preview.panel.choices.options() == Options(paper="A5", signature=False)
    assert preview.content != before
    size = preview.pages._document.pagePointSize(0)  # type: ignore[union-attr]
    assert (round(size.width()), round(size.height())) == (420, 595)
    closed(preview, qtbot)


def test_printing_keeps_the_very_bytes_and_puts_them_on_paper(
    shell: CounterShell,
    qtbot: QtBot,
    book: Book,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    used = stand_printer(monkeypatch, tmp_path / "out.pdf")
    logged = contact(book)
    preview = shown(shell, qtbot, "confirmation", logged.id)
    assert preview.panel.print_button.hasFocus()
    assert preview.panel.printer.currentText() == NAME
    preview.panel.copies.show_count(2)
    content = preview.content
    press("Return")
    qtbot.waitUntil(lambda: bool(shell.toasts()), timeout=20000)
    assert shell.toasts() == [f"Confirmation {logged.reference} is with the printer."]
    (kept,) = documents(book, logged)
    assert kept.content == content
    assert (kept.number, kept.handed_over) == (logged.reference, HandedOver.PRINTED)
    assert kept.customer_id == logged.customer_id
    assert pages(tmp_path / "out.pdf") == [(595, 842)]
    assert used().copyCount() == 2


def test_a_kept_copy_is_printed_again_as_it_was(
    shell: CounterShell,
    qtbot: QtBot,
    book: Book,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_printer(monkeypatch, tmp_path / "out.pdf")
    logged = contact(book)
    first = shown(shell, qtbot, "confirmation", logged.id)
    first.save(tmp_path / "copy.pdf")
    content = (tmp_path / "copy.pdf").read_bytes()
    book.interactions.save(
        Interaction(**{**_values(logged), "note": "Corrected."})  # type: ignore[arg-type]
    )
    again = shown(shell, qtbot, "confirmation", logged.id)
    assert again.shows_kept()
    assert again.content == content
    assert again.panel.print_button.text() == "Print again"
    assert again.panel.kept.accessibleName() == (
        "Kept copy of Sat 21 Nov. It prints exactly as it was handed over."
    )
    again.print()
    qtbot.waitUntil((tmp_path / "out.pdf").exists, timeout=20000)
    qtbot.waitUntil(lambda: not shell.jobs.busy(), timeout=20000)
    assert len(documents(book, logged)) == 1


def test_a_new_one_takes_the_place_of_the_kept_one(
    shell: CounterShell, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    logged = contact(book)
    shown(shell, qtbot, "confirmation", logged.id).save(tmp_path / "one.pdf")
    (first,) = documents(book, logged)
    again = shown(shell, qtbot, "confirmation", logged.id)
    again.panel.kept.action.click()
    qtbot.waitUntil(lambda: bool(again.content), timeout=20000)
    again.panel.choices.qr.click()
    qtbot.waitUntil(lambda: bool(again.content), timeout=20000)
    assert not again.shows_kept()
    assert "takes the place of the one of Sat 21 Nov" in again.panel.kept.accessibleName()
    again.panel.kept.action.click()
    assert again.shows_kept()
    again.panel.kept.action.click()
    qtbot.waitUntil(lambda: bool(again.content), timeout=20000)
    again.save(tmp_path / "two.pdf")
    newest, older = documents(book, logged)
    assert older == first
    assert newest.supersedes_id == first.id
    assert newest.content == (tmp_path / "two.pdf").read_bytes()
    assert newest.content != first.content
    old = shown(shell, qtbot, "confirmation", logged.id, document_id=first.id)
    assert old.content == first.content
    closed(old, qtbot)


def test_a_summary_is_made_anew_each_time_and_gets_a_number(
    shell: CounterShell, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    grace = book.customers.resolve("Grace Mueller").id
    preview = shown(shell, qtbot, "summary", grace)
    assert preview.panel.choices.signature.isHidden()
    assert "Puncture mended" in text(preview.content)
    preview.save(tmp_path / "summary.pdf")
    (kept,) = book.documents.of_customer(grace)
    assert kept.kind == "summary"
    assert kept.number
    again = shown(shell, qtbot, "summary", grace)
    assert not again.shows_kept()
    again.panel.choices.period.choose("year")
    again.panel.choices.period.activated.emit(1)
    qtbot.waitUntil(lambda: bool(again.content), timeout=20000)
    assert again.panel.choices.options().period.first is not None
    closed(again, qtbot)


def test_without_a_printer_it_says_so_and_offers_to_save(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    logged = contact(book)
    preview = shown(shell, qtbot, "confirmation", logged.id)
    assert not preview.panel.trouble.isHidden()
    assert "No printer is set up" in preview.panel.trouble.accessibleName()
    assert not preview.panel.print_button.isEnabled()
    assert preview.panel.save_button.kind == "primary"
    assert preview.panel.save_button.hasFocus()
    press("Ctrl+P")
    assert documents(book, logged) == []
    closed(preview, qtbot)


def test_saving_asks_for_a_place_and_cancelling_keeps_nothing(
    shell: CounterShell,
    qtbot: QtBot,
    book: Book,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    logged = contact(book)
    preview = shown(shell, qtbot, "confirmation", logged.id)
    offered: list[str] = []
    answers = iter([("", ""), (str(tmp_path / "mine"), "")])

    def ask(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return next(answers)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    press("Ctrl+S")
    assert documents(book, logged) == []
    assert not preview.isHidden()
    press("Ctrl+S")
    assert offered == [f"Confirmation {logged.reference}.pdf"] * 2
    assert (tmp_path / "mine.pdf").read_bytes() == preview.content
    assert len(documents(book, logged)) == 1
    assert shell.toasts() == ["Saved as mine.pdf"]


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_kept(
    shell: CounterShell, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    logged = contact(book)
    preview = shown(shell, qtbot, "confirmation", logged.id)
    preview.save(tmp_path / "no" / "such" / "folder.pdf")
    assert "could not be written" in preview.panel.trouble.accessibleName()
    assert documents(book, logged) == []
    assert not preview.isHidden()
    closed(preview, qtbot)


def test_what_the_book_refuses_is_not_printed(
    shell: CounterShell,
    qtbot: QtBot,
    book: Book,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_printer(monkeypatch, tmp_path / "out.pdf")
    preview = shown(shell, qtbot, "confirmation", contact(book).id)

    def full(_document: Document) -> None:
        raise DiskError("The disk is full. Nothing was written.")

    monkeypatch.setattr(book.documents, "keep", full)
    preview.print()
    assert "The disk is full" in preview.panel.trouble.accessibleName()
    qtbot.wait(50)
    assert not (tmp_path / "out.pdf").exists()
    closed(preview, qtbot)


def test_print_pressed_at_once_prints_as_soon_as_it_is_drawn(
    shell: CounterShell,
    qtbot: QtBot,
    book: Book,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_printer(monkeypatch, tmp_path / "out.pdf")
    logged = contact(book)
    preview = Preview(shell, "confirmation", logged.id)
    shell.show_sheet(preview)
    preview.print()
    qtbot.waitUntil(lambda: bool(shell.toasts()), timeout=20000)
    assert len(documents(book, logged)) == 1


def test_keys_zoom_and_turn_pages(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    preview = shown(shell, qtbot, "confirmation", contact(book, "Long. " * 1500).id)
    assert preview.pages.page_count() > 1
    view = preview.pages.view
    assert view.zoomMode() == QPdfView.ZoomMode.FitInView
    press("Ctrl++")
    assert view.zoomMode() == QPdfView.ZoomMode.Custom
    larger = view.zoomFactor()
    press("Ctrl++")
    assert view.zoomFactor() > larger
    press("Ctrl+-")
    press("Ctrl+0")
    assert view.zoomMode() == QPdfView.ZoomMode.FitInView
    press("PgDown")
    assert preview.pages.pages.text().startswith("Page 2 of")
    press("PgUp")
    assert preview.pages.pages.text().startswith("Page 1 of")
    closed(preview, qtbot)


def test_the_language_of_the_customer_is_taken_where_it_is_known(book: Book) -> None:
    subject = subject_of(book, document_named("confirmation"), contact(book).id)
    assert subject.language == "en"
    with pytest.raises(NotFoundError):
        subject_of(book, document_named("confirmation"), 99999)


def test_a_whole_page_has_no_bars_and_a_larger_one_does(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    shell.host.resize(1280, 800)
    preview = shown(shell, qtbot, "confirmation", contact(book).id)
    view = preview.pages.view
    assert not view.verticalScrollBar().isVisible()
    for _step in range(4):
        preview.pages.zoom(1)
    qtbot.waitUntil(lambda: view.verticalScrollBar().isVisible())
    preview.pages.fit()
    qtbot.waitUntil(lambda: not view.verticalScrollBar().isVisible())
    closed(preview, qtbot)


def test_it_says_how_the_customer_wants_to_hear_and_that_a_copy_stays(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    grace = book.customers.resolve("Grace Mueller")
    book.customers.save(replace(grace, preferred_channel=Channel.EMAIL))
    preview = shown(shell, qtbot, "confirmation", contact(book).id)
    assert preview.panel.kept.isVisible()
    assert preview.panel.kept.accessibleName() == "Prefers email. A copy stays in the timeline."
    assert preview.panel.kept.action.isHidden()
    closed(preview, qtbot)
    summary = shown(shell, qtbot, "summary", grace.id)
    assert summary.panel.kept.isHidden()
    closed(summary, qtbot)


def test_files_get_names_that_every_system_takes(book: Book) -> None:
    grace = book.customers.resolve("Grace Mueller")
    book.customers.save(type(grace)(id=grace.id, family='A/B: "C" <d>|?*'))
    subject = subject_of(book, document_named("summary"), grace.id)
    assert file_name(subject) == "Customer summary A B C d.pdf"


def _values(interaction: Interaction) -> dict[str, object]:
    return {name: getattr(interaction, name) for name in interaction.__slots__}
