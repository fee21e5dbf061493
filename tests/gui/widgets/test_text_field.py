"""Fields: what stands in them, errors, the eye, the key of the search."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.note_field import NoteField
from customerbook.gui.widgets.search_field import SearchField
from customerbook.gui.widgets.text_field import TextField
from tests.gui.widgets.keys import colour_at, picture, press, type_text


def inner_button(field: TextField) -> IconButton:
    (button,) = field.findChildren(IconButton)
    return button


def test_an_error_marks_the_field_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    field = TextField("fri 25:00", label="By when")
    qtbot.addWidget(field)
    field.resize(240, 40)
    edge = QPoint(120, 0)
    assert colour_at(field, edge) == theme.current().colour("field")
    field.show_error("No such time.")
    assert colour_at(field, edge) == theme.current().colour("redm")
    assert field.text() == "fri 25:00"
    assert field.accessibleDescription() == "No such time."
    field.show_error("")
    assert colour_at(field, edge) == theme.current().colour("field")
    assert field.error() == ""


def test_the_text_does_not_move_when_the_edge_grows(qtbot: QtBot) -> None:
    field = TextField("Germering", label="Town")
    qtbot.addWidget(field)
    field.resize(240, 40)
    before = field.cursorRect()
    field.show_error("wrong")
    assert field.cursorRect() == before


def test_the_eye_shows_and_hides_a_passphrase(qtbot: QtBot) -> None:
    field = TextField("seven wet tandems", label="Passphrase", secret=True)
    qtbot.addWidget(field)
    eye = inner_button(field)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    eye.click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide the passphrase"
    eye.click()
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_the_clear_button_is_there_with_text_only(qtbot: QtBot) -> None:
    field = TextField(label="Customer", clearable=True)
    qtbot.addWidget(field)
    button = inner_button(field)
    assert button.isHidden()
    type_text(field, "Özlem")
    assert not button.isHidden()
    button.click()
    assert field.text() == ""
    assert button.isHidden()


def test_words_keep_clear_of_icon_and_button(qtbot: QtBot) -> None:
    plain = TextField("x", label="a")
    rich = TextField("x", label="b", icon="search", clearable=True)
    for field in (plain, rich):
        qtbot.addWidget(field)
        field.resize(240, 40)
    assert rich.textMargins().left() > plain.textMargins().left()
    assert rich.textMargins().right() >= 32
    rich.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert rich.textMargins().left() >= 32


def test_a_hint_gives_way_to_a_long_text(qtbot: QtBot) -> None:
    field = TextField("Martha", label="Name", hint="the owner may do everything")
    qtbot.addWidget(field)
    field.resize(320, 40)
    assert field.textMargins().right() > 100
    field.setText("Martha Maria Magdalena Lindner-Obermayer")
    assert field.textMargins().right() == 0


def test_the_search_shows_its_key_while_empty(qtbot: QtBot) -> None:
    field, plain = SearchField("Find", keys="Ctrl+F"), SearchField("Find")
    for widget in (field, plain):
        qtbot.addWidget(widget)
        widget.resize(400, 40)
    assert picture(field) != picture(plain)
    for widget in (field, plain):
        widget.setText("mül")
    assert picture(field) == picture(plain)
    assert field.sizeHint().width() == 560


def test_a_field_grows_with_the_text_size(qtbot: QtBot) -> None:
    field = TextField(label="x")
    qtbot.addWidget(field)
    theme.current().use_scale(130)
    assert field.height() == 52
    assert field.font().pixelSize() == 18


def test_tab_leaves_a_note_and_the_note_grows(qtbot: QtBot) -> None:
    note = NoteField(label="Note", lines=2, most=4)
    qtbot.addWidget(note)
    note.resize(300, note.height())
    note.show()
    assert note.tabChangesFocus()
    low = note.height()
    note.setPlainText("a\nb\nc\nd\ne\nf")
    assert note.height() == low + 2 * theme.current().line("text")


def test_the_tint_behind_a_snippet_goes_with_the_next_key(qtbot: QtBot) -> None:
    note = NoteField("covered by the guarantee", label="Note")
    qtbot.addWidget(note)
    note.tint(0, 7)
    assert len(note.extraSelections()) == 1
    press(note, Qt.Key.Key_Shift)
    assert len(note.extraSelections()) == 1
    type_text(note, "x")
    assert note.extraSelections() == []


def test_an_error_on_a_note_can_be_seen(qtbot: QtBot) -> None:
    note = NoteField(label="Note")
    qtbot.addWidget(note)
    note.resize(240, note.height())
    note.show_error("Write what was said.")
    assert colour_at(note, QPoint(120, 0)) == theme.current().colour("redm")


def test_fields_are_made_without_a_parent_left_over(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = TextField(label="x", clearable=True, secret=True, parent=page)
    assert len(field.findChildren(IconButton)) == 2


def test_what_stands_in_a_field_begins_where_the_field_begins(qtbot: QtBot) -> None:
    field = TextField("Linden", label="Town")
    qtbot.addWidget(field)
    field.resize(240, 40)
    field.show()
    assert field.cursorRect().center().x() < 40
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.end(False)
    field.grab()
    assert field.cursorRect().center().x() > 200
    note = NoteField("Linden", label="Note")
    qtbot.addWidget(note)
    note.resize(240, 80)
    note.show()
    assert note.cursorRect().x() < 40
    note.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    note.moveCursor(QTextCursor.MoveOperation.End)
    assert note.cursorRect().x() > 200


def test_a_long_text_shows_how_it_begins_until_one_goes_on_with_it(qtbot: QtBot) -> None:
    field = TextField("We ring you as soon as the bicycle is ready to be collected.", label="Text")
    qtbot.addWidget(field)
    field.resize(160, 40)
    assert field.cursorPosition() == 0
    field.show()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(field.hasFocus)
    assert field.cursorPosition() == len(field.text())
    type_text(field, " Yes")
    assert field.text().endswith("collected. Yes")
    field.clearFocus()
    field.setText("We also ring you when a part is late or comes to more than was said.")
    assert field.cursorPosition() == 0
