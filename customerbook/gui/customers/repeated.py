"""Rows of a form that may be there several times: numbers, addresses, days, notes."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.flow import Flow
from customerbook.gui.widgets.focus_order import focus_mark, put_in_order, stops_within
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.margin_form import FieldError
from customerbook.gui.widgets.text_field import FieldHeight
from customerbook.model.texts import _


class RepeatedRow(QWidget):
    """One row; `changed()` fires with each change. Kinds say what they hold and where one types."""

    changed = Signal()

    def record(self) -> Any:
        """What stands in the row; None for an empty one."""
        return None

    def field(self) -> QWidget:
        """Where one types first."""
        return self

    def wrong(self) -> str:
        """Mark what cannot be taken and say why; empty if all is well."""
        return ""


def wrong_field(row: RepeatedRow) -> QWidget:
    """The field of a row that is marked as wrong, or where one types first."""
    fields = [one for one in row.findChildren(QWidget) if not one.isHidden()]
    return next((one for one in fields if getattr(one, "error", str)()), row.field())


def height_of(narrow: bool) -> FieldHeight:  # noqa: FBT001 - says itself where it is called
    """How high fields are: within a row of the card they are smaller than in a form."""
    return 32 if narrow else 40


def lay_out_lines(
    row: QWidget,
    lines: Sequence[Sequence[QWidget]],
    *,
    keep: Sequence[QWidget] = (),
    narrow: bool = False,
) -> None:
    """Lay fields out in lines; where it is `narrow` each has its own.

    The first of a line takes the room, and so do others of the lines but those to `keep` small.
    """
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6 if narrow else 8)
    wanted = [[one] for line in lines for one in line] if narrow else lines
    for widgets in wanted:
        if not widgets:
            continue
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in widgets:
            line.addWidget(widget, 0 if widget in keep or _keeps_width(widget) else 1)
        if len(widgets) == 1 and _keeps_width(widgets[0]):
            line.addStretch(1)
        column.addLayout(line)
    put_in_order(focus_mark(row), [stop for line in wanted for one in line for stop in _stops(one)])


def _keeps_width(widget: QWidget) -> bool:
    policy = QSizePolicy.Policy
    return widget.sizePolicy().horizontalPolicy() in (policy.Fixed, policy.Maximum)


def _stops(widget: QWidget) -> list[QWidget]:
    return stops_within(widget) if widget.children() else [widget]


class Beside(QWidget):
    """A small button level with the first line of a row."""

    def __init__(self, button: IconButton) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.addWidget(button)
        self._column.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        """Keep the place at the text size in force."""
        above = (theme.current().px(40) - theme.current().px(32)) // 2
        self._column.setContentsMargins(0, above, 0, 0)


class RowHolder(QWidget):
    """A row with its cross, and below it what is wrong with it."""

    def __init__(self, row: RepeatedRow, cross: IconButton) -> None:
        super().__init__()
        self.error = FieldError()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(row, 1)
        line.addWidget(Beside(cross))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.error)


class Repeated(QWidget):
    """Rows below each other, each with a cross, and links that add another.

    `make(record)` makes a row. `adds` are the words of the links with the record that a new row
    starts from. `changed()` fires with each change, `resized()` when a row comes or goes.
    """

    changed = Signal()
    resized = Signal()

    def __init__(
        self,
        make: Callable[[Any], RepeatedRow],
        adds: Sequence[tuple[str, Any]],
        *,
        what: str,
    ) -> None:
        super().__init__()
        self._make = make
        self._rows: list[tuple[RepeatedRow, RowHolder]] = []
        self._what = what
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.links = [Link(words, "caption", icon="plus", tone="accent") for words, _seed in adds]
        for link, (_words, seed) in zip(self.links, adds, strict=True):
            link.clicked.connect(lambda _on=False, seed=seed: self.add(seed))
        self._mark = focus_mark(self)
        self._foot = Flow(*self.links, gap=16)
        self._foot.flow.setContentsMargins(0, 2, 0, 2)  # level with the label where no row is
        self._column.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these, in their order."""
        for row, _holder in list(self._rows):
            self._take_out(row)
        for record in records:
            self._put(record)
        self._order()

    def records(self) -> tuple[Any, ...]:
        """What stands in the rows, without empty ones."""
        found = [row.record() for row, _holder in self._rows]
        return tuple(record for record in found if record is not None)

    def rows(self) -> list[RepeatedRow]:
        """The rows from the top."""
        return [row for row, _holder in self._rows]

    def add(self, seed: Any) -> RepeatedRow:
        """Put another row to the end, with the cursor in it."""
        row = self._put(seed)
        self._order()
        row.field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()
        self.changed.emit()
        return row

    def remove(self, row: RepeatedRow) -> None:
        """Take a row out; the cursor goes to its neighbour."""
        place = self.rows().index(row)
        self._take_out(row)
        if self._rows:
            near = self._rows[min(place, len(self._rows) - 1)][0].field()
            near.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.links[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()
        self.changed.emit()

    def first_wrong(self) -> tuple[QWidget, str] | None:
        """Say below each row what is wrong with it; the first: where to type, and why."""
        first = None
        for row, holder in self._rows:
            words = row.wrong()
            holder.error.say(words)
            if words and first is None:
                first = (wrong_field(row), words)
        return first

    def _put(self, record: Any) -> RepeatedRow:
        row, cross = self._make(record), IconButton("x", _("Take out"), icon_size=16)
        holder = RowHolder(row, cross)
        row.changed.connect(self.changed)
        row.changed.connect(lambda: holder.error.say(""))
        cross.setAccessibleDescription(self._what)
        cross.clicked.connect(lambda: self.remove(row))
        self._column.insertWidget(self._column.count() - 1, holder)
        self._rows.append((row, holder))
        return row

    def _order(self) -> None:
        """Let Tab come to the rows from the top, each with its cross, then to the links."""
        rows = [stop for _row, holder in self._rows for stop in stops_within(holder)]
        put_in_order(self._mark, [*rows, *self.links])

    def _take_out(self, row: RepeatedRow) -> None:
        holder = next(holder for one, holder in self._rows if one is row)
        self._rows = [(one, held) for one, held in self._rows if one is not row]
        self._column.removeWidget(holder)
        holder.hide()
        holder.deleteLater()
