"""The logo in the form of the shop: shown, chosen from a file, taken away."""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui.settings.logo import read_logo, shown_logo
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.flow import Flow
from customerbook.gui.widgets.painting import draw_box, draw_icon, prepare
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.errors import BookError
from customerbook.model.texts import _

_SIZE = QSize(160, 72)


class LogoRow(QWidget):
    """`changed` fires when another logo was chosen or it was taken away."""

    spoken_role = SpokenRole.Grouping

    changed = Signal()
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._content = b""
        self._picture = LogoPicture()
        self._choose = Button(_("Choose a picture"), height=32)
        self._choose.clicked.connect(self.choose)
        self._remove = Button(_("Remove"), kind="quiet", tone="ink2", height=32)
        self._remove.clicked.connect(lambda: self._take(b""))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._picture)
        buttons = Flow(self._choose, self._remove, gap=12)
        line.addWidget(buttons, 1, Qt.AlignmentFlag.AlignVCenter)
        self.show_logo(b"")

    def logo(self) -> bytes:
        """The logo as PNG; nothing for none."""
        return self._content

    def show_logo(self, content: bytes) -> None:
        """Show a logo without `changed`."""
        self._content = content
        self._picture.show_logo(content)
        self._remove.setEnabled(bool(content))

    def choose(self) -> None:
        """Ask for a picture."""
        title, kinds = _("Choose the logo"), _("Pictures") + " (*.png *.jpg *.jpeg)"
        found, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        if found:
            self.take_file(Path(found))

    def take_file(self, path: Path) -> None:
        """Take the picture in a file; `refused` carries why it cannot be."""
        try:
            self._take(read_logo(path))
        except BookError as error:
            self.refused.emit(error)

    def _take(self, content: bytes) -> None:
        self.show_logo(content)
        self.changed.emit()


class LogoPicture(QWidget):
    """A logo on white paper, as it is printed."""

    spoken_role = SpokenRole.Graphic

    def __init__(self) -> None:
        super().__init__()
        self._content = b""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Logo"))

    def show_logo(self, content: bytes) -> None:
        """Show another one."""
        self._content = content
        self.setAccessibleDescription("" if content else _("none yet"))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a wide one."""
        return _SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper and logo."""
        painter = QPainter(self)
        prepare(painter)
        draw_box(painter, self.rect(), 8, fill="on_fill", edge="line2")
        room = self.rect().adjusted(8, 8, -8, -8)
        image = shown_logo(self._content, room.size(), self.devicePixelRatioF())
        if image.isNull():
            draw_icon(painter, self.rect().toRectF().center(), "image", 24, "field")
            return
        place = QRect(room.topLeft(), image.deviceIndependentSize().toSize())
        place.moveCenter(room.center())
        painter.drawImage(place, image)
