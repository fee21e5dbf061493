"""A contact sheet: all pictures of a stand as thumbnails with their names."""

from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from customerbook.gui import theme

_WIDTH, _GAP, _NAME, _ACROSS = 400, 16, 24, 6


class ContactSheet:
    """Takes pictures in their order; `image()` is the sheet."""

    def __init__(self) -> None:
        self._shown: list[tuple[str, QImage]] = []

    def add(self, name: str, picture: QImage) -> None:
        """Put a picture at the end."""
        smooth = Qt.TransformationMode.SmoothTransformation
        self._shown.append((name, picture.scaledToWidth(_WIDTH, smooth)))

    def image(self) -> QImage:
        """All of them, six in a row."""
        high = max(picture.height() for _name, picture in self._shown) + _NAME
        across = min(_ACROSS, len(self._shown))
        down = ceil(len(self._shown) / across)
        size = QSize(across * (_WIDTH + _GAP) + _GAP, down * (high + _GAP) + _GAP)
        sheet = QImage(size, QImage.Format.Format_RGB32)
        sheet.fill(QColor(theme.current().colour("desk")))
        painter = QPainter(sheet)
        painter.setFont(theme.current().font("label"))
        painter.setPen(theme.current().colour("ink"))
        for place, (name, picture) in enumerate(self._shown):
            x = _GAP + place % across * (_WIDTH + _GAP)
            y = _GAP + place // across * (high + _GAP)
            painter.drawText(QRect(x, y, _WIDTH, _NAME), Qt.AlignmentFlag.AlignLeft, name)
            picture.setDevicePixelRatio(1)
            painter.drawImage(QPoint(x, y + _NAME), picture)
        painter.end()
        return sheet
