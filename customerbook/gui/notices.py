"""Banners above the page: one for each matter, until it is settled or put away."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.chip import Tone
from customerbook.model.texts import _


class Notices(QWidget):
    """A column of banners by matter; a new one of the same matter takes the place of the old."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 0, 24, 8)
        self._column.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()

    def tell(
        self,
        matter: str,
        text: str,
        tone: Tone = "blue",
        *,
        icon: str = "info",
        strong: str = "",
        action: str = "",
        then: Callable[[], object] | None = None,
    ) -> Banner:
        """Show a sentence, with an action if one is named; it goes when that is pressed."""
        self.settle(matter)
        banner = Banner(text, tone, icon=icon, strong=strong, action=action)
        if then is not None:
            banner.action.clicked.connect(lambda: self.settle(matter))
            banner.action.clicked.connect(lambda _on=False: then())
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        away = IconButton("x", _("Put away"), icon_size=16)
        away.clicked.connect(lambda: self.settle(matter))
        line.addWidget(banner, 1)
        line.addWidget(away)
        self._rows[matter] = row
        self._column.addWidget(row)
        self.show()
        return banner

    def settle(self, matter: str) -> None:
        """Take a banner away; one that is not there is none."""
        row = self._rows.pop(matter, None)
        if row is not None:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self._rows))

    def matters(self) -> dict[str, str]:
        """What is told just now: matter -> sentence."""
        return {
            matter: row.findChild(Banner).accessibleName()  # type: ignore[union-attr]
            for matter, row in self._rows.items()
        }
