"""Settings: what is written goes into the book and can be undone; looks stay on this computer."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.device import Device
from customerbook.gui.settings.appearance import AppearanceSection
from customerbook.gui.settings.change_log import ChangeLogSection, ChangeRow
from customerbook.gui.settings.logo import read_logo
from customerbook.gui.settings.page import SECTIONS, SettingsPage
from customerbook.gui.settings.shop import ShopSection
from customerbook.gui.settings.snippets import SnippetFields, SnippetsSection
from customerbook.gui.settings.topics import TopicRow, TopicsSection
from customerbook.model.catalogue import Snippet
from customerbook.model.change_words import KNOWN_OPERATIONS, change_words
from customerbook.model.errors import UnreadableFileError
from tests.gui.counter import CounterShell, book, press, shell, template, type_words

__all__ = ["book", "shell", "template"]


@pytest.fixture
def page(shell: CounterShell) -> Iterator[SettingsPage]:
    made = SettingsPage(shell)
    shell.column.addWidget(made)
    made.refresh(None)
    shell.session.changed.connect(made.refresh)
    yield made
    shell.session.changed.disconnect(made.refresh)


def picture(path: Path, width: int = 40, height: int = 20, kind: str = "PNG") -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(30, 91, 69))
    image.setText("Comment", "who made it")
    assert image.save(str(path), kind)  # type: ignore[call-overload]
    return path


def test_every_section_opens_and_comes_back_after_a_lock(page: SettingsPage) -> None:
    for kind in SECTIONS:
        page.show_section(kind.id)
        assert page.section().isVisible()
        assert page.state() == {"section": kind.id}
    page.restore({"section": "topics"})
    assert isinstance(page.section(), TopicsSection)
    page.restore({"section": "gone"})
    assert isinstance(page.section(), TopicsSection)


def test_the_shop_is_written_and_undone(page: SettingsPage, shell: CounterShell) -> None:
    section = page.section()
    assert isinstance(section, ShopSection)
    assert not section.save_button.isEnabled()
    section.focus_first()
    press("Ctrl+A")
    type_words("Radwerk Süd")
    section.fields["phone"].setText("+49 89 5550100")
    section.minutes.choose(0)
    section.minutes.activated.emit(0)
    assert section.save_button.isEnabled()
    press("Return")
    kept = shell.session.book.shop()
    assert (kept.name, kept.phone, kept.lock_minutes) == ("Radwerk Süd", "+49 89 5550100", 0)
    assert shell.toasts() == ["Saved"]
    assert not section.save_button.isEnabled()
    shell.session.undo()
    assert section.fields["name"].text() == "Radwerk Linden"


def test_what_goes_into_the_form_comes_out_of_it(page: SettingsPage, shell: CounterShell) -> None:
    section = page.section()
    assert isinstance(section, ShopSection)
    assert section.shop() == shell.session.book.shop()


def test_a_shop_without_name_is_refused_at_its_field(
    page: SettingsPage, shell: CounterShell
) -> None:
    section = page.section()
    assert isinstance(section, ShopSection)
    section.fields["name"].clear()
    section.fields["name"].textEdited.emit("")
    section.save()
    assert section.fields["name"].error()
    assert shell.session.book.shop().name == "Radwerk Linden"


def test_a_logo_is_taken_and_taken_away(
    page: SettingsPage, shell: CounterShell, tmp_path: Path
) -> None:
    section = page.section()
    assert isinstance(section, ShopSection)
    section.logo.take_file(picture(tmp_path / "logo.jpg", kind="JPG"))
    section.save()
    kept = shell.session.book.shop().logo
    assert kept.startswith(b"\x89PNG")
    section.logo._remove.click()
    section.save()
    assert shell.session.book.shop().logo == b""


def test_a_logo_is_made_small_and_nothing_else_of_the_file_stays(
    qapp: object, tmp_path: Path
) -> None:
    logo = read_logo(picture(tmp_path / "large.png", 3000, 1500))
    image = QImage.fromData(logo)
    assert (image.width(), image.height()) == (1200, 600)
    assert b"who made it" not in logo


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n damaged"])
def test_what_is_no_picture_is_refused(qapp: object, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError):
        read_logo(path)
    with pytest.raises(UnreadableFileError):
        read_logo(tmp_path / "gone.png")


def topics_of(section: TopicsSection) -> list[TopicRow]:
    return [row for row in section.rows.rows() if isinstance(row, TopicRow)]


def test_topics_are_added_renamed_and_switched_off(page: SettingsPage, shell: CounterShell) -> None:
    page.show_section("topics")
    section = page.section()
    assert isinstance(section, TopicsSection)
    book = shell.session.book
    section.focus_first()
    type_words("Añadidos")
    press("Return")
    assert book.topics.named("Añadidos") is not None
    assert section.new.text() == ""
    row = next(row for row in topics_of(section) if row.topic.name == "Brakes and gears")
    row.field.setFocus()
    press("Ctrl+A")
    type_words("Brakes")
    before = len(book.changes.latest(500))
    press("Return")
    press("Tab")
    assert len(book.changes.latest(500)) == before + 1
    assert book.topics.named("Brakes") is not None
    row = next(row for row in topics_of(section) if row.topic.name == "Brakes")
    row.switch.click()
    assert book.topics.named("Brakes") is None
    row = next(row for row in topics_of(section) if row.topic.name == "Brakes")
    assert not row.switch.isChecked()
    section.new.setText("brakes")
    section.add()
    assert book.topics.named("Brakes") is not None


def test_a_topic_without_name_keeps_the_old_one(page: SettingsPage, shell: CounterShell) -> None:
    page.show_section("topics")
    section = page.section()
    assert isinstance(section, TopicsSection)
    section.add()
    row = topics_of(section)[0]
    name = row.topic.name
    row.field.clear()
    row.field.editingFinished.emit()
    assert row.field.text() == name
    assert [what for what, *_rest in shell.asked] == ["say", "say"]


def snippets_of(section: SnippetsSection) -> list[Snippet]:
    return [row.written() for row in section.rows.rows() if isinstance(row, SnippetFields)]


def test_snippets_are_added_changed_and_deleted(page: SettingsPage, shell: CounterShell) -> None:
    page.show_section("snippets")
    section = page.section()
    assert isinstance(section, SnippetsSection)
    book = shell.session.book
    section.focus_first()
    type_words(";late")
    press("Return")
    type_words("We are sorry.")
    press("Return")
    assert [s.keyword for s in snippets_of(section)] == ["guarantee", "late", "thanks"]
    section.new.keyword.setText("late")
    section.new.text.setText("We are very sorry.")
    section.add()
    assert [s.text for s in book.snippets.all() if s.keyword == "late"] == ["We are very sorry."]
    row = section.rows.rows()[1]
    assert isinstance(row, SnippetFields)
    row.text.setText("Sorry.")
    row.text.editingFinished.emit()
    assert [s.text for s in book.snippets.all() if s.keyword == "late"] == ["Sorry."]
    section._remove(book.snippets.all()[1])
    assert [s.keyword for s in snippets_of(section)] == ["guarantee", "thanks"]
    shell.session.undo()
    assert len(snippets_of(section)) == 3


def test_a_keyword_of_two_words_is_refused(page: SettingsPage, shell: CounterShell) -> None:
    page.show_section("snippets")
    section = page.section()
    assert isinstance(section, SnippetsSection)
    row = section.rows.rows()[0]
    assert isinstance(row, SnippetFields)
    row.keyword.setText("two words")
    row.keyword.editingFinished.emit()
    assert row.keyword.text() == "guarantee"
    assert shell.asked[-1][0] == "say"


def test_looks_take_effect_at_once_and_stay_on_this_computer(
    qtbot: QtBot, shell: CounterShell, home: Path
) -> None:
    section = AppearanceSection(shell)
    qtbot.addWidget(section)
    section.resize(800, 400)
    section.show()
    for segment in (section.scheme.segments()[2], section.scale.segments()[3]):
        QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    section.system_font.click()
    assert theme.current().scheme == "dark"
    assert theme.current().scale == 130
    again = Device()
    assert (again.scheme, again.scale, again.system_font) == ("dark", 130, True)
    QTest.mouseClick(section.scheme.segments()[0], Qt.MouseButton.LeftButton)
    assert Device().scheme is None
    theme.current().use_scale(100)


def test_the_change_log_says_who_did_what(page: SettingsPage, shell: CounterShell) -> None:
    book = shell.session.book
    for number in range(70):
        book.topics.add(f"topic {number}")
    page.show_section("change-log")
    section = page.section()
    assert isinstance(section, ChangeLogSection)
    rows = [row for row in section.rows.rows() if isinstance(row, ChangeRow)]
    assert len(rows) == 60
    when, who, what, subject = rows[0].cells
    assert when == "Sat 21 Nov, 10:22"
    assert (who, what, subject) == ("Martha Lindner", "topic added", "topic 69")
    assert section.more.isVisible()
    section.more.click()
    assert len(section.rows.rows()) > 70
    shell.session.undo()
    first = section.rows.rows()[0]
    assert isinstance(first, ChangeRow)
    assert first.cells[2] == "Undone: topic added"


def test_every_operation_of_the_book_has_words(shell: CounterShell) -> None:
    source = Path(__file__).parents[3] / "customerbook" / "book"
    text = "\n".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    named = set(re.findall(r'operation\(\s*"([a-z]+\.[a-z]+)"', text))
    named |= set(re.findall(r'operation\(book, "([a-z]+\.[a-z]+)"', text))
    assert len(named) > 20
    assert named <= KNOWN_OPERATIONS
    for change in shell.session.book.changes.latest(500):
        assert "." not in change_words(change)
