"""The pages of a PDF on a desk, as large as one wants."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QMargins, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.button import Button, IconButton
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.painting import draw_box, prepare
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _

_NARROW: Final = 440
_CORNER: Final = 10
"""The sheet's round corners, which the pages would cover."""
_STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class Sheets(QPdfView):
    """The pages themselves; the arrows scroll."""

    spoken_role = SpokenRole.Document


class PageView(QWidget):
    """Shows bytes of a PDF; `show_pdf` replaces them at the same size."""

    def __init__(self) -> None:
        super().__init__()
        self._buffer: QBuffer | None = None
        self._document: QPdfDocument | None = None
        self.view = Sheets(self)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._show_bars()
        self.view.setDocumentMargins(QMargins(24 - _CORNER, 16 - _CORNER, 24, 16))
        self.view.setPageSpacing(16)
        self.view.setAccessibleName(_("Pages"))
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self._say_page())
        self.smaller = IconButton("zoom-out", _("Smaller"), keys="Ctrl+-")
        self.larger = IconButton("zoom-in", _("Larger"), keys="Ctrl++")
        self.whole = Button(_("Whole page"), kind="quiet", tone="ink", height=32, keys="")
        self.pages = Label("", "label", figures=True)
        self.smaller.clicked.connect(lambda: self.zoom(-1))
        self.larger.clicked.connect(lambda: self.zoom(1))
        self.whole.clicked.connect(self.fit)
        self._lay_out()
        self.restyle()

    def show_pdf(self, content: bytes) -> None:
        """Show other pages."""
        before, old = self._document, self._buffer
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self.view.setDocument(self._document)
        if before is not None and old is not None:
            before.close()
            before.deleteLater()
            old.deleteLater()
        self._show_bars()
        self._say_page()

    def say(self, words: str) -> None:
        """Say what is under way, in place of the number of the page."""
        self.pages.show_text(words)

    def page_count(self) -> int:
        """Number of pages that are shown."""
        return self._document.pageCount() if self._document else 0

    def fit(self) -> None:
        """Show the whole page."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._show_bars()
        self._say_zoom()

    def zoom(self, step: int) -> None:
        """One step larger or smaller."""
        now = self._factor()
        if step > 0:
            wanted = next((one for one in _STEPS if one > now + 0.01), _STEPS[-1])
        else:
            wanted = next((one for one in reversed(_STEPS) if one < now - 0.01), _STEPS[0])
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(wanted)
        self._show_bars()
        self._say_zoom()

    def turn(self, step: int) -> None:
        """Go to the next page or the one before."""
        navigator = self.view.pageNavigator()
        page = min(max(0, navigator.currentPage() + step), self.page_count() - 1)
        if page >= 0:
            navigator.jump(page, QPointF(), 0)

    def restyle(self) -> None:
        """Take the desk's colour."""
        palette = self.view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, theme.current().colour("desk"))
        self.view.setPalette(palette)
        self.view.viewport().setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the number of the page below the tools where there is little room."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = self.width() < theme.current().px(_NARROW)
        self._foot.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the desk below the buttons too."""
        painter = QPainter(self)
        prepare(painter)
        beyond = self.rect().adjusted(0, 0, _CORNER, 0)
        if self.isRightToLeft():
            beyond = self.rect().adjusted(-_CORNER, 0, 0, 0)
        draw_box(painter, beyond, _CORNER - 1, fill="desk")

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for tool in (self.smaller, self.whole, self.larger):
            tools.addWidget(tool)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setContentsMargins(16, 0, 16, 8)
        self._foot.setSpacing(4)
        self._foot.addStretch(1)
        self._foot.addLayout(tools)
        self._foot.setAlignment(tools, Qt.AlignmentFlag.AlignCenter)
        self._foot.addSpacing(20)
        self._foot.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignCenter)
        self._foot.addStretch(1)
        self.setMinimumWidth(1)  # below each other tools and number need less than beside
        column = QVBoxLayout(self)
        column.setContentsMargins(_CORNER, _CORNER, 0, 0)
        if self.isRightToLeft():
            column.setContentsMargins(0, _CORNER, _CORNER, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addLayout(self._foot)

    def _factor(self) -> float:
        """How large the first page is, 1.0 being its size on paper."""
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom:
            return self.view.zoomFactor()
        if self._document is None or not self._document.pageCount():
            return 1.0
        size, room = self._document.pagePointSize(0), self.view.viewport().size()
        across = self.view.logicalDpiX() / 72
        wide = (room.width() - 48) / (size.width() * across)
        tall = (room.height() - 32) / (size.height() * across)
        return max(0.1, min(wide, tall))

    def _show_bars(self) -> None:
        """One whole page needs no bars; the rounding of its size would bring them up."""
        whole = self.view.zoomMode() == QPdfView.ZoomMode.FitInView
        policy = Qt.ScrollBarPolicy
        some = policy.ScrollBarAsNeeded
        self.view.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOff if whole else some)
        single = whole and self.page_count() <= 1
        self.view.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if single else some)

    def _say_page(self) -> None:
        count = self.page_count()
        page = min(self.view.pageNavigator().currentPage() + 1, count)
        words = _("Page {page} of {count}").format(page=page, count=count)
        self.pages.show_text(words if count else "")

    def _say_zoom(self) -> None:
        fitted = self.view.zoomMode() == QPdfView.ZoomMode.FitInView
        percent = round(self.view.zoomFactor() * 100)
        self.whole.setText(_("Whole page") if fitted else f"{percent} %")
        self.whole.explain("" if fitted else _("Show the whole page"))
