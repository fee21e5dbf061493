"""Every sheet of the gallery can be drawn, and looks the same after switching as when new."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui import theme
from tests.gallery.sheets import REAL, SHEETS
from tests.gallery.stand import LIGHT, STANDS, Sheet, grab, settle, take

ALL = (*SHEETS, *REAL)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def built(app: QApplication, sheet: Sheet) -> QWidget:
    page = QWidget()
    page.resize(LIGHT.width, LIGHT.height)
    sheet(page)
    page.show()
    settle(app)
    return page


def gone(app: QApplication, page: QWidget) -> None:
    page.hide()
    page.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(("name", "sheet"), ALL, ids=[name for name, _sheet in ALL])
def test_a_sheet_can_be_drawn(qapp: QApplication, tmp_path: Path, name: str, sheet: Sheet) -> None:
    for stand in STANDS[:3]:
        path = tmp_path / f"{name}-{stand.name}.png"
        take(qapp, sheet, stand, path)
        image = QImage(str(path))
        assert image.width() >= stand.width
        assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 3
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.install(qapp, scheme="light")


@pytest.mark.parametrize("change", ["dark", "text size"])
@pytest.mark.parametrize(("name", "sheet"), SHEETS, ids=[name for name, _sheet in SHEETS])
def test_switching_looks_like_starting_anew(
    qapp: QApplication, tmp_path: Path, name: str, sheet: Sheet, change: str
) -> None:
    look = theme.install(qapp, scheme="light")
    page = built(qapp, sheet)
    if change == "dark":
        look.use_scheme("dark")
    else:
        look.use_scale(130)
        settle(qapp)
        page.resize(1400, 1000)
    settle(qapp)
    switched, size = grab(page, 1.0), page.size()
    gone(qapp, page)
    page = built(qapp, sheet)
    page.resize(size)
    settle(qapp)
    fresh = grab(page, 1.0)
    gone(qapp, page)
    theme.install(qapp, scheme="light")
    if switched != fresh:
        switched.save(str(tmp_path / f"{name}-switched.png"))
        fresh.save(str(tmp_path / f"{name}-fresh.png"))
    assert switched == fresh
