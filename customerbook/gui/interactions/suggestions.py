"""What a field offers while one types: a list below it, over everything else on the sheet.

The field keeps the keyboard; it hands on the keys that move and choose.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.customer_row import CustomerRowDelegate
from customerbook.gui.widgets.painting import draw_icon, prepare
from customerbook.gui.widgets.paper import EDGE_BELOW, draw_pages
from customerbook.gui.widgets.paragraph import paint_highlighted
from customerbook.gui.widgets.row_delegate import Index, Row, RowDelegate, Spot
from customerbook.gui.widgets.row_list import RowList, RowModel, View
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.texts import _

_PADDING = 4
_MOST_ROWS = 8


@dataclass(frozen=True)
class WordView:
    """An offer of one line with an icon; `places` are (start, length) of what matched."""

    name: str
    icon: str = ""
    places: tuple[tuple[int, int], ...] = ()

    def spoken(self) -> str:
        """The words."""
        return self.name


@dataclass(frozen=True)
class Suggestion:
    """One offer: what choosing it gives, and how it looks."""

    value: Any
    view: View


class WordDelegate(RowDelegate):
    """Rows of one line, 32 high; views: `WordView`."""

    def __init__(self) -> None:
        super().__init__(height=32)

    def spots(self, rect: QRect, view: object) -> dict[Spot, QRect]:  # noqa: ARG002
        """None: the whole row is taken."""
        return {}

    def spot_text(self, spot: Spot, view: object) -> str:  # noqa: ARG002
        """Nothing to say."""
        return ""

    def paint_row(self, row: Row, view: object) -> None:
        """Paint the row."""
        assert isinstance(view, WordView)
        paint_words(row, view, start=12)


class CustomerOfferDelegate(CustomerRowDelegate):
    """Rows of found customers, and the one line that makes a new one."""

    def __init__(self) -> None:
        super().__init__(on_card=True)

    def spots(self, rect: QRect, view: object) -> dict[Spot, QRect]:
        """None for the new customer."""
        return {} if isinstance(view, WordView) else super().spots(rect, view)

    def paint_row(self, row: Row, view: object) -> None:
        """Paint the row."""
        if isinstance(view, WordView):
            paint_words(row, view, start=22)
        else:
            super().paint_row(row, view)


def paint_words(row: Row, view: WordView, *, start: int) -> None:
    """Paint a row of one line with its icon `start` pixels in."""
    row.paint_ground()
    px = theme.current().px
    x = row.rect.left() + start
    if view.icon:
        side = px(18)
        spot = row.place(QRect(x, row.rect.top(), side, row.rect.height()))
        centre = QRectF(spot).center()
        draw_icon(row.painter, centre, view.icon, side, "accent", direction=row.direction)
        x += side + (21 if start > 12 else 8)
    room = QRect(x, row.rect.top(), row.rect.right() - x - 8, row.rect.height())
    paint_highlighted(
        row.painter,
        row.place(room),
        view.name,
        view.places,
        style="label" if view.icon else "text",
        role="accent" if view.icon else "ink",
        direction=row.direction,
    )


class Suggestions(QWidget):
    """The list below a field; `chosen(value)` fires when an offer is taken.

    It is laid over the whole sheet, so that it may reach beyond the paper the field stands on.
    """

    chosen = Signal(object)

    def __init__(self, anchor: QWidget, delegate: RowDelegate, *, label: str) -> None:
        super().__init__(anchor)
        self.hide()
        self._anchor = anchor
        self._delegate = delegate
        self._offers: list[Suggestion] = []
        self._model = RowModel()
        self._list = RowList(delegate, label=label, enter=_("Choose"))
        self._model.setParent(self._list)
        self._list.setModel(self._model)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._take)
        delegate.main.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING + EDGE_BELOW)
        column.addWidget(self._list)

    def offer(self, offers: Sequence[Suggestion]) -> None:
        """Show these below the field, the first one current; nothing hides the list."""
        self._offers = list(offers)
        self._model.show_rows([(place, offer.view) for place, offer in enumerate(offers)])
        if not offers:
            self.hide()
            return
        self._list.setCurrentIndex(self._model.index(0))
        self._place(len(offers))
        self.show()
        self.raise_()

    def offers(self) -> list[Suggestion]:
        """What is offered now; nothing while the list is hidden."""
        return [] if self.isHidden() else self._offers

    def step(self, by: int) -> None:
        """Make another offer the current one, round and round."""
        row = (self._list.currentIndex().row() + by) % len(self._offers)
        self._list.setCurrentIndex(self._model.index(row))

    def take(self) -> bool:
        """Choose the current offer; False if nothing is offered."""
        if self.isHidden():
            return False
        self._take(self._list.currentIndex())
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper and the second page edge."""
        painter = QPainter(self)
        prepare(painter)
        draw_pages(painter, self.rect())

    def _take(self, index: Index) -> None:
        offer = self._offers[index.row()]
        self.hide()
        self.chosen.emit(offer.value)

    def _place(self, count: int) -> None:
        """Lie below the field, over the whole window it stands in."""
        surface = _surface(self._anchor)
        if self.parentWidget() is not surface:
            self.setParent(surface)
        around, row = 2 * _PADDING + EDGE_BELOW, self._delegate.row_height()
        corner = self._anchor.mapTo(surface, QPoint(0, self._anchor.height() + 4))
        room = max(surface.height() - corner.y() - 8, around + row)
        height = min(min(count, _MOST_ROWS) * row + around, room)
        width = max(self._anchor.width(), theme.current().px(240))
        self.setGeometry(QRect(corner, QSize(width, height)))


def _surface(widget: QWidget) -> QWidget:
    """The sheet a field stands on, or its window."""
    step = widget
    while not step.isWindow() and not isinstance(step, Sheet):
        parent = step.parentWidget()
        if parent is None:
            break
        step = parent
    return step
