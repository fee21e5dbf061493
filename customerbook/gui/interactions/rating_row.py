"""How content the customer was: five faces, or that they were asked and did not want to say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.faces import FacesRow
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _


class RatingRow(QWidget):
    """The faces and a chip at the end; `changed()` fires with each choice of a person."""

    spoken_role = SpokenRole.Grouping

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faces = FacesRow()
        self.unsaid = Chip(_("Did not want to say"), height=32)
        self.faces.rated.connect(self._rated)
        self.unsaid.clicked.connect(self._not_said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.faces, 1)
        row.addWidget(self.unsaid)
        self.setFocusProxy(self.faces)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def rating(self) -> int | None:
        """1 to 5, 0 for who did not want to say, None if nobody asked."""
        return 0 if self.unsaid.isChecked() else self.faces.rating() or None

    def choose(self, rating: int | None) -> None:
        """Show a rating."""
        self.faces.rate(rating or 0)
        self.unsaid.setChecked(rating == 0)

    def _rated(self, _rating: int) -> None:
        self.unsaid.setChecked(False)
        self.changed.emit()

    def _not_said(self) -> None:
        self.faces.rate(0)
        self.changed.emit()
