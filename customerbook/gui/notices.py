"""Banners above the page: one for each matter, until it is settled or put away."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.chip import Tone


class Notices(QWidget):
    """A column of banners by matter; a new one of the same matter takes the place of the old."""

    def __init__(self) -> None:
        super().__init__()
        self._banners: dict[str, Banner] = {}
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
        banner.offer_away(lambda: self.settle(matter))
        self._banners[matter] = banner
        self._column.addWidget(banner)
        self.show()
        return banner

    def settle(self, matter: str) -> None:
        """Take a banner away; one that is not there is none."""
        banner = self._banners.pop(matter, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._banners))

    def matters(self) -> dict[str, str]:
        """What is told just now: matter -> sentence."""
        return {matter: banner.accessibleName() for matter, banner in self._banners.items()}
