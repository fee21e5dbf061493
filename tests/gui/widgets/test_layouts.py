"""Flow, card and form: where things stand, in both directions."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.flow import Flow
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.text_field import TextField
from tests.gui.widgets.keys import colour_at


def place_in(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def laid_out(qtbot: QtBot, page: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    QApplication.processEvents()


def test_a_row_of_chips_wraps(qtbot: QtBot) -> None:
    chips = [Chip(f"Choice {n}") for n in range(6)]
    flow = Flow(*chips)
    laid_out(qtbot, flow, 200, 200)
    assert chips[0].x() == 0
    assert chips[-1].y() > chips[0].y()
    assert all(chip.geometry().right() < 200 for chip in chips)
    assert flow.heightForWidth(200) > flow.heightForWidth(2000) == 24


def test_a_row_of_chips_begins_at_the_right(qtbot: QtBot) -> None:
    chips = [Chip("One"), Chip("Two")]
    flow = Flow(*chips)
    flow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    laid_out(qtbot, flow, 300, 40)
    assert chips[0].geometry().right() == 299
    assert chips[1].geometry().right() < chips[0].x()


def test_a_flow_can_be_emptied_and_filled_again(qtbot: QtBot) -> None:
    flow = Flow(Chip("One"), Chip("Two"))
    qtbot.addWidget(flow)
    flow.clear()
    assert flow.flow.count() == 0
    last, first = Chip("Last"), Chip("First")
    flow.add(last)
    flow.flow.insert_widget(0, first)
    laid_out(qtbot, flow, 300, 40)
    assert first.x() < last.x()


def test_a_line_stands_between_two_rows_of_a_card(qtbot: QtBot) -> None:
    card = Card()
    rows = [QWidget(), QWidget(), QWidget()]
    for row in rows:
        row.setFixedHeight(30)
        card.add_row(row)
    rows[1].hide()
    laid_out(qtbot, card, 200, card.sizeHint().height())
    line = theme.current().colour("line")
    assert colour_at(card, QPoint(100, rows[2].y() - 1)) == line
    assert colour_at(card, QPoint(100, rows[2].y() + 5)) == theme.current().colour("card")


def test_a_card_opens_its_edge_for_a_tab(qtbot: QtBot) -> None:
    card = Card(edge="line2")
    laid_out(qtbot, card, 200, 200)
    edge = theme.current().colour("line2")
    assert colour_at(card, QPoint(0, 100)) == edge
    card.join(80, 40)
    assert colour_at(card, QPoint(0, 100)) == theme.current().colour("card")
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert colour_at(card, QPoint(0, 100)) == edge
    assert colour_at(card, QPoint(199, 100)) == theme.current().colour("card")


def form_with(labels: tuple[str, ...]) -> tuple[MarginForm, list[TextField]]:
    form = MarginForm()
    fields = [TextField() for _label in labels]
    for label, field in zip(labels, fields, strict=True):
        form.add_row(label, field)
    return form, fields


def test_fields_stand_beside_the_margin(qtbot: QtBot) -> None:
    form, fields = form_with(("Channel", "Note"))
    laid_out(qtbot, form, 800, 200)
    assert form.margin() == 120
    assert {place_in(field, form).x() for field in fields} == {136}
    assert colour_at(form, QPoint(120, 190)) == theme.current().colour("rule")


def test_the_margin_grows_with_long_labels_and_then_wraps_them(qtbot: QtBot) -> None:
    form, _fields = form_with(("Ansprechpartnerin", "x"))
    laid_out(qtbot, form, 800, 200)
    assert 120 < form.margin() < 184
    wide, _fields = form_with(("Voraussichtliche Fertigstellung der Reparatur",))
    qtbot.addWidget(wide)
    assert wide.margin() == 184


def test_the_margin_is_on_the_right_from_right_to_left(qtbot: QtBot) -> None:
    form, fields = form_with(("Channel", "Note"))
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    laid_out(qtbot, form, 800, 200)
    assert {place_in(field, form).right() for field in fields} == {800 - 136 - 1}
    assert colour_at(form, QPoint(800 - 120 - 1, 190)) == theme.current().colour("rule")


def test_labels_name_their_fields(qtbot: QtBot) -> None:
    form, fields = form_with(("Town",))
    qtbot.addWidget(form)
    assert fields[0].accessibleName() == "Town"


def test_a_label_is_level_with_its_field(qtbot: QtBot) -> None:
    form = MarginForm()
    field, chip = TextField(), Chip("Order", height=32)
    tall, low = form.add_row("Field", field), form.add_row("Chip", chip)
    laid_out(qtbot, form, 800, 200)
    for row, widget in ((tall, field), (low, chip)):
        middle = place_in(row.label, form).center().y()
        assert abs(middle - place_in(widget, form).center().y()) <= 1


def test_an_error_stands_below_its_field(qtbot: QtBot) -> None:
    form = MarginForm()
    field = TextField()
    row = form.add_row("By when", field, Chip("today"))
    laid_out(qtbot, form, 800, 300)
    row.show_error("No such time.")
    QApplication.processEvents()
    assert row.error.isVisible()
    assert field.error() == "No such time."
    below = place_in(row.error, form).y() - place_in(field, form).bottom()
    assert 0 < below < 12
    row.show_error("")
    assert not row.error.isVisible()


def test_the_band_goes_from_edge_to_edge(qtbot: QtBot) -> None:
    form = MarginForm()
    form.add_row("Outcome", Button("Promised"))
    band = form.add_band()
    field = TextField()
    band.add_row("Promise", field)
    assert band.isHidden()
    band.show()
    laid_out(qtbot, form, 800, 300)
    amber = theme.current().colour("amberbg")
    middle = place_in(band, form).center().y()
    assert colour_at(form, QPoint(1, middle)) == amber
    assert colour_at(form, QPoint(798, middle)) == amber
    assert colour_at(form, QPoint(120, middle)) == theme.current().colour("rule")
    assert field.property("band") is True
