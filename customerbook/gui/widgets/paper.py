"""The paper of sheets, popups and menus, with the edge of a second page below it."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from customerbook.gui.widgets.painting import draw_box, prepare

EDGE_BELOW: Final = 4
"""How much of the second page is seen, in pixels."""
_RADIUS: Final = 10


def draw_paper(painter: QPainter, paper: QRect) -> None:
    """Draw a paper."""
    draw_box(painter, paper, _RADIUS, fill="card", edge="line2")


def draw_page_below(painter: QPainter, paper: QRect) -> None:
    """Draw what is seen of the page below a paper, which is drawn over it afterwards."""
    draw_box(painter, paper.adjusted(0, 2 * _RADIUS, 0, EDGE_BELOW), _RADIUS, fill="edge")


def draw_pages(painter: QPainter, rect: QRect) -> QRect:
    """Draw a paper and the page below it within `rect`; where the paper is."""
    paper = rect.adjusted(0, 0, 0, -EDGE_BELOW)
    draw_page_below(painter, paper)
    draw_paper(painter, paper)
    return paper


class Paper(QWidget):
    """The sheet itself, without what lies around it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        painter = QPainter(self)
        prepare(painter)
        draw_paper(painter, self.rect())

    def mousePressEvent(self, _event: object) -> None:
        """Keep clicks from reaching the page below."""


class PopupPaper(Paper):
    """A small paper that brings the page below it with it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both."""
        painter = QPainter(self)
        prepare(painter)
        draw_pages(painter, self.rect())
