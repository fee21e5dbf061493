"""The marks of check boxes and radio buttons; widgets and rows of lists draw the same."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from customerbook.gui.widgets.painting import draw_box, draw_icon


def draw_check(painter: QPainter, box: QRect, *, ticked: bool, enabled: bool = True) -> None:
    """Draw a check box that fills `box`; delegates use it for rows that are ticked."""
    if ticked and enabled:
        draw_box(painter, box, 4, fill="fill", edge="fill_edge")
        draw_icon(painter, QRectF(box).center(), "check", round(box.width() * 14 / 18), "on_fill")
    elif ticked:
        draw_box(painter, box, 4, fill="sunk", edge="line2")
        draw_icon(painter, QRectF(box).center(), "check", round(box.width() * 14 / 18), "ink3")
    else:
        draw_box(painter, box, 4, fill="card", edge="field" if enabled else "line2")


def draw_radio(painter: QPainter, box: QRect, *, chosen: bool, enabled: bool = True) -> None:
    """Draw a radio button that fills `box`: a ring, chosen a disc with a card-coloured middle."""
    half = box.width() / 2
    if not chosen:
        draw_box(painter, box, half, fill="card", edge="field" if enabled else "line2")
        return
    draw_box(painter, box, half, fill="fill_edge" if enabled else "line2")
    middle = QRectF(0, 0, half * 0.75, half * 0.75)
    middle.moveCenter(QRectF(box).center())
    draw_box(painter, middle, middle.width() / 2, fill="card")
